package org.assisterportal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.FileSource;
import org.assisterportal.plan.ImportReport;
import org.assisterportal.plan.Plans;
import org.assisterportal.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Publishes the made-up plans of examples/plans in a demo that has none, where the product runs from its folder; then somebody enrolls. */
@Component
@Order(DemoMarketplace.FILLED + 1)
@Profile("demo")
class DemoPlans implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPlans.class);
    private static final Path FOLDER = Path.of("examples/plans");

    private final Catalogs catalogs;
    private final Plans plans;
    private final DemoEnrollments enrollments;
    private final DemoFilling filling;

    DemoPlans(Catalogs catalogs, Plans plans, DemoEnrollments enrollments, DemoFilling filling) {
        this.catalogs = catalogs;
        this.plans = plans;
        this.enrollments = enrollments;
        this.filling = filling;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        filling.once(() -> plans.planYears().isEmpty(), this::fill);
    }

    private void fill() {
        for (int year : catalogs.planYears()) {
            Path folder = FOLDER.resolve(String.valueOf(year));
            if (Files.isDirectory(folder)) {
                publish(year, folder);
            }
        }
        enrollments.enroll(DemoConsumers.email("joan"));
    }

    private void publish(int year, Path folder) {
        ImportReport report = read(year, folder);
        Integer catalog = report.catalog();
        if (catalog == null) {
            LOG.warn("The made-up plans of {} have {} problems and are not sold", year, report.problemCount());
        } else {
            catalogs.publish(catalog, Actor.SYSTEM);
        }
    }

    private ImportReport read(int year, Path folder) {
        try {
            return catalogs.load(year, FileSource.in(List.of(folder, FOLDER.resolve("places"))), Actor.SYSTEM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
