package org.assisterportal.amp;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.agency.CellProblem;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterLine;
import org.assisterportal.agency.Rosters;
import org.assisterportal.agency.States;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;
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

/** One person of the roster: add, edit, discard the draft, stop employment or access at once. */
@Controller
@RequestMapping("/amp/people")
class RosterPersonController {
    private static final List<RosterColumn> CERTIFICATION =
            List.of(
                    RosterColumn.FIRST_NAME, RosterColumn.LAST_NAME, RosterColumn.PHONE, RosterColumn.EMAIL,
                    RosterColumn.STREET, RosterColumn.CITY, RosterColumn.STATE, RosterColumn.ZIP);
    private static final List<RosterColumn> PUBLIC =
            List.of(
                    RosterColumn.DISPLAY_NAME, RosterColumn.PUBLIC_PHONE, RosterColumn.PUBLIC_EMAIL,
                    RosterColumn.BUSINESS_ADDRESS, RosterColumn.LANGUAGES, RosterColumn.COUNTIES);

    private final Rosters rosters;
    private final OwnPeople own;

    RosterPersonController(Rosters rosters, OwnPeople own) {
        this.rosters = rosters;
        this.own = own;
    }

    @GetMapping("/new")
    String add(@AuthenticationPrincipal Actor actor, Model model) {
        if (!rosters.home(actor).authorized()) {
            throw new org.assisterportal.shared.NotFound();
        }
        return form(null, Map.of(), List.of(), "", model);
    }

    @PostMapping
    String create(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            Model model,
            RedirectAttributes flash) {
        return switch (rosters.keep(null, null, cells(typed), actor)) {
            case Rosters.Kept.Done done -> kept(done.person(), flash);
            case Rosters.Kept.Refused refused -> form(null, typed, refused.problems(), "", model);
        };
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        PersonId person = PersonId.parse(id);
        RosterLine line = rosters.line(person, actor);
        facts(line, rosters.home(actor).authorized(), actor, model);
        return form(line, typed(line), List.of(), String.valueOf(line.draftAt()), model);
    }

    @PostMapping("/{id}")
    String keep(
            @PathVariable String id,
            @RequestParam(defaultValue = "null") String seen,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            Model model,
            RedirectAttributes flash) {
        PersonId person = PersonId.parse(id);
        return switch (rosters.keep(person, instant(seen), cells(typed), actor)) {
            case Rosters.Kept.Done done -> kept(done.person(), flash);
            case Rosters.Kept.Refused refused -> {
                RosterLine line = rosters.line(person, actor);
                facts(line, true, actor, model);
                boolean meanwhile =
                        refused.problems().stream().anyMatch(problem -> problem.reason().equals(CellProblem.MEANWHILE));
                model.addAttribute("meanwhile", meanwhile);
                yield form(line, typed, refused.problems(), meanwhile ? String.valueOf(line.draftAt()) : seen, model);
            }
        };
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable String id, @AuthenticationPrincipal Actor actor, RedirectAttributes flash) {
        rosters.discard(PersonId.parse(id), actor);
        flash.addFlashAttribute("done", "amp.person.discarded");
        return "redirect:/amp/roster";
    }

    @PostMapping("/{id}/stop")
    String stop(
            @PathVariable String id,
            @RequestParam Rosters.Stop what,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        switch (rosters.stop(PersonId.parse(id), what, actor)) {
            case Rosters.Sent.Done done -> flash.addFlashAttribute("done", "amp.person.stopped." + what);
            case Rosters.Sent.Refused refused -> flash.addFlashAttribute("refused", refused.reason());
        }
        return "redirect:/amp/people/" + id;
    }

    private void facts(RosterLine line, boolean authorized, Actor actor, Model model) {
        model.addAttribute("standing", own.of(line, authorized).orElse(null));
        model.addAttribute("history", own.history(line, authorized, actor));
        model.addAttribute("authorized", authorized);
    }

    private String form(
            @Nullable RosterLine line, Map<String, String> typed, List<CellProblem> problems, String seen, Model model) {
        Map<String, CellProblem> byField = new java.util.HashMap<>();
        problems.forEach(problem -> byField.putIfAbsent(problem.column().field(), problem));
        model.addAttribute("line", line);
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("problemOf", byField);
        model.addAttribute("seen", seen);
        model.addAttribute("certification", CERTIFICATION);
        model.addAttribute("publicFacing", PUBLIC);
        model.addAttribute("counties", rosters.counties());
        model.addAttribute("states", States.names());
        return "amp/person";
    }

    private static String kept(PersonId person, RedirectAttributes flash) {
        flash.addFlashAttribute("done", "amp.person.kept");
        return "redirect:/amp/people/" + person;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.equals("null") || text.isEmpty() ? null : Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new org.assisterportal.shared.Conflict();
        }
    }

    private static Map<RosterColumn, String> cells(Map<String, String> typed) {
        Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
        for (RosterColumn column : RosterColumn.values()) {
            cells.put(column, typed.getOrDefault(column.field(), ""));
        }
        return cells;
    }

    private static Map<String, String> typed(RosterLine line) {
        RosterEntry entry = line.latest();
        return Map.ofEntries(
                Map.entry("first-name", entry.firstName()),
                Map.entry("last-name", entry.lastName()),
                Map.entry("phone", entry.phone()),
                Map.entry("email", entry.email()),
                Map.entry("street", entry.street()),
                Map.entry("city", entry.city()),
                Map.entry("state", entry.state()),
                Map.entry("zip", entry.zip()),
                Map.entry("employment", entry.active() ? "Active" : "Inactive"),
                Map.entry("portal-access", entry.portalAccess() ? "Yes" : "No"),
                Map.entry("display-name", entry.displayName()),
                Map.entry("public-phone", entry.publicPhone()),
                Map.entry("public-email", entry.publicEmail()),
                Map.entry("business-address", entry.businessAddress()),
                Map.entry("languages", entry.languages()),
                Map.entry("counties", entry.counties()),
                Map.entry("in-directory", entry.inDirectory() ? "Yes" : "No"));
    }
}
