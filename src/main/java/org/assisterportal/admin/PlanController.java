package org.assisterportal.admin;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.ImportReport;
import org.assisterportal.plan.ImportReports;
import org.assisterportal.plan.PlanId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.UuidText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The plans that are sold: importing a year's files, publishing a version, withdrawing a plan. */
@Controller
@RequestMapping("/admin/plans")
class PlanController {
    private static final int LONGEST_REASON = 300;

    private final Catalogs catalogs;
    private final ImportReports reports;
    private final Clock clock;

    PlanController(Catalogs catalogs, ImportReports reports, Clock clock) {
        this.clock = clock;
        this.catalogs = catalogs;
        this.reports = reports;
    }

    /** A file as the browser sent it. */
    private record Upload(MultipartFile file) implements Catalogs.Source {
        @Override
        public String name() {
            String name = file.getOriginalFilename();
            return name == null ? "" : name;
        }

        @Override
        public InputStream open() throws IOException {
            return file.getInputStream();
        }
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("versions", catalogs.versions(page));
        model.addAttribute("withdrawals", catalogs.withdrawals());
        model.addAttribute("years", catalogs.planYears());
        model.addAttribute("today", Minnesota.today(clock));
        return "admin/plans";
    }

    @PostMapping("/check")
    String check(@RequestParam(defaultValue = "") String year, @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        return kept(catalogs.check(number(year), sources(files)));
    }

    @PostMapping("/load")
    String load(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal Actor actor) {
        ImportReport report = catalogs.load(number(year), sources(files), actor);
        return report.catalog() == null ? kept(report) : "redirect:/admin/plans/" + report.catalog() + "?loaded";
    }

    private String kept(ImportReport report) {
        return "redirect:/admin/plans/reports/" + reports.keep(report);
    }

    @GetMapping("/reports/{id}")
    String report(
            @PathVariable String id, @RequestParam(defaultValue = "problems") String list, @RequestParam(defaultValue = "1") int page, Model model) {
        ImportReports.Kept first = reports.find(UuidText.parse(id), false, page).orElseThrow(NotFound::new);
        boolean warnings = list.equals("warnings") || first.report().isRight();
        model.addAttribute("id", id);
        model.addAttribute("report", first.report());
        model.addAttribute("warnings", warnings);
        model.addAttribute("lines", warnings ? reports.find(UuidText.parse(id), true, page).orElseThrow(NotFound::new).lines() : first.lines());
        return "admin/plan-report";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        model.addAttribute("changes", catalogs.changes(id(id)));
        return "admin/plan-version";
    }

    @PostMapping("/{id}/publish")
    String publish(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        catalogs.publish(id(id), actor);
        return "redirect:/admin/plans?published";
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        catalogs.discard(id(id), actor);
        return "redirect:/admin/plans?discarded";
    }

    /** A withdrawal as typed. */
    record Withdrawing(String year, String plan, String from, String reason) {
        Withdrawing {
            year = tidy(year);
            plan = tidy(plan);
            from = tidy(from);
            reason = tidy(reason);
        }

        private static String tidy(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @PostMapping("/withdraw")
    String withdraw(@ModelAttribute("typed") Withdrawing typed, @AuthenticationPrincipal Actor actor, Model model) {
        LocalDate from = day(typed.from());
        if (!PlanId.isOne(typed.plan())) {
            return wrong("plan", "plan", model);
        }
        if (from == null) {
            return wrong("from", "day", model);
        }
        if (!Catalogs.isOfYear(number(typed.year()), from)) {
            return wrong("from", "day-outside", model);
        }
        if (typed.reason().isEmpty() || typed.reason().length() > LONGEST_REASON) {
            return wrong("reason", "reason-missing", model);
        }
        if (!catalogs.withdraw(number(typed.year()), new PlanId(typed.plan()), from, typed.reason(), actor)) {
            return wrong("plan", "unknown", model);
        }
        return "redirect:/admin/plans?withdrawn";
    }

    private String wrong(String field, String problem, Model model) {
        model.addAttribute("field", field);
        model.addAttribute("problem", "admin.plans.withdraw." + problem);
        return list(1, model);
    }

    @PostMapping("/restore")
    String restore(
            @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String plan, @AuthenticationPrincipal Actor actor) {
        if (!PlanId.isOne(plan)) {
            throw new NotFound();
        }
        catalogs.restore(number(year), new PlanId(plan), actor);
        return "redirect:/admin/plans?restored";
    }

    private static List<Catalogs.Source> sources(@Nullable List<MultipartFile> files) {
        return files == null ? List.of() : files.stream().filter(file -> !file.isEmpty()).<Catalogs.Source>map(Upload::new).toList();
    }

    private static int number(String typed) {
        return typed.matches("\\d{4}") ? Integer.parseInt(typed) : 0;
    }

    private static int id(String typed) {
        if (!typed.matches("\\d{1,9}")) {
            throw new NotFound();
        }
        return Integer.parseInt(typed);
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
