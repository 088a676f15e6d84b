package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Enrollments.Kept;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Renewals;
import org.assisterportal.plan.PlanId;
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

/** Choosing plans after a determination: what today allows, and the basket. */
@Controller
@RequestMapping("/coverage/{application}/plans")
class ChoiceController {
    private final CoverageDoor door;
    private final Enrollments enrollments;
    private final Renewals renewals;
    private final DeskPages desks;
    private final OtherYear otherYear;
    private final ProposalPages proposals;
    private final EnrollWords words;
    private final StandingWords standing;
    private final PolicyWords policies;
    private final ExemptionWords exemptions;

    ChoiceController(
            CoverageDoor door, Enrollments enrollments, Renewals renewals, DeskPages desks, OtherYear otherYear, ProposalPages proposals, EnrollWords words, StandingWords standing, PolicyWords policies, ExemptionWords exemptions) {
        this.door = door;
        this.enrollments = enrollments;
        this.renewals = renewals;
        this.desks = desks;
        this.otherYear = otherYear;
        this.proposals = proposals;
        this.words = words;
        this.standing = standing;
        this.policies = policies;
        this.exemptions = exemptions;
    }

    @GetMapping
    String show(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(hand -> show(hand, id, model));
    }

    private String show(Hand by, ApplicationId id, Model model) {
        Desk desk = desks.desk(by, id, model);
        if (desk == null) {
            return DeskPages.tasks(id);
        }
        desks.happened(by, desk, model);
        model.addAttribute("groups", words.groups(desk));
        if (!model.containsAttribute("problemOf")) {
            model.addAttribute("problemOf", Map.of());
        }
        model.addAttribute("toEnd", standing.toEnd(desk));
        model.addAttribute("later", standing.later(desk));
        model.addAttribute("apart", words.apart(desk));
        model.addAttribute("medicare", words.medicare(desk));
        model.addAttribute("exempt", exemptions.desk(desk));
        model.addAttribute("today", words.today(desk));
        model.addAttribute("standing", policies.policies(desk.standing()));
        model.addAttribute("renews", renewals.isTime(by) ? words.today().getYear() + 1 : null);
        if (model.getAttribute("renews") == null) {
            otherYear.open(by, desk.planYear(), model);
        }
        proposals.notes(by, id, model);
        return "shop/desk";
    }

    @PostMapping("/choose")
    String choose(
            @PathVariable String application, @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") List<String> people,
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model, RedirectAttributes flash) {
        return changed(
                application, typed, actor, request, model, flash, "enroll.chosen",
                (hand, version) -> {
                    String plan = typed.getOrDefault("plan", "");
                    return PlanId.isOne(plan)
                            ? enrollments.put(hand, ApplicationId.parse(application), new PlanId(plan), people, version)
                            : new Kept.Refused("enrollment.put.not-sold");
                });
    }

    @PostMapping("/remove")
    String remove(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        return changed(
                application, typed, actor, request, model, flash, "enroll.removed",
                (hand, version) -> {
                    String plan = typed.getOrDefault("plan", "");
                    return PlanId.isOne(plan)
                            ? enrollments.remove(hand, ApplicationId.parse(application), new PlanId(plan), version)
                            : new Kept.Refused("enrollment.put.not-sold");
                });
    }

    @PostMapping("/tobacco")
    String tobacco(
            @PathVariable String application, @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") List<String> tobacco,
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model, RedirectAttributes flash) {
        return changed(
                application, typed, actor, request, model, flash, "enroll.saved",
                (hand, version) -> enrollments.tobacco(hand, ApplicationId.parse(application), Set.copyOf(tobacco), version));
    }

    @PostMapping("/credit")
    String credit(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        String amount = typed.getOrDefault("amount", "").replaceAll("[$,\\s]", "");
        boolean all = typed.getOrDefault("take", "all").equals("all");
        if (!all && !amount.matches("\\d{1,6}(\\.\\d{1,2})?")) {
            ApplicationId id = ApplicationId.parse(application);
            return door.fill(actor, id, typed, request, model).page(hand -> wrongCredit(hand, id, typed, model));
        }
        return changed(
                application, typed, actor, request, model, flash, "enroll.saved",
                (hand, version) -> {
                    String party = typed.getOrDefault("party", "");
                    return party.matches("-?\\d{1,3}")
                            ? enrollments.credit(hand, ApplicationId.parse(application), Integer.parseInt(party), all ? null : Money.of(amount), version)
                            : new Kept.Refused("enrollment.put.not-sold");
                });
    }

    /** The choices once more, with what was typed beside what is wrong with it. */
    private String wrongCredit(Hand by, ApplicationId id, Map<String, String> typed, Model model) {
        model.addAttribute("typedCredit", new EnrollWords.TypedCredit(typed.getOrDefault("party", ""), typed.getOrDefault("amount", "")));
        model.addAttribute("problemOf", Map.of("amount-" + typed.getOrDefault("party", ""), "enroll.credit.wrong"));
        return show(by, id, model);
    }

    private String changed(
            String application, Map<String, String> typed, Actor actor, HttpServletRequest request, Model model, RedirectAttributes flash, String done,
            BiFunction<Hand, Integer, Kept> act) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    String version = typed.getOrDefault("version", "");
                    if (typed.containsKey(Workspace.CHECK) || !version.matches("\\d{1,9}")) {
                        return "redirect:" + DeskPages.at(id);
                    }
                    Kept kept = act.apply(hand, Integer.parseInt(version));
                    if (kept instanceof Kept.Stopped stopped) {
                        return door.stopped(hand, stopped.refused(), false, request, model);
                    }
                    return switch (kept) {
                        case Kept.Refused refused -> {
                            flash.addFlashAttribute("refusedOf", refused.plan());
                            yield DeskPages.refused(id, refused.message(), flash);
                        }
                        case Kept.Stale stale -> DeskPages.refused(id, "enroll.stale", flash);
                        default -> {
                            flash.addFlashAttribute("done", done);
                            yield "redirect:" + DeskPages.at(id);
                        }
                    };
                });
    }
}
