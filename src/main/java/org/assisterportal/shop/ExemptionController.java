package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.ExemptionId;
import org.assisterportal.enrollment.Exemptions;
import org.assisterportal.enrollment.Exemptions.Sheet;
import org.assisterportal.enrollment.Exemptions.Told;
import org.assisterportal.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Enters and removes hardship and affordability exemptions, with which somebody of 30 or more may have a catastrophic plan. */
@Controller
@RequestMapping("/coverage/{application}/plans/exemption")
class ExemptionController {
    private final CoverageDoor door;
    private final Exemptions exemptions;
    private final ExemptionWords words;

    ExemptionController(CoverageDoor door, Exemptions exemptions, ExemptionWords words) {
        this.door = door;
        this.exemptions = exemptions;
        this.words = words;
    }

    private static String at(ApplicationId id) {
        return DeskPages.at(id) + "/exemption";
    }

    @GetMapping
    String ask(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> form(hand, id, Map.of(), Map.of(), model));
    }

    private String form(Hand by, ApplicationId id, Map<String, String> typed, Map<String, String> problems, Model model) {
        Sheet sheet = exemptions.show(by, id).orElse(null);
        if (sheet == null) {
            return DeskPages.tasks(id);
        }
        common(id, model);
        model.addAttribute("year", sheet.planYear());
        model.addAttribute("people", words.people(sheet));
        model.addAttribute("lines", words.lines(sheet));
        model.addAttribute("months", words.months());
        model.addAttribute("typed", typed);
        model.addAttribute("problemOf", problems);
        return "shop/exemption";
    }

    private static void common(ApplicationId id, Model model) {
        model.addAttribute("paper", Map.of("id", id));
        model.addAttribute("spot", true);
        model.addAttribute("base", DeskPages.at(id));
    }

    @PostMapping
    String tell(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor, HttpServletRequest request,
            Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    if (typed.containsKey(Workspace.CHECK)) {
                        return form(hand, id, typed, Map.of(), model);
                    }
                    Told told = exemptions.tell(hand, id, typed.getOrDefault("person", ""), typed.getOrDefault("certificate", ""), month(typed, "from"), month(typed, "to"));
                    return told instanceof Told.Invalid invalid
                            ? form(hand, id, typed, invalid.problems(), model)
                            : after(hand, id, told, "enroll.exemption.kept", request, model, flash);
                });
    }

    private static int month(Map<String, String> typed, String field) {
        String text = typed.getOrDefault(field, "");
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }

    private String after(Hand hand, ApplicationId id, Told told, String said, HttpServletRequest request, Model model, RedirectAttributes flash) {
        return switch (told) {
            case Told.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
            case Told.Done done -> {
                flash.addFlashAttribute("done", said);
                yield "redirect:" + DeskPages.at(id);
            }
            default -> DeskPages.tasks(id);
        };
    }

    @GetMapping("/{exemption}/remove")
    String askToRemove(
            @PathVariable String application, @PathVariable String exemption, @AuthenticationPrincipal Actor actor, HttpServletRequest request,
            Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(
                hand -> {
                    ExemptionId one = ExemptionId.parse(exemption);
                    Sheet sheet = exemptions.show(hand, id).filter(found -> found.line(one).isPresent()).orElse(null);
                    if (sheet == null) {
                        return DeskPages.tasks(id);
                    }
                    common(id, model);
                    model.addAttribute("said", words.said(sheet.line(one).orElseThrow()));
                    model.addAttribute("exemption", one);
                    return "shop/exemption-remove";
                });
    }

    @PostMapping("/{exemption}/remove")
    String remove(
            @PathVariable String application, @PathVariable String exemption, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand ->
                        typed.containsKey(Workspace.CHECK)
                                ? "redirect:" + at(id)
                                : after(hand, id, exemptions.remove(hand, id, ExemptionId.parse(exemption)), "enroll.exemption.removed", request, model, flash));
    }
}
