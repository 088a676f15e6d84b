package org.assisterportal.learningcenter;

import java.util.Optional;
import java.util.UUID;
import org.assisterportal.learning.AttemptResult;
import org.assisterportal.learning.AttemptView;
import org.assisterportal.learning.Learning;
import org.assisterportal.learning.Learning.AttemptStart;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.UuidText;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An assessment: one question at a time, all reachable, submitted once. */
@Controller
@RequestMapping("/learn")
class AssessmentController {
    private final Learning learning;

    AssessmentController(Learning learning) {
        this.learning = learning;
    }

    @PostMapping("/courses/{course}/assessment")
    String start(
            @AuthenticationPrincipal Actor actor, @PathVariable String course, RedirectAttributes redirect) {
        return switch (learning.start(actor, course)) {
            case AttemptStart.Started started -> "redirect:/learn/assessments/" + started.attempt() + "/1";
            case AttemptStart.TrainingOpen open -> {
                redirect.addFlashAttribute("lessonsLeft", open.lessonsLeft());
                yield "redirect:/learn";
            }
        };
    }

    @GetMapping("/assessments/{id}/{position:\\d{1,3}}")
    String question(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String id,
            @PathVariable int position,
            Model model) {
        Optional<AttemptView> open = learning.attempt(actor, UuidText.parse(id));
        if (open.isEmpty()) {
            return "redirect:/learn/assessments/{id}/result";
        }
        AttemptView attempt = open.get();
        if (position < 1 || position > attempt.questions().size()) {
            throw new NotFound();
        }
        model.addAttribute("attempt", attempt);
        model.addAttribute("question", attempt.questions().get(position - 1));
        return "learningcenter/question";
    }

    /** Keeps the answer; the button pressed says where to go. */
    @PostMapping("/assessments/{id}/{position:\\d{1,3}}")
    String keep(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String id,
            @PathVariable int position,
            @RequestParam(defaultValue = "-1") int option,
            @RequestParam(defaultValue = "false") boolean flagged,
            @RequestParam(defaultValue = "review") String go) {
        UUID attempt = UuidText.parse(id);
        if (!learning.keep(actor, attempt, position, option, flagged)) {
            return "redirect:/learn/assessments/" + attempt + "/result";
        }
        return "redirect:/learn/assessments/" + attempt + "/" + (go.matches("\\d{1,3}") ? go : "review");
    }

    @GetMapping("/assessments/{id}/review")
    String review(@AuthenticationPrincipal Actor actor, @PathVariable String id, Model model) {
        Optional<AttemptView> open = learning.attempt(actor, UuidText.parse(id));
        open.ifPresent(attempt -> model.addAttribute("attempt", attempt));
        return open.isPresent() ? "learningcenter/review" : "redirect:/learn/assessments/{id}/result";
    }

    @PostMapping("/assessments/{id}/submit")
    String submit(@AuthenticationPrincipal Actor actor, @PathVariable String id) {
        AttemptResult result = learning.submit(actor, UuidText.parse(id));
        return "redirect:/learn/assessments/" + result.attempt() + "/result";
    }

    @GetMapping("/assessments/{id}/result")
    String result(@AuthenticationPrincipal Actor actor, @PathVariable String id, Model model) {
        model.addAttribute("result", learning.result(actor, UuidText.parse(id)));
        return "learningcenter/result";
    }
}
