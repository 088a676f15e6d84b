package org.assisterportal.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.acting.ActingDoor.Entered;
import org.assisterportal.acting.ActingDoor;
import org.assisterportal.acting.ActiveConsumer;
import org.assisterportal.acting.Workspace;
import org.assisterportal.agency.Rosters;
import org.assisterportal.agency.States;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.Acting;
import org.assisterportal.consumer.Casework;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers.Changed;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Profile;
import org.assisterportal.consumer.Scope;
import org.assisterportal.document.Documents;
import org.assisterportal.pages.YearCards;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The workspace of the consumer for whom one acts: profile, authorization, diary. */
@Controller
@RequestMapping("/portal/consumers/{consumer}")
class ConsumerController {
    private final ActingDoor door;
    private final Casework casework;
    private final Consumers consumers;
    private final Diary diary;
    private final YearCards years;
    private final Documents documents;
    private final Rosters rosters;
    private final Clock clock;

    ConsumerController(
            ActingDoor door, Casework casework, Consumers consumers, Diary diary, YearCards years, Documents documents, Rosters rosters,
            Clock clock) {
        this.door = door;
        this.casework = casework;
        this.consumers = consumers;
        this.diary = diary;
        this.years = years;
        this.documents = documents;
        this.rosters = rosters;
        this.clock = clock;
    }

    @GetMapping
    String workspace(
            @PathVariable String consumer, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return switch (door.enter(actor, ConsumerId.parse(consumer), Scope.SEE, Map.of(), request, model)) {
            case Entered.Instead instead -> instead.view();
            case Entered.Over over -> over.view();
            case Entered.In in -> {
                model.addAttribute("shown", casework.show(in.acting()));
                Hand hand = new Hand.OnBehalf(in.acting());
                years.show(hand, model);
                model.addAttribute("proofs", documents.standing(in.acting().consumer()));
                model.addAttribute("today", Minnesota.today(clock));
                yield "portal/consumer";
            }
        };
    }

    @GetMapping("/diary")
    String diary(
            @PathVariable String consumer,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        return switch (door.enter(actor, ConsumerId.parse(consumer), Scope.SEE, Map.of(), request, model)) {
            case Entered.Instead instead -> instead.view();
            case Entered.Over over -> over.view();
            case Entered.In in -> {
                boolean looks = show.equals("looks");
                model.addAttribute("lines", diary.of(in.acting(), looks, page));
                model.addAttribute("looks", looks);
                yield "portal/diary";
            }
        };
    }

    @GetMapping("/profile")
    String profile(
            @PathVariable String consumer, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return switch (door.enter(actor, ConsumerId.parse(consumer), Scope.APPLY, Map.of(), request, model)) {
            case Entered.Instead instead -> instead.view();
            case Entered.Over over -> over.view();
            case Entered.In in -> {
                Profile profile = consumers.view(in.acting());
                yield form(profile, profile.form(), Map.of(), profile.version(), model);
            }
        };
    }

    @PostMapping("/profile")
    String change(
            @PathVariable String consumer,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "0") int version,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ConsumerId id = ConsumerId.parse(consumer);
        ActiveConsumer active = ActiveConsumer.of(request, actor).orElse(null);
        return switch (door.enter(actor, id, Scope.APPLY, typed, request, model)) {
            case Entered.Instead instead -> instead.view();
            case Entered.In in when typed.containsKey(Workspace.CHECK) -> {
                model.addAttribute("check", true);
                yield form(consumers.view(in.acting()), typed, Map.of(), version, model);
            }
            case Entered.In in ->
                    switch (consumers.change(actor, id, typed, version)) {
                        case Changed.Done done -> {
                            flash.addFlashAttribute("done", done.fields().isEmpty() ? "caseload.profile.same" : "caseload.profile.done");
                            yield "redirect:" + Workspace.address(id, "");
                        }
                        case Changed.Invalid invalid -> form(consumers.view(in.acting()), typed, invalid.problems(), version, model);
                        case Changed.Stale stale -> stale(in.acting(), typed, model);
                        case Changed.Stopped stopped -> stopped(stopped, actor, Objects.requireNonNull(active), request, model);
                    };
            // What was typed when it was over is kept for the consumer.
            case Entered.Over over -> {
                model.addAttribute("kept", consumers.change(actor, id, typed, version) instanceof Changed.Stopped stopped && stopped.kept());
                yield over.view();
            }
        };
    }

    private String stopped(
            Changed.Stopped stopped, Actor actor, ActiveConsumer active, HttpServletRequest request, Model model) {
        Guard.Why why = stopped.refused().why();
        model.addAttribute("kept", stopped.kept());
        if (why == Guard.Why.SCOPE) {
            return "acting/only-see";
        }
        model.addAttribute("acting", null);
        return door.over(actor, active, why, request, model);
    }

    private String stale(Acting acting, Map<String, String> typed, Model model) {
        Profile now = consumers.view(acting);
        model.addAttribute("stale", true);
        model.addAttribute("now", now.form());
        return form(now, typed, Map.of(), now.version(), model);
    }

    private String form(Profile profile, Map<String, String> typed, Map<String, String> problems, int version, Model model) {
        model.addAttribute("profile", profile);
        model.addAttribute("typed", typed);
        model.addAttribute("problemOf", problems);
        model.addAttribute("fields", Consumers.FIELDS.stream().filter(problems::containsKey).toList());
        model.addAttribute("version", version);
        model.addAttribute("counties", rosters.counties());
        model.addAttribute("states", States.names());
        return "portal/profile";
    }
}
