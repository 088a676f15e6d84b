package org.assisterportal.demo;

import java.io.IOException;
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
import org.springframework.stereotype.Component;

/** Publishes the made-up plans of examples/plans in a demo that has none, where the product runs from its folder. */
@Component
@Profile("demo")
class DemoPlans implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPlans.class);
    private static final Path FOLDER = Path.of("examples/plans");

    private final Catalogs catalogs;
    private final Plans plans;

    DemoPlans(Catalogs catalogs, Plans plans) {
        this.catalogs = catalogs;
        this.plans = plans;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!plans.planYears().isEmpty()) {
            return;
        }
        for (int year : catalogs.planYears()) {
            Path folder = FOLDER.resolve(String.valueOf(year));
            if (Files.isDirectory(folder)) {
                publish(year, folder);
            }
        }
    }

    private void publish(int year, Path folder) throws IOException {
        ImportReport report = catalogs.load(year, FileSource.in(List.of(folder, FOLDER.resolve("places"))), Actor.SYSTEM);
        Integer catalog = report.catalog();
        if (catalog == null) {
            LOG.warn("The made-up plans of {} have {} problems and are not sold", year, report.problemCount());
        } else {
            catalogs.publish(catalog, Actor.SYSTEM);
        }
    }
}
