package org.assisterportal.arc;

import java.util.regex.Pattern;
import org.assisterportal.carrier.CarrierFiles;
import org.assisterportal.carrier.CarrierFiles.Outcome;
import org.assisterportal.carrier.CarrierStanding;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files that carriers got, how their sets were answered, and sending one again. Shows nothing of what is in a file. */
@Controller
@RequestMapping("/arc/carriers")
class CarrierController {
    private static final Pattern CONTROL = Pattern.compile("[1-9]\\d{0,8}");

    private static final Pattern POLICY = Pattern.compile("[A-Za-z0-9-]{1,30}");

    private final CarrierFiles files;
    private final CarrierStanding standing;
    private final CarrierSubjects subjects;

    CarrierController(CarrierFiles files, CarrierStanding standing, CarrierSubjects subjects) {
        this.subjects = subjects;
        this.files = files;
        this.standing = standing;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("made", files.areMade());
        model.addAttribute("files", files.list(page, actor));
        return "arc/carriers";
    }

    /** The number goes by a form and stands in the address of what it leads to, as policies' numbers do. */
    @PostMapping("/policies")
    String find(@RequestParam(defaultValue = "") String number, RedirectAttributes flash) {
        String policy = number.replaceAll("\\s", "");
        if (!POLICY.matcher(policy).matches()) {
            flash.addFlashAttribute("refused", "carrier.policy.wrong");
            return "redirect:/arc/carriers";
        }
        return "redirect:/arc/carriers/policies/" + policy;
    }

    @GetMapping("/policies/{policy}")
    String policy(@PathVariable String policy, @AuthenticationPrincipal Actor actor, Model model) {
        if (!POLICY.matcher(policy).matches()) {
            throw new NotFound();
        }
        model.addAttribute("policy", policy);
        subjects.of(policy, actor).ifPresent(subject -> model.addAttribute("subject", subject));
        model.addAttribute("told", standing.all(policy, actor));
        return "arc/carrier-policy";
    }

    @GetMapping("/{control}")
    String show(@PathVariable String control, @RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor actor, Model model) {
        int number = number(control);
        model.addAttribute("file", files.find(number, actor).orElseThrow(NotFound::new));
        model.addAttribute("sets", files.sets(number, page, actor));
        return "arc/carrier-file";
    }

    @PostMapping("/{control}/again")
    String sendAgain(
            @PathVariable String control, @RequestParam(defaultValue = "false") boolean confirmed, @AuthenticationPrincipal Actor actor,
            Model model, RedirectAttributes flash) {
        if (!confirmed) {
            model.addAttribute("problem", "carrier.again.unconfirmed");
            return show(control, 1, actor, model);
        }
        Outcome outcome = files.sendAgain(number(control), actor);
        flash.addFlashAttribute(outcome == Outcome.DONE ? "done" : "refused", "carrier.outcome." + outcome);
        return "redirect:/arc/carriers/{control}";
    }

    private static int number(String control) {
        if (!CONTROL.matcher(control).matches()) {
            throw new NotFound();
        }
        return Integer.parseInt(control);
    }
}
