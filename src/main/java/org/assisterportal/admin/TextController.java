package org.assisterportal.admin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.assisterportal.policy.PolicyTexts;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Texts that bind people: their versions and languages, and recording that somebody has reviewed one. */
@Controller
@RequestMapping("/admin/texts")
class TextController {
    private final PolicyTexts texts;

    TextController(PolicyTexts texts) {
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("versions", texts.all());
        return "admin/texts";
    }

    @GetMapping("/{code}/{version}/{tag}")
    String show(@PathVariable String code, @PathVariable String version, @PathVariable String tag, Model model) {
        PolicyTexts.Version found =
                texts.all().stream()
                        .filter(one -> one.text().code().equals(code) && one.text().tag().equals(tag))
                        .filter(one -> one.text().version().toString().equals(version))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        model.addAttribute("one", found);
        return "admin/text";
    }

    @PostMapping("/{code}/{version}/{tag}/review")
    String review(
            @PathVariable String code,
            @PathVariable String version,
            @PathVariable String tag,
            @RequestParam(defaultValue = "") String reviewer,
            @RequestParam(defaultValue = "") String on,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        LocalDate day = day(version);
        if (day == null) {
            throw new NotFound();
        }
        LocalDate reviewed = day(on.strip());
        String problem =
                reviewed == null
                        ? "policy.review.day"
                        : texts.review(code, day, Locale.of(tag), reviewer, reviewed, actor)
                                        instanceof PolicyTexts.Outcome.Refused refused
                                ? refused.reason()
                                : null;
        if (problem != null) {
            model.addAttribute("problem", problem);
            model.addAttribute("reviewer", reviewer);
            model.addAttribute("on", on);
            return show(code, version, tag, model);
        }
        return "redirect:/admin/texts?reviewed";
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
