package org.assisterportal.learningcenter;

import org.assisterportal.learning.Learning;
import org.assisterportal.learning.LearningPath;
import org.assisterportal.learning.LearningPath.CourseOnPath;
import org.assisterportal.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The learning path and its lessons. */
@Controller
@RequestMapping("/learn")
class PathController {
    private final Learning learning;

    PathController(Learning learning) {
        this.learning = learning;
    }

    @GetMapping
    String path(@AuthenticationPrincipal Actor actor, Model model) {
        return switch (learning.path(actor)) {
            case LearningPath.Closed closed -> {
                model.addAttribute("reason", closed.reason());
                yield "learningcenter/closed";
            }
            case LearningPath.Open open -> {
                model.addAttribute("courses", open.courses());
                model.addAttribute(
                        "current",
                        open.courses().stream().filter(course -> course.passedAt() == null).findFirst()
                                .map(CourseOnPath::code).orElse(""));
                yield "learningcenter/path";
            }
        };
    }

    @GetMapping("/courses/{course}/lessons/{lesson}")
    String lesson(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String course,
            @PathVariable String lesson,
            Model model) {
        model.addAttribute("lesson", learning.open(actor, course, lesson));
        return "learningcenter/lesson";
    }

    @PostMapping("/courses/{course}/lessons/{lesson}")
    String answer(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String course,
            @PathVariable String lesson,
            @RequestParam(defaultValue = "-1") int option,
            Model model) {
        var shown = learning.open(actor, course, lesson);
        if (option < 0 || option >= shown.options().size()) {
            model.addAttribute("lesson", shown);
            model.addAttribute("nothingChosen", true);
            return "learningcenter/lesson";
        }
        learning.answer(actor, course, lesson, option);
        return "redirect:/learn/courses/{course}/lessons/{lesson}#check";
    }
}
