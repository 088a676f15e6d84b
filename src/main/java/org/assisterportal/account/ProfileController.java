package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.agency.Rosters;
import org.assisterportal.agency.States;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Consumers.Changed;
import org.assisterportal.consumer.Profile;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is known of the consumer, for themselves to see and change. */
@Controller
@RequestMapping("/account/profile")
class ProfileController {
    private final Consumers consumers;
    private final Rosters rosters;
    private final ReadersLanguage language;
    private final SaidInApplication said;

    ProfileController(Consumers consumers, Rosters rosters, ReadersLanguage language, SaidInApplication said) {
        this.consumers = consumers;
        this.rosters = rosters;
        this.language = language;
        this.said = said;
    }

    /** The present profile, or with what an assister had typed or what the application says put into it, to be read and saved. */
    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable UUID from, @RequestParam(defaultValue = "") String take,
            @AuthenticationPrincipal Actor consumer, Model model) {
        Profile profile = consumers.own(consumer);
        Map<String, String> form = new HashMap<>(profile.form());
        if (from != null) {
            form.putAll(
                    consumers.leftOvers(consumer).stream()
                            .filter(left -> left.id().equals(from))
                            .findFirst()
                            .map(Consumers.LeftOver::content)
                            .orElseThrow(NotFound::new));
        }
        if (take.equals("application")) {
            Map<String, String> taken = said.of(consumer, profile);
            form.putAll(taken);
            model.addAttribute("taken", SaidInApplication.names(taken));
        }
        return page(profile, form, Map.of(), consumer, model);
    }

    private String page(
            Profile profile, Map<String, String> form, Map<String, String> problems, Actor consumer, Model model) {
        model.addAttribute("email", profile.email());
        model.addAttribute("version", profile.version());
        model.addAttribute("typed", form);
        model.addAttribute("problemOf", problems);
        model.addAttribute("wrongOnes", Consumers.FIELDS.stream().filter(problems::containsKey).toList());
        model.addAttribute("counties", rosters.counties());
        model.addAttribute("states", States.names());
        model.addAttribute("leftOvers", consumers.leftOvers(consumer));
        return "account/profile";
    }

    @PostMapping
    String save(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "0") int version,
            @AuthenticationPrincipal Actor consumer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        return switch (consumers.change(consumer, typed, version)) {
            case Changed.Done done -> {
                language.changed(done.fields(), consumer, request, response);
                then.addFlashAttribute("done", done.fields().isEmpty() ? "profile.same" : "profile.saved");
                yield "redirect:/account/profile";
            }
            case Changed.Invalid invalid -> again(typed, invalid.problems(), version, consumer, model);
            case Changed.Stale stale -> {
                Profile now = consumers.own(consumer);
                model.addAttribute("refused", "profile.stale");
                model.addAttribute("saved", different(now.form(), typed));
                yield page(now, typed, Map.of(), consumer, model);
            }
            case Changed.Stopped stopped -> throw new NotFound();
        };
    }

    private String again(Map<String, String> typed, Map<String, String> problems, int version, Actor consumer, Model model) {
        String page = page(consumers.own(consumer), typed, problems, consumer, model);
        // Still the version that was shown: who corrects a field must not overwrite what somebody saved meanwhile.
        model.addAttribute("version", version);
        return page;
    }

    /** What is saved now, where something else was typed; fields that are empty now have nothing to lose. */
    private static Map<String, String> different(Map<String, String> now, Map<String, String> typed) {
        Map<String, String> saved = new HashMap<>();
        List<String> shown = Consumers.FIELDS.stream().filter(field -> !field.equals("confidential")).toList();
        for (String field : shown) {
            String value = Optional.ofNullable(now.get(field)).orElse("");
            if (!value.isEmpty() && !value.equals(typed.getOrDefault(field, "").strip())) {
                saved.put(field, ReadersLanguage.shown(field, value));
            }
        }
        return saved;
    }
}
