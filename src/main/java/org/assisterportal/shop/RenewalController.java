package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.Enrollments.Kept;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Renewals.Outlook;
import org.assisterportal.enrollment.Renewals;
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

/** This year's plans beside the next one's: keep them, choose others, or say that they are not to go on. */
@Controller
@RequestMapping("/coverage/{application}/renewal")
class RenewalController {
    private final CoverageDoor door;
    private final Renewals renewals;
    private final RenewalWords words;

    RenewalController(CoverageDoor door, Renewals renewals, RenewalWords words) {
        this.door = door;
        this.renewals = renewals;
        this.words = words;
    }

    private static String at(ApplicationId id) {
        return "/coverage/" + id + "/renewal";
    }

    @GetMapping
    String show(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(
                hand -> {
                    Outlook outlook = renewals.outlook(hand).orElse(null);
                    model.addAttribute("paper", Map.of("id", id));
                    model.addAttribute("spot", true);
                    model.addAttribute("fills", CoverageDoor.fills(hand));
                    model.addAttribute("outlook", outlook);
                    if (outlook != null) {
                        model.addAttribute("lines", words.lines(outlook));
                        model.addAttribute("late", words.isLate(outlook));
                        model.addAttribute("keeps", words.keeps(outlook));
                        model.addAttribute("nobody", words.nobody(outlook));
                    }
                    return "shop/renewal";
                });
    }

    /** Into the basket, from where it is read over and signed. */
    @PostMapping("/keep")
    String keep(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor, HttpServletRequest request,
            Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    String version = typed.getOrDefault("version", "");
                    if (typed.containsKey(Workspace.CHECK) || !version.matches("\\d{1,9}")) {
                        return "redirect:" + at(id);
                    }
                    return went(hand, id, renewals.keep(hand, id, Integer.parseInt(version)), "enroll.renewal.kept", DeskPages.at(id), request, model, flash);
                });
    }

    @PostMapping("/decline")
    String decline(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor, HttpServletRequest request,
            Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    if (typed.containsKey(Workspace.CHECK)) {
                        return "redirect:" + at(id);
                    }
                    boolean declined = typed.getOrDefault("declined", "true").equals("true");
                    String said = declined ? "enroll.renewal.declined" : "enroll.renewal.wanted";
                    return went(hand, id, renewals.decline(hand, declined), said, at(id), request, model, flash);
                });
    }

    private String went(
            Hand hand, ApplicationId id, Kept kept, String said, String to, HttpServletRequest request, Model model, RedirectAttributes flash) {
        return switch (kept) {
            case Kept.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
            case Kept.Refused refused -> back(id, refused.message(), flash);
            case Kept.Stale stale -> back(id, "enroll.stale", flash);
            case Kept.Done done -> {
                flash.addFlashAttribute("done", said);
                yield "redirect:" + to;
            }
        };
    }

    private static String back(ApplicationId id, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", message);
        return message.equals(Enrollments.NOT_IN_FORCE) ? DeskPages.tasks(id) : "redirect:" + at(id);
    }
}
