package org.assisterportal.amp;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.AgencyAccess;
import org.assisterportal.access.AgencyAccess.Group;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.agency.Rosters;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.Proposals;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How many consumers each person of the agency helps, never whom; and who could help instead of somebody. */
@Controller
@RequestMapping("/amp/consumers")
class CaseloadController {
    private static final int PAGE = 25;

    private final Caseload caseload;
    private final Proposals proposals;
    private final Rosters rosters;
    private final RosterRecords records;
    private final PortalAccess access;
    private final AgencyAccess people;

    CaseloadController(
            Caseload caseload, Proposals proposals, Rosters rosters, RosterRecords records, PortalAccess access,
            AgencyAccess people) {
        this.caseload = caseload;
        this.proposals = proposals;
        this.rosters = rosters;
        this.records = records;
        this.access = access;
        this.people = people;
    }

    /** How somebody with consumers stands with this agency. */
    enum Stands {
        WORKS,
        STOPPED,
        /** No longer on this agency's roster. */
        LEFT
    }

    /** One person with their numbers. */
    record Row(PersonId person, String name, Stands stands, Caseload.Load load) {}

    /** A colleague, as the page of proposals names them. */
    record Colleague(PersonId person, String name, boolean works) {}

    @GetMapping
    String consumers(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor actor, Model model) {
        Rosters.Home home = rosters.home(actor);
        List<Caseload.Load> all = caseload.ofAgency(home.agency().id(), actor);
        List<Caseload.Load> shown = all.stream().skip((long) (page - 1) * PAGE).limit(PAGE).toList();
        List<PersonId> ids = shown.stream().map(Caseload.Load::person).toList();
        Map<PersonId, AccessStanding> standings = access.of(ids);
        Map<PersonId, RosterRecord> named = records.of(ids);
        List<Row> rows =
                shown.stream()
                        .map(
                                load ->
                                        new Row(
                                                load.person(), name(named.get(load.person())),
                                                stands(standings.get(load.person()), home.agency().id()), load))
                        .toList();
        model.addAttribute("authorized", home.authorized());
        model.addAttribute("agencyName", home.agency().name());
        model.addAttribute("rows", new PageOf<>(rows, page, PAGE, all.size()));
        model.addAttribute("consumers", all.stream().mapToLong(Caseload.Load::consumers).sum());
        model.addAttribute("waiting", all.stream().mapToLong(Caseload.Load::waiting).sum());
        model.addAttribute("due", all.stream().mapToLong(Caseload.Load::due).sum());
        return "amp/consumers";
    }

    @GetMapping("/{person}")
    String instead(
            @PathVariable String person,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        PersonId assister = PersonId.parse(person);
        List<PersonId> proposed = proposals.of(assister, actor);
        AgencyId agency = rosters.home(actor).agency().id();
        PageOf<PersonId> active = people.find(agency, Group.ACTIVE, page, actor);
        List<PersonId> others =
                active.rows().stream().filter(one -> !one.equals(assister) && !proposed.contains(one)).toList();
        model.addAttribute("assister", assister);
        model.addAttribute("name", name(records.of(List.of(assister)).get(assister)));
        Map<PersonId, AccessStanding> standings = access.of(Stream.concat(proposed.stream(), others.stream()).toList());
        model.addAttribute("proposed", colleagues(proposed, standings, agency));
        model.addAttribute("others", colleagues(others, standings, agency));
        model.addAttribute("page", active);
        model.addAttribute("most", Proposals.MOST);
        return "amp/instead";
    }

    @PostMapping("/{person}")
    String propose(
            @PathVariable String person,
            @RequestParam(defaultValue = "") String add,
            @RequestParam(defaultValue = "") String remove,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        PersonId assister = PersonId.parse(person);
        if (!remove.isEmpty()) {
            proposals.remove(assister, PersonId.parse(remove), actor);
            flash.addFlashAttribute("done", "caseload.proposal.removed");
        } else {
            switch (proposals.add(assister, PersonId.parse(add), actor)) {
                case Proposals.Outcome.Done done -> flash.addFlashAttribute("done", "caseload.proposal.added");
                case Proposals.Outcome.Refused refused -> flash.addFlashAttribute("refused", refused.reason());
            }
        }
        return "redirect:/amp/consumers/" + assister;
    }

    private static List<Colleague> colleagues(
            List<PersonId> ids, Map<PersonId, AccessStanding> standings, AgencyId agency) {
        return ids.stream()
                .map(
                        id -> {
                            AccessStanding standing = standings.get(id);
                            return new Colleague(
                                    id, standing == null ? "" : standing.roster().name().full(),
                                    stands(standing, agency) == Stands.WORKS);
                        })
                .toList();
    }

    private static Stands stands(@org.jspecify.annotations.Nullable AccessStanding standing, AgencyId agency) {
        if (standing == null || !standing.roster().active() || !standing.roster().agency().equals(agency)) {
            return Stands.LEFT;
        }
        return standing.granted() ? Stands.WORKS : Stands.STOPPED;
    }

    private static String name(@org.jspecify.annotations.Nullable RosterRecord record) {
        if (record == null) {
            throw new NotFound();
        }
        return record.name().full();
    }
}
