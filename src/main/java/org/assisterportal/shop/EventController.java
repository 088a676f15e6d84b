package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.enrollment.CoverageBefore;
import org.assisterportal.enrollment.Events.Reported;
import org.assisterportal.enrollment.Events.Told;
import org.assisterportal.enrollment.EventId;
import org.assisterportal.enrollment.Events;
import org.assisterportal.enrollment.Events.TakenBack;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.TypedDay;
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

/** Says what happened to a household, and whether it lets them choose a plan now. */
@Controller
@RequestMapping("/coverage/{application}/plans/event")
class EventController {

    private final CoverageDoor door;
    private final Events events;
    private final EventWords words;
    private final OtherYear otherYear;

    EventController(CoverageDoor door, Events events, EventWords words, OtherYear otherYear) {
        this.door = door;
        this.events = events;
        this.words = words;
        this.otherYear = otherYear;
    }

    @GetMapping
    String ask(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> form(hand, id, Map.of(), List.of(), Map.of(), null, model));
    }

    private String form(
            Hand by, ApplicationId id, Map<String, String> typed, List<String> chosen, Map<String, String> problems, @Nullable Told told, Model model) {
        List<Member> people = events.people(by, id);
        if (people.isEmpty()) {
            return DeskPages.tasks(id);
        }
        model.addAttribute("people", people);
        model.addAttribute("chosen", people.size() == 1 ? List.of(people.getFirst().key()) : chosen);
        model.addAttribute("missing", told instanceof Told.Missing);
        model.addAttribute("fills", true);
        if (told instanceof Told.OtherYear other) {
            otherYear.of(by, other.begins().getYear(), model);
        }
        model.addAttribute("paper", Map.of("id", id));
        model.addAttribute("spot", true);
        model.addAttribute("base", DeskPages.at(id));
        model.addAttribute("events", LifeEvent.values());
        model.addAttribute("befores", CoverageBefore.values());
        model.addAttribute("typed", typed);
        model.addAttribute("problemOf", problems);
        model.addAttribute("told", told == null ? null : words.told(told));
        return "shop/event";
    }

    @PostMapping
    String report(
            @PathVariable String application, @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") List<String> people,
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    Optional<LifeEvent> event = Arrays.stream(LifeEvent.values()).filter(one -> one.name().equals(typed.get("event"))).findFirst();
                    LocalDate day = TypedDay.of(typed.getOrDefault("day", ""));
                    Map<String, String> problems = new LinkedHashMap<>();
                    if (event.isEmpty()) {
                        problems.put("event", "enroll.event.choose");
                    }
                    if (day == null) {
                        problems.put("day", "apply.problem.date");
                    }
                    if (event.isEmpty() || day == null || typed.containsKey(Workspace.CHECK)) {
                        return form(hand, id, typed, people, problems, null, model);
                    }
                    return report(hand, id, event.get(), day, typed, people, request, model, flash);
                });
    }

    private String report(
            Hand by, ApplicationId id, LifeEvent event, LocalDate day, Map<String, String> typed, List<String> people, HttpServletRequest request,
            Model model, RedirectAttributes flash) {
        return switch (events.report(by, id, event, day, people, CoverageBefore.of(typed.get("before")).orElse(null))) {
            case Reported.Stopped stopped -> door.stopped(by, stopped.refused(), false, request, model);
            case Reported.Closed closed -> "redirect:/coverage/" + id;
            case Reported.Judged judged when judged.told() instanceof Told.Done -> {
                flash.addFlashAttribute("done", "enroll.event.kept");
                yield "redirect:/coverage/" + id + "/plans";
            }
            case Reported.Judged judged when judged.told() instanceof Told.Whom whom ->
                    form(by, id, typed, people, Map.of("people", whom.message()), null, model);
            case Reported.Judged judged when judged.told() instanceof Told.Before ->
                    form(by, id, typed, people, Map.of("before", "enroll.event.before.choose"), null, model);
            case Reported.Judged judged -> form(by, id, typed, people, Map.of(), judged.told(), model);
        };
    }

    @GetMapping("/{event}/take-back")
    String askBack(
            @PathVariable String application, @PathVariable String event, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(
                hand -> {
                    Events.Line line = events.find(hand, id, EventId.parse(event)).orElse(null);
                    if (line == null || line.signed()) {
                        return line == null ? DeskPages.tasks(id) : DeskPages.refused(id, "enroll.event.signed", flash);
                    }
                    model.addAttribute("paper", Map.of("id", id));
                    model.addAttribute("spot", true);
                    model.addAttribute("base", DeskPages.at(id));
                    model.addAttribute("said", words.said(line));
                    return "shop/event-take-back";
                });
    }

    @PostMapping("/{event}/take-back")
    String takeBack(
            @PathVariable String application, @PathVariable String event, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    if (typed.containsKey(Workspace.CHECK)) {
                        return "redirect:" + DeskPages.at(id);
                    }
                    return switch (events.takeBack(hand, id, EventId.parse(event))) {
                        case TakenBack.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
                        case TakenBack.Gone gone -> DeskPages.tasks(id);
                        case TakenBack.Signed signed -> DeskPages.refused(id, "enroll.event.signed", flash);
                        case TakenBack.Done done -> {
                            flash.addFlashAttribute("done", "enroll.event.taken-back");
                            yield "redirect:" + DeskPages.at(id);
                        }
                    };
                });
    }
}
