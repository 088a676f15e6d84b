package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.PlanProposals.Outcome;
import org.assisterportal.enrollment.PlanProposals;
import org.assisterportal.plan.PlanId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.UuidText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was proposed: an assister sees how it was answered, the consumer answers. */
@Controller
@RequestMapping("/coverage/{application}/plans/proposal")
class ProposalController {
    private final CoverageDoor door;
    private final PlanProposals proposals;
    private final ProposalPages pages;

    ProposalController(CoverageDoor door, PlanProposals proposals, ProposalPages pages) {
        this.door = door;
        this.proposals = proposals;
        this.pages = pages;
    }

    private static String at(ApplicationId id) {
        return "redirect:" + DeskPages.at(id) + "/proposal";
    }

    private static Hand.Own consumer(Hand hand) {
        if (hand instanceof Hand.Own own) {
            return own;
        }
        throw new NotFound();
    }

    /** Also where a refused answer stands, for whoever opens its address. */
    @GetMapping({"", "/decline"})
    String show(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(hand -> pages.proposed(hand, id, Map.of(), "", model));
    }

    private static @Nullable UUID proposal(Map<String, String> typed) {
        String id = typed.getOrDefault("proposal", "");
        return id.isEmpty() ? null : UuidText.parse(id);
    }

    @PostMapping("/pick")
    String pick(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    Hand.Own by = consumer(hand);
                    UUID proposal = proposal(typed);
                    String plan = typed.getOrDefault("plan", "");
                    String version = typed.getOrDefault("version", "");
                    if (typed.containsKey(Workspace.CHECK) || proposal == null || !PlanId.isOne(plan) || !version.matches("\\d{1,9}")) {
                        return at(id);
                    }
                    return switch (proposals.pick(by, id, proposal, new PlanId(plan), Integer.parseInt(version))) {
                        case Outcome.Done done -> {
                            flash.addFlashAttribute("done", "enroll.chosen");
                            yield "redirect:" + DeskPages.at(id);
                        }
                        case Outcome.Refused refused -> refused(id, refused.message(), flash);
                        case Outcome.Stale stale -> refused(id, "enroll.stale", flash);
                        default -> at(id);
                    };
                });
    }

    private static String refused(ApplicationId id, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", message);
        return at(id);
    }

    @PostMapping("/decline")
    String decline(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    Hand.Own by = consumer(hand);
                    UUID proposal = proposal(typed);
                    String said = typed.getOrDefault("said", "");
                    if (typed.containsKey(Workspace.CHECK) || proposal == null) {
                        return pages.proposed(by, id, Map.of(), said, model);
                    }
                    return switch (proposals.decline(by, id, proposal, said)) {
                        case Outcome.Done done -> {
                            flash.addFlashAttribute("done", "propose.declined.done");
                            yield at(id);
                        }
                        case Outcome.Invalid invalid -> pages.proposed(by, id, invalid.problems(), said, model);
                        // What was typed stays, should it answer the newer one.
                        case Outcome.Refused refused -> {
                            model.addAttribute("refused", refused.message());
                            yield pages.proposed(by, id, Map.of(), said, model);
                        }
                        default -> at(id);
                    };
                });
    }
}
