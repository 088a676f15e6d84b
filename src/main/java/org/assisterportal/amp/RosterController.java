package org.assisterportal.amp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.AgencyAccess;
import org.assisterportal.access.AgencyAccess.Group;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterLine;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.UuidText;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Agency Home, the roster with everybody's four lights, its file, and the help page. */
@Controller
@RequestMapping("/amp")
class RosterController {
    private static final int FIRST_FEW = 5;
    private static final int CONTRACT_ENDS_SOON_DAYS = 60;

    private final Rosters rosters;
    private final AgencyAccess people;
    private final OwnPeople own;
    private final RosterRows table;
    private final Clock clock;

    RosterController(Rosters rosters, AgencyAccess people, OwnPeople own, RosterRows table, Clock clock) {
        this.rosters = rosters;
        this.people = people;
        this.own = own;
        this.table = table;
        this.clock = clock;
    }

    /** What part of the roster a page shows. */
    enum Show {
        ALL,
        CHANGED,
        ON_AGENCY,
        ON_ASSISTER,
        NOT_APPROVED,
        READY,
        ENROLLED,
        ACTIVE,
        SUSPENDED,
        CERTIFIED;

        Optional<Group> group() {
            return this == ALL || this == CHANGED ? Optional.empty() : Optional.of(Group.valueOf(name()));
        }
    }

    @GetMapping
    String home(@AuthenticationPrincipal Actor actor, Model model) {
        Rosters.Home home = rosters.home(actor);
        Map<Group, Long> counts = people.counts(home.agency().id(), actor);
        List<PersonId> blocked = people.find(home.agency().id(), Group.ON_AGENCY, 1, actor).rows();
        PageOf<PersonId> few =
                new PageOf<>(blocked.stream().limit(FIRST_FEW).toList(), 1, FIRST_FEW, counts.getOrDefault(Group.ON_AGENCY, 0L));
        LocalDate until = home.agency().contractUntil();
        model.addAttribute("home", home);
        model.addAttribute(
                "counts", counts.entrySet().stream().collect(Collectors.toMap(one -> one.getKey().name(), Map.Entry::getValue)));
        model.addAttribute("blocked", rows(rosters.sheet(few, actor)));
        model.addAttribute(
                "endsSoon",
                home.agency().contractInForce() && until != null
                        && until.isBefore(Minnesota.today(clock).plusDays(CONTRACT_ENDS_SOON_DAYS)));
        return "amp/home";
    }

    @GetMapping("/roster")
    String roster(
            @RequestParam(defaultValue = "ALL") Show show,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        Rosters.Sheet sheet =
                show.group().isEmpty()
                        ? rosters.sheet(null, show == Show.CHANGED, page, actor)
                        : rosters.sheet(people.find(rosters.home(actor).agency().id(), show.group().get(), page, actor), actor);
        return shown(sheet, show, "", model);
    }

    // The term is posted, so that no name ends up in an access log or a browser's history.
    @PostMapping("/roster")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return shown(rosters.sheet(q, false, page, actor), Show.ALL, q.strip(), model);
    }

    private String shown(Rosters.Sheet sheet, Show show, String q, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("rows", table.html(rows(sheet)));
        model.addAttribute("show", show);
        model.addAttribute("shows", Show.values());
        model.addAttribute("q", q);
        return "amp/roster";
    }

    private List<RosterRow> rows(Rosters.Sheet sheet) {
        List<RosterLine> lines = sheet.lines().rows();
        Map<PersonId, AccessStanding> standings = own.of(lines, sheet.authorized());
        return lines.stream().map(line -> RosterRow.of(line, standings.get(line.person()))).toList();
    }

    @GetMapping("/submissions")
    String submissions(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("submissions", rosters.submissions(page, actor));
        return "amp/submissions";
    }

    @GetMapping("/submissions/{id}")
    String submission(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        model.addAttribute("shown", rosters.submission(UuidText.parse(id), page, actor));
        return "amp/submission";
    }

    @GetMapping("/roster.csv")
    ResponseEntity<byte[]> export(@AuthenticationPrincipal Actor actor) {
        return csv("roster.csv", rosters.export(actor));
    }

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template() {
        String headings =
                Arrays.stream(RosterColumn.values()).map(RosterColumn::heading).collect(Collectors.joining(","));
        return csv("roster-template.csv", headings + "\r\n");
    }

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("columns", RosterColumn.values());
        return "amp/help";
    }

    private static ResponseEntity<byte[]> csv(String name, String text) {
        // The mark makes spreadsheet programs read UTF-8.
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
    }
}
