package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.PlanProposals.Outcome;
import org.assisterportal.enrollment.PlanProposals;
import org.assisterportal.plan.PlanId;
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

/** An assister proposes plans: which, why, and off to the consumer. */
@Controller
@RequestMapping("/coverage/{application}/plans/propose")
class ProposeController {
    private final CoverageDoor door;
    private final PlanProposals proposals;
    private final ProposalPages pages;

    ProposeController(CoverageDoor door, PlanProposals proposals, ProposalPages pages) {
        this.door = door;
        this.proposals = proposals;
        this.pages = pages;
    }

    private static String at(ApplicationId id) {
        return "redirect:" + DeskPages.at(id) + "/propose";
    }

    private static Hand.OnBehalf assister(Hand hand) {
        if (hand instanceof Hand.OnBehalf on) {
            return on;
        }
        throw new NotFound();
    }

    @GetMapping
    String show(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> pages.making(assister(hand), id, model));
    }

    /** A plan of the list asks for the reason; with a reason it is kept. */
    @PostMapping
    String propose(
            @PathVariable String application, @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") List<String> people,
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    Hand.OnBehalf by = assister(hand);
                    String plan = typed.getOrDefault("plan", "");
                    String version = typed.getOrDefault("draft", "");
                    if (!PlanId.isOne(plan)) {
                        return at(id);
                    }
                    if (!typed.containsKey("reason") || typed.containsKey(Workspace.CHECK) || !version.matches("\\d{1,9}")) {
                        return ask(by, id, typed, people, Map.of(), model, flash);
                    }
                    return switch (proposals.put(by, id, new PlanId(plan), people, typed.getOrDefault("reason", ""), Integer.parseInt(version))) {
                        case Outcome.Done done -> {
                            flash.addFlashAttribute("done", "propose.added");
                            yield at(id);
                        }
                        case Outcome.Invalid invalid -> ask(by, id, typed, people, invalid.problems(), model, flash);
                        case Outcome.Refused refused -> ask(by, id, typed, people, Map.of("reason", refused.message()), model, flash);
                        case Outcome.Stale stale -> ask(by, id, typed, people, Map.of("reason", "propose.stale.typed"), model, flash);
                        case Outcome.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
                    };
                });
    }

    private String ask(
            Hand.OnBehalf by, ApplicationId id, Map<String, String> typed, List<String> people, Map<String, String> problems, Model model,
            RedirectAttributes flash) {
        String plan = typed.getOrDefault("plan", "");
        if (!typed.containsKey("reason") && proposals.draft(by, id).isFullFor(plan)) {
            flash.addFlashAttribute("refused", "enrollment.proposal.full");
            return at(id);
        }
        String page = pages.reason(by, id, plan, people, typed, problems, model);
        if (page == null) {
            return problems.containsValue(Enrollments.NOT_IN_FORCE) ? DeskPages.tasks(id) : gone(id, flash);
        }
        return page;
    }

    private static String gone(ApplicationId id, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", "enrollment.put.not-sold");
        return at(id);
    }

    @PostMapping("/remove")
    String remove(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    Hand.OnBehalf by = assister(hand);
                    String plan = typed.getOrDefault("plan", "");
                    if (typed.containsKey(Workspace.CHECK) || !PlanId.isOne(plan)) {
                        return at(id);
                    }
                    return after(by, id, proposals.remove(by, id, new PlanId(plan), version(typed)), "propose.removed", request, model, flash);
                });
    }

    @PostMapping("/send")
    String send(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    Hand.OnBehalf by = assister(hand);
                    if (typed.containsKey(Workspace.CHECK)) {
                        return at(id);
                    }
                    Outcome sent = proposals.send(by, id, version(typed));
                    if (sent instanceof Outcome.Done) {
                        flash.addFlashAttribute("done", "propose.sent");
                        return "redirect:" + DeskPages.at(id) + "/proposal";
                    }
                    return after(by, id, sent, "propose.sent", request, model, flash);
                });
    }

    /** No version is none that there is. */
    private static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("draft", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private String after(
            Hand by, ApplicationId id, Outcome outcome, String done, HttpServletRequest request, Model model, RedirectAttributes flash) {
        return switch (outcome) {
            case Outcome.Done ok -> {
                flash.addFlashAttribute("done", done);
                yield at(id);
            }
            case Outcome.Stale stale -> {
                flash.addFlashAttribute("refused", "propose.stale");
                yield at(id);
            }
            case Outcome.Refused refused -> {
                flash.addFlashAttribute("refused", refused.message());
                yield refused.message().equals(Enrollments.NOT_IN_FORCE) ? DeskPages.tasks(id) : at(id);
            }
            case Outcome.Stopped stopped -> door.stopped(by, stopped.refused(), false, request, model);
            case Outcome.Invalid invalid -> at(id);
        };
    }
}
