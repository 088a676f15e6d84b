package org.assisterportal.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Applications.Begun;
import org.assisterportal.application.Conversations;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Section;
import org.assisterportal.coverage.CoverageDoor.Entered;
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
    private final Conversations conversations;
    private final Contradictions contradictions;
    private final Newer newer;

    CoverageController(
            CoverageDoor door, Applications applications, Conversations conversations, Contradictions contradictions, Newer newer) {
        this.door = door;
        this.applications = applications;
        this.conversations = conversations;
        this.contradictions = contradictions;
        this.newer = newer;
    }

    @GetMapping
    String begin(@AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return switch (door.fill(actor, null, Map.of(), request, model)) {
            case Entered.Instead instead -> instead.view();
            case Entered.Over over -> over.view();
            case Entered.In in -> {
                Optional<Applications.Standing> newest = applications.newest(in.hand());
                yield newest.map(one -> "redirect:" + Addresses.tasks(one.id())).orElse("coverage/begin");
            }
        };
    }

    @PostMapping
    String start(@AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return switch (door.fill(actor, null, Map.of(), request, model)) {
            case Entered.Instead instead -> instead.view();
            case Entered.Over over -> over.view();
            case Entered.In in ->
                    switch (applications.start(in.hand())) {
                        case Begun.Done done -> "redirect:" + Addresses.tasks(done.id());
                        case Begun.Stopped stopped -> door.stopped(in.hand(), stopped.refused(), false, request, model);
                    };
        };
    }

    @GetMapping("/{application}")
    String tasks(
            @PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return switch (door.look(actor, id, request, model)) {
            case Entered.Instead instead -> instead.view();
            case Entered.Over over -> over.view();
            case Entered.In in -> {
                Paper paper = applications.show(in.hand(), id);
                model.addAttribute("paper", paper);
                model.addAttribute("contradictions", contradictions.of(paper, applications.contradictions(in.hand(), id)));
                model.addAttribute("sections", Section.values());
                if (paper.signedAt() != null) {
                    newer.mark(in.hand(), id, model);
                }
                if (in.hand() instanceof Hand.OnBehalf on) {
                    model.addAttribute("talk", conversations.newest(on, id).orElse(null));
                }
                model.addAttribute("leftBehind", applications.leftBehind(in.hand(), id));
                model.addAttribute("fills", CoverageDoor.fills(in.hand()));
                yield "coverage/tasks";
            }
        };
    }
}
