package org.assisterportal.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.acting.PortalDoor;
import org.assisterportal.agency.CellProblem;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who the assister is, what keeps their access open, and what consumers see of them. */
@Controller
@RequestMapping("/portal/information")
class PortalController {
    private static final List<RosterColumn> PUBLIC =
            List.of(
                    RosterColumn.DISPLAY_NAME, RosterColumn.PUBLIC_PHONE, RosterColumn.PUBLIC_EMAIL,
                    RosterColumn.BUSINESS_ADDRESS, RosterColumn.LANGUAGES, RosterColumn.COUNTIES);

    private final PortalDoor door;
    private final RosterRecords records;
    private final Rosters rosters;

    PortalController(PortalDoor door, RosterRecords records, Rosters rosters) {
        this.door = door;
        this.records = records;
        this.rosters = rosters;
    }

    @GetMapping
    String information(@AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return door.open(actor, request, model).isPresent()
                ? information(person(actor), Map.of(), List.of(), model)
                : PortalDoor.STOPPED;
    }

    @PostMapping
    String correct(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        if (door.open(actor, request, model).isEmpty()) {
            return PortalDoor.STOPPED;
        }
        PersonId person = person(actor);
        Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
        PUBLIC.forEach(column -> cells.put(column, typed.getOrDefault(column.field(), "")));
        return switch (rosters.correctPublicInformation(person, cells, actor)) {
            case Rosters.Kept.Done done -> {
                flash.addFlashAttribute("done", "portal.information.done");
                yield "redirect:/portal/information";
            }
            case Rosters.Kept.Refused refused -> information(person, typed, refused.problems(), model);
        };
    }

    private String information(PersonId person, Map<String, String> typed, List<CellProblem> problems, Model model) {
        RosterEntry entry = records.entry(person).orElseThrow(NotFound::new);
        Map<String, CellProblem> byField = new HashMap<>();
        problems.forEach(problem -> byField.putIfAbsent(problem.column().field(), problem));
        model.addAttribute("entry", entry);
        model.addAttribute("typed", problems.isEmpty() ? values(entry) : typed);
        model.addAttribute("problemOf", byField);
        model.addAttribute("publicFacing", PUBLIC);
        return "portal/information";
    }

    private static Map<String, String> values(RosterEntry entry) {
        return Map.of(
                "display-name", entry.displayName(),
                "public-phone", entry.publicPhone(),
                "public-email", entry.publicEmail(),
                "business-address", entry.businessAddress(),
                "languages", entry.languages(),
                "counties", entry.counties());
    }

    private static PersonId person(Actor actor) {
        UUID subject = actor.subject();
        if (subject == null) {
            throw new NotFound();
        }
        return new PersonId(subject);
    }
}
