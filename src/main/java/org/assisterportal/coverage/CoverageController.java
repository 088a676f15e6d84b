package org.assisterportal.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications.Begun;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Conversations;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Section;
import org.assisterportal.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Begins an application, and shows how far it is. */
@Controller
@RequestMapping("/coverage")
class CoverageController {
    private final CoverageDoor door;
    private final Applications applications;
    private final Changes changes;
    private final Conversations conversations;
    private final Contradictions contradictions;
    private final Newer newer;

    CoverageController(
            CoverageDoor door, Applications applications, Changes changes, Conversations conversations, Contradictions contradictions,
            Newer newer) {
        this.door = door;
        this.applications = applications;
        this.changes = changes;
        this.conversations = conversations;
        this.contradictions = contradictions;
        this.newer = newer;
    }

    @GetMapping
    String begin(@AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return door.fill(actor, null, Map.of(), request, model).page(hand -> {
            Optional<Applications.Standing> newest = applications.newest(hand);
            return newest.map(one -> "redirect:" + Addresses.tasks(one.id())).orElse("coverage/begin");
        });
    }

    @PostMapping
    String start(@AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return door.fill(actor, null, Map.of(), request, model).page(
                hand -> switch (applications.start(hand)) {
                    case Begun.Done done -> "redirect:" + Addresses.tasks(done.id());
                    case Begun.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
                });
    }

    @GetMapping("/{application}")
    String tasks(
            @PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(hand -> {
            Paper paper = applications.show(hand, id);
            model.addAttribute("paper", paper);
            model.addAttribute("contradictions", contradictions.of(paper, applications.contradictions(hand, id)));
            model.addAttribute("sections", Section.values());
            if (paper.signedAt() != null) {
                newer.mark(hand, id, model);
            }
            if (paper.isDraft() && paper.planYear() != null) {
                model.addAttribute("from", changes.inForce(hand, paper.planYear()).orElse(null));
            }
            if (hand instanceof Hand.OnBehalf on) {
                model.addAttribute("talk", conversations.newest(on, id).orElse(null));
            }
            model.addAttribute("leftBehind", applications.leftBehind(hand, id));
            model.addAttribute("fills", CoverageDoor.fills(hand));
            return "coverage/tasks";
        });
    }
}
