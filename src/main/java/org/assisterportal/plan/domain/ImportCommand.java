package org.assisterportal.plan.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.FileSource;
import org.assisterportal.plan.ImportProblem;
import org.assisterportal.plan.ImportReport;
import org.assisterportal.shared.Actor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code --import-plans=<folder> --plan-year=<year> [--check-only | --publish]}: imports all CSV files of the folders and stops. */
@Component
class ImportCommand implements ApplicationRunner {
    /** So many lines of each are written, and then how many there are of each kind. */
    private static final int MOST_SAID = 1_000;

    private final Catalogs catalogs;
    private final ConfigurableApplicationContext context;

    ImportCommand(Catalogs catalogs, ConfigurableApplicationContext context) {
        this.catalogs = catalogs;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<String> folders = arguments.getOptionValues("import-plans");
        if (folders == null) {
            return;
        }
        List<String> years = Objects.requireNonNullElse(arguments.getOptionValues("plan-year"), List.of());
        int exit = 1;
        if (years.size() != 1 || !years.getFirst().matches("\\d{4}") || folders.isEmpty()) {
            System.err.println("--import-plans needs a folder and --plan-year a year: --import-plans examples/plans/2026 --plan-year 2026");
        } else {
            exit = read(folders, Integer.parseInt(years.getFirst()), arguments);
        }
        int code = exit;
        System.exit(SpringApplication.exit(context, () -> code));
    }

    private int read(List<String> folders, int year, ApplicationArguments arguments) throws IOException {
        for (String folder : folders) {
            if (!Files.isDirectory(Path.of(folder))) {
                System.err.println("There is no folder " + folder + ": name one with a plan year's CSV files");
                return 1;
            }
        }
        List<Catalogs.Source> files = FileSource.in(folders.stream().map(Path::of).toList());
        boolean only = arguments.containsOption("check-only");
        ImportReport report = only ? catalogs.check(year, files) : catalogs.load(year, files, Actor.SYSTEM);
        report.counts().forEach((what, count) -> System.out.println(what + " = " + count));
        report.problems().stream().limit(MOST_SAID).forEach(problem -> System.err.println(line(problem)));
        report.warnings().stream().limit(MOST_SAID).forEach(warning -> System.err.println("Look at: " + line(warning)));
        more(report.problemCount(), report.problems().size(), "problems");
        more(report.warningCount(), report.warnings().size(), "to look at");
        if (report.problemCount() > MOST_SAID) {
            report.kinds().forEach(kind -> System.err.println(kind.count() + " × such as " + line(kind.first())));
        }
        if (!report.isRight()) {
            System.err.println("problems: " + report.problemCount() + "; nothing was stored");
            return 1;
        }
        Integer catalog = report.catalog();
        if (catalog != null && arguments.containsOption("publish")) {
            catalogs.publish(catalog, Actor.SYSTEM);
            System.out.println("published");
        } else {
            System.out.println(only ? "checked; nothing was stored" : "stored; publish it under /admin/plans");
        }
        return 0;
    }

    private static void more(int count, int listed, String what) {
        int said = Math.min(listed, MOST_SAID);
        if (count > said) {
            System.err.println("These were the first " + said + " of " + count + " " + what);
        }
    }

    private String line(ImportProblem problem) {
        String text = Objects.requireNonNull(context.getMessage(problem.message(), problem.facts().toArray(), Locale.ENGLISH));
        String place = problem.file() + (problem.line() > 0 ? ":" + problem.line() : "");
        String value = problem.value().isEmpty() ? "" : "“" + problem.value() + "”";
        String where = Stream.of(place, problem.column(), value).filter(one -> !one.isEmpty()).collect(Collectors.joining(" "));
        return where.isEmpty() ? text : where + ": " + text;
    }
}
