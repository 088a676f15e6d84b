package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Made;
import org.assisterportal.enrollment.PlanProposal;
import org.assisterportal.enrollment.PlanProposals;
import org.assisterportal.pages.Languages;
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

/** Reads what is chosen over, and signs it. */
@Controller
@RequestMapping("/coverage/{application}/plans/sign")
class SignPlansController {
    private final CoverageDoor door;
    private final Enrollments enrollments;
    private final PlanProposals proposals;
    private final DeskPages desks;
    private final EnrollWords words;
    private final StandingWords standing;
    private final EventWords events;

    SignPlansController(CoverageDoor door, Enrollments enrollments, PlanProposals proposals, DeskPages desks, EnrollWords words, StandingWords standing, EventWords events) {
        this.door = door;
        this.enrollments = enrollments;
        this.proposals = proposals;
        this.desks = desks;
        this.words = words;
        this.standing = standing;
        this.events = events;
    }

    @GetMapping
    String form(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> form(hand, id, Map.of(), Map.of(), model));
    }

    private String form(Hand hand, ApplicationId id, Map<String, String> typed, Map<String, String> problems, Model model) {
        Desk desk = desks.desk(hand, id, model);
        if (desk == null) {
            return DeskPages.tasks(id);
        }
        Chance by = desk.preview().by();
        boolean credit = desk.preview().creditAlone();
        if (by == null || desk.waiting() != null || !credit && desk.basket().lines().isEmpty()) {
            return "redirect:" + DeskPages.at(id);
        }
        TypedSignature signature = new TypedSignature(hand, desk.names().getOrDefault(Member.SELF, ""));
        model.addAttribute("credit", credit);
        model.addAttribute("groups", credit ? List.of() : words.groups(desk));
        model.addAttribute("takes", words.takes(desk));
        model.addAttribute("medicare", credit ? List.of() : words.medicare(desk));
        model.addAttribute("begins", words.begins(by));
        model.addAttribute("toProve", events.toProve(by));
        model.addAttribute("ending", standing.ending(desk));
        model.addAttribute("later", standing.later(desk));
        model.addAttribute("text", enrollments.words(Languages.current()));
        model.addAttribute("choice", hand instanceof Hand.Own ? "own" : "behalf");
        model.addAttribute("names", Map.of("consumer", signature.consumer(), "signer", signature.signer()));
        model.addAttribute("signer", signature.signer());
        model.addAttribute("ways", ways(hand, desk));
        model.addAttribute("typed", typed);
        model.addAttribute("problemOf", problems);
        return "shop/sign";
    }

    /** How the choice can have been made for which an assister signs; that the consumer picked is offered where that is so. */
    private List<Made> ways(Hand by, Desk desk) {
        boolean picked = by instanceof Hand.OnBehalf && PlanProposal.covers(proposals.of(by, desk.id()), desk.basket());
        return by instanceof Hand.Own ? List.of() : Arrays.stream(Made.values()).filter(one -> picked || one != Made.FROM_PROPOSAL).toList();
    }

    @PostMapping
    String sign(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    if (typed.containsKey(Workspace.CHECK)) {
                        return form(hand, id, TypedSignature.again(typed), Map.of(), model);
                    }
                    return switch (enrollments.sign(hand, id, typed, Languages.current())) {
                        case Enrollments.Signed.Done done -> {
                            flash.addFlashAttribute("done", done.creditAlone() ? "enroll.credit.signed" : done.waits() ? "enroll.signed.waits" : "enroll.signed");
                            yield "redirect:/coverage/" + id + "/policies";
                        }
                        case Enrollments.Signed.Invalid invalid -> form(hand, id, typed, invalid.problems(), model);
                        case Enrollments.Signed.Changed changed -> DeskPages.refused(id, "enroll.sign.changed", flash);
                        case Enrollments.Signed.Refused no -> DeskPages.refused(id, no.message(), flash);
                        case Enrollments.Signed.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
                    };
                });
    }
}
