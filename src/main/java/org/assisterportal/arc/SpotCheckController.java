package org.assisterportal.arc;

import java.util.UUID;
import org.assisterportal.consumer.SpotChecks;
import org.assisterportal.consumer.SpotChecks.Outcome;
import org.assisterportal.shared.Actor;
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

/** Authorizations that were given by mail: an officer checks them, and stops what isn't right. */
@Controller
@RequestMapping("/arc/spot-checks")
class SpotCheckController {
    private final SpotChecks checks;

    SpotCheckController(SpotChecks checks) {
        this.checks = checks;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("checks", checks.list(page, actor));
        return "arc/spot-checks";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        UUID authorization = UuidText.parse(id);
        model.addAttribute("id", authorization);
        model.addAttribute("longest", SpotChecks.LONGEST_NOTE);
        switch (checks.show(authorization, actor)) {
            case SpotChecks.Look.Shown shown -> model.addAttribute("check", shown.check());
            case SpotChecks.Look.Own own -> model.addAttribute("own", true);
        }
        return "arc/spot-check";
    }

    @PostMapping("/{id}")
    String check(
            @PathVariable String id,
            @RequestParam SpotChecks.Result result,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Actor actor,
            Model model,
            RedirectAttributes flash) {
        Outcome outcome = checks.check(UuidText.parse(id), result, note, actor);
        if (outcome == Outcome.NO_NOTE) {
            model.addAttribute("problem", "spot-check.outcome.NO_NOTE");
            model.addAttribute("typed", note);
            return show(id, actor, model);
        }
        flash.addFlashAttribute(
                outcome == Outcome.DONE ? "done" : "refused",
                outcome == Outcome.DONE ? "spot-check.done." + result : "spot-check.outcome." + outcome);
        return outcome == Outcome.DONE ? "redirect:/arc/spot-checks" : "redirect:/arc/spot-checks/{id}";
    }
}
