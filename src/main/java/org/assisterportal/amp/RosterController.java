package org.assisterportal.amp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterLine;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Agency Home, the roster with everybody's four lights, its file, and the help page. */
@Controller
@RequestMapping("/amp")
class RosterController {
    private final Rosters rosters;
    private final PortalAccess access;

    RosterController(Rosters rosters, PortalAccess access) {
        this.rosters = rosters;
        this.access = access;
    }

    /** One person of the roster; no standing before the first submission with them. */
    record Row(RosterLine line, @Nullable AccessStanding standing) {}

    @GetMapping
    String home(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("home", rosters.home(actor));
        return "amp/home";
    }

    @GetMapping("/roster")
    String roster(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean changed,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        PageOf<RosterLine> lines = rosters.lines(q, changed, page, actor);
        Map<PersonId, AccessStanding> standings = access.of(lines.rows().stream().map(RosterLine::person).toList());
        List<Row> rows = lines.rows().stream().map(line -> new Row(line, standings.get(line.person()))).toList();
        model.addAttribute("home", rosters.home(actor));
        model.addAttribute("rows", rows);
        model.addAttribute("paging", lines);
        model.addAttribute("q", q);
        model.addAttribute("changed", changed);
        model.addAttribute(
                "base",
                UriComponentsBuilder.fromPath("/amp/roster").queryParam("q", "{q}").queryParam("changed", changed)
                                .encode().buildAndExpand(q).toUriString()
                        + "&");
        return "amp/roster";
    }

    @GetMapping("/submissions")
    String submissions(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("submissions", rosters.submissions(page, actor));
        return "amp/submissions";
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
