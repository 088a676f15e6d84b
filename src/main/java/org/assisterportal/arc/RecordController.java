package org.assisterportal.arc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyView;
import org.assisterportal.arc.RecordForm.Problem;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.audit.AuditSearch;
import org.assisterportal.audit.AuditView;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.UuidText;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit record: who did, or saw, what, when, and about whom. */
@Controller
@RequestMapping("/arc/record")
class RecordController {
    private final AuditLog audit;
    private final Agencies agencies;
    private final RecordNames names;

    RecordController(AuditLog audit, Agencies agencies, RecordNames names) {
        this.audit = audit;
        this.agencies = agencies;
        this.names = names;
    }

    @GetMapping
    String search(
            @ModelAttribute("form") RecordForm form,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        List<Problem> problems = new ArrayList<>(form.problems());
        Optional<AgencyView> agency = form.agency().isEmpty() ? Optional.empty() : agencies.byCode(form.agency());
        if (agency.isEmpty() && !form.agency().isEmpty()) {
            problems.add(new Problem("agency", "arc.record.problem.agency"));
        }
        List<String> acts = audit.acts();
        if (!form.act().isEmpty() && !acts.contains(form.act())) {
            problems.add(new Problem("act", "arc.record.problem.act"));
        }
        model.addAttribute("acts", acts);
        model.addAttribute("problems", problems);
        if (problems.isEmpty()) {
            UUID in = agency.map(found -> found.id().value()).orElse(null);
            AuditSearch search =
                    new AuditSearch(
                            form.fromDay(), form.toDay(), form.accountId(), form.subjectId(), in,
                            form.act().isEmpty() ? null : form.act(), form.refusedOnly(), page);
            PageOf<AuditView> lines = audit.search(search, actor);
            model.addAttribute("lines", lines);
            List<UUID> asked = Stream.of(form.subjectId(), form.accountId()).filter(Objects::nonNull).toList();
            model.addAttribute("names", names.in(lines.rows(), asked));
        }
        return "arc/record";
    }

    @GetMapping("/{id}")
    String line(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        AuditLog.AuditDetail detail = audit.line(UuidText.parse(id), actor).orElseThrow(NotFound::new);
        model.addAttribute("line", detail.line());
        model.addAttribute("shown", detail.shown());
        model.addAttribute("names", names.in(List.of(detail.line()), detail.shown()));
        return "arc/record-line";
    }
}
