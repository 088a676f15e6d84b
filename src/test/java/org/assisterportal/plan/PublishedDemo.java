package org.assisterportal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.assisterportal.shared.Actor;

/** The demo catalog, published once for all tests of a run. */
public final class PublishedDemo {
    private PublishedDemo() {}

    public static synchronized void publish(Catalogs catalogs, Plans plans) {
        for (int year : new int[] {2026, 2027}) {
            if (!plans.planYears().contains(year)) {
                ImportReport report = catalogs.load(year, FileSources.demo(year).sources(), Actor.SYSTEM);
                assertThat(report.problems()).isEmpty();
                catalogs.publish(Objects.requireNonNull(report.catalog()), Actor.SYSTEM);
            }
        }
    }
}
