package org.assisterportal.learningcenter;

import java.util.Optional;
import java.util.UUID;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.learning.Learning;
import org.assisterportal.learning.LearningPath;
import org.assisterportal.learning.LearningPath.CourseOnPath;
import org.assisterportal.learning.LessonView;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;
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
    private final PortalAccess access;

    PathController(Learning learning, PortalAccess access) {
        this.learning = learning;
        this.access = access;
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
                Optional<CourseOnPath> current =
                        open.courses().stream().filter(course -> course.passedAt() == null).findFirst();
                model.addAttribute("current", current.map(CourseOnPath::code).orElse(""));
                UUID subject = actor.subject();
                if (current.isEmpty() && subject != null) {
                    access.of(new PersonId(subject)).ifPresent(standing -> model.addAttribute("standing", standing));
                }
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
        LessonView shown = learning.open(actor, course, lesson);
        model.addAttribute("lesson", shown);
        boolean last = shown.next() == null && shown.answer() != null;
        model.addAttribute("assessment", last && awaitsAssessment(actor, course));
        return "learningcenter/lesson";
    }

    private boolean awaitsAssessment(Actor actor, String code) {
        return learning.path(actor) instanceof LearningPath.Open open
                && open.courses().stream()
                        .anyMatch(course -> course.code().equals(code) && course.trainingDone() && course.passedAt() == null);
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
