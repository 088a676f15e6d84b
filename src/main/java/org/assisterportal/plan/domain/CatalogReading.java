package org.assisterportal.plan.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.assisterportal.plan.Catalogs.Source;
import org.assisterportal.plan.ImportReport;
import org.jspecify.annotations.Nullable;

/** Reads all files of a plan year in an order in which each can be checked against those before. */
final class CatalogReading {
    private CatalogReading() {}

    static ImportReport read(int year, YearFile rules, List<Source> sources, Store store) {
        Problems problems = new Problems();
        Draft draft = new Draft(year, rules, problems, store);
        Map<PlanFile, CsvFile> files = files(sources, problems);
        if (problems.problemCount() == 0) {
            try (store) {
                read(draft, files);
            }
        }
        return problems.report(year, Collections.unmodifiableMap(draft.counts), draft.skipped);
    }

    private static Map<PlanFile, CsvFile> files(List<Source> sources, Problems problems) {
        Map<PlanFile, CsvFile> files = new EnumMap<>(PlanFile.class);
        for (Source source : sources) {
            CsvFile file = CsvFile.open(source, problems);
            if (file == null) {
                continue;
            }
            PlanFile kind = PlanFile.of(file.headings());
            if (kind == null) {
                problems.problem(file.name(), 1, "", String.join(", ", file.headings()), "unknown-file");
            } else if (files.putIfAbsent(kind, file) != null) {
                problems.problem(file.name(), 1, "", "", "second-file", kind.name(), name(files.get(kind)));
            }
        }
        if (sources.isEmpty()) {
            problems.problem("", 0, "", "", "no-files");
        } else if (problems.problemCount() == 0) {
            // A file that can't be told may be one of them.
            EnumSet<PlanFile> missing = EnumSet.allOf(PlanFile.class);
            missing.removeAll(files.keySet());
            missing.forEach(kind -> problems.problem("", 0, "", "", "missing-file." + kind.name()));
        }
        return files;
    }

    private static String name(@Nullable CsvFile file) {
        return file == null ? "" : file.name();
    }

    private static void read(Draft draft, Map<PlanFile, CsvFile> files) {
        PlacesReading places = new PlacesReading(draft);
        PlansReading plans = new PlansReading(draft);
        BenefitsReading benefits = new BenefitsReading(draft);
        RatesReading rates = new RatesReading(draft);
        files.forEach(
                (kind, file) -> {
                    file.rows(
                            kind,
                            draft.problems,
                            row -> {
                                switch (kind) {
                                    case COUNTIES -> places.county(row);
                                    case ZIPS -> places.zip(row);
                                    case NETWORKS -> places.network(row);
                                    case SERVICE_AREAS -> places.serviceArea(row);
                                    case PLANS -> plans.plan(row);
                                    case BUSINESS_RULES -> plans.businessRule(row);
                                    case BENEFITS -> benefits.benefit(row);
                                    case RATES -> rates.rate(row);
                                }
                            });
                    switch (kind) {
                        case PLANS -> plans.finish();
                        case BENEFITS -> benefits.finish();
                        case RATES -> rates.finish(file.name());
                        default -> {}
                    }
                });
    }
}
