package org.assisterportal.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Conversations.Noted;
import org.assisterportal.application.Conversations;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.consumer.Consumers;
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

/** Interview mode: an assister says how they talk with the consumer; for a consumer's own hand it doesn't exist. */
@Controller
@RequestMapping("/coverage/{application}/conversation")
class ConversationController {
    private final CoverageDoor door;
    private final Applications applications;
    private final Conversations conversations;
    private final Consumers consumers;

    ConversationController(
            CoverageDoor door, Applications applications, Conversations conversations, Consumers consumers) {
        this.door = door;
        this.applications = applications;
        this.conversations = conversations;
        this.consumers = consumers;
    }

    @GetMapping
    String form(
            @PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> {
            Hand.OnBehalf by = assister(hand);
            Map<String, String> typed = new HashMap<>();
            conversations.newest(by, id).ifPresent(
                    one -> {
                        typed.put(Conversations.ALOUD, one.aloud() == null ? "" : one.aloud());
                        typed.put(Conversations.INTERPRETER, one.interpreter().name());
                    });
            return form(by, id, typed, Map.of(), model);
        });
    }

    private static Hand.OnBehalf assister(Hand hand) {
        if (hand instanceof Hand.OnBehalf on) {
            return on;
        }
        throw new NotFound();
    }

    private String form(Hand.OnBehalf by, ApplicationId id, Map<String, String> typed, Map<String, String> problems, Model model) {
        Paper paper = applications.show(by, id);
        if (!paper.isDraft()) {
            return "redirect:" + Addresses.tasks(id);
        }
        model.addAttribute("typing", true);
        model.addAttribute("paper", paper);
        model.addAttribute("profile", consumers.view(by.acting()));
        model.addAttribute("interpreters", Conversations.Interpreter.values());
        model.addAttribute("typed", typed);
        model.addAttribute("problemOf", problems);
        return "coverage/conversation";
    }

    @PostMapping
    String note(
            @PathVariable String application,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(hand -> {
            if (typed.containsKey(Workspace.CHECK)) {
                return form(assister(hand), id, typed, Map.of(), model);
            }
            return switch (conversations.note(assister(hand), id, typed)) {
                case Noted.Done done -> {
                    flash.addFlashAttribute("done", "apply.talk.noted");
                    yield "redirect:" + Addresses.tasks(id);
                }
                case Noted.Closed closed -> "redirect:" + Addresses.tasks(id);
                case Noted.Invalid invalid -> form(assister(hand), id, typed, invalid.problems(), model);
                case Noted.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
            };
        });
    }
}
