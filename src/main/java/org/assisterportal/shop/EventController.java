package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.Enrollments.Reported;
import org.assisterportal.enrollment.Enrollments.Told;
import org.assisterportal.enrollment.Enrollments;
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
    private final Enrollments enrollments;
    private final EnrollWords words;

    EventController(CoverageDoor door, Enrollments enrollments, EnrollWords words) {
        this.door = door;
        this.enrollments = enrollments;
        this.words = words;
    }

    @GetMapping
    String ask(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> form(id, Map.of(), Map.of(), null, model));
    }

    private String form(ApplicationId id, Map<String, String> typed, Map<String, String> problems, @Nullable Told told, Model model) {
        model.addAttribute("paper", Map.of("id", id));
        model.addAttribute("spot", true);
        model.addAttribute("base", "/coverage/" + id + "/plans");
        model.addAttribute("events", LifeEvent.values());
        model.addAttribute("typed", typed);
        model.addAttribute("problemOf", problems);
        model.addAttribute("told", told == null ? null : words.told(told));
        return "shop/event";
    }

    @PostMapping
    String report(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
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
                        return form(id, typed, problems, null, model);
                    }
                    return report(hand, id, event.get(), day, typed, request, model, flash);
                });
    }

    private String report(
            Hand by, ApplicationId id, LifeEvent event, LocalDate day, Map<String, String> typed, HttpServletRequest request, Model model,
            RedirectAttributes flash) {
        return switch (enrollments.report(by, id, event, day)) {
            case Reported.Stopped stopped -> door.stopped(by, stopped.refused(), false, request, model);
            case Reported.Closed closed -> "redirect:/coverage/" + id;
            case Reported.Judged judged when judged.told() instanceof Told.Done -> {
                flash.addFlashAttribute("done", "enroll.event.kept");
                yield "redirect:/coverage/" + id + "/plans";
            }
            case Reported.Judged judged -> form(id, typed, Map.of(), judged.told(), model);
        };
    }
}
