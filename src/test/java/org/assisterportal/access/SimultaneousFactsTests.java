package org.assisterportal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.Certifications;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarketplaceTest
class SimultaneousFactsTests {
    @Autowired private Region region;
    @Autowired private Certifications certifications;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    @Test
    void ofTwoMissingFactsThatComeAtTheSameMomentNoneIsOverlookedByTheQueue() throws Exception {
        PersonId person = region.person(region.agency(AgencyKind.NAVIGATOR));
        region.passCertificationCourses(person);
        CountDownLatch recorded = new CountDownLatch(1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> study = both.submit(() -> recordStudySlowly(person, recorded));
            assertThat(recorded.await(10, TimeUnit.SECONDS)).isTrue();
            Future<?> assessment = both.submit(() -> region.pass(person, "assister-portal", 14, 20));
            study.get(20, TimeUnit.SECONDS);
            assessment.get(20, TimeUnit.SECONDS);
        }
        assertThat(
                        jdbc.sql("SELECT state FROM access.projection WHERE person = :person")
                                .param("person", person.value())
                                .query(String.class)
                                .single())
                .isEqualTo("READY");
    }

    /** Isn't committed yet when the other fact comes. */
    private void recordStudySlowly(PersonId person, CountDownLatch recorded) {
        transaction.executeWithoutResult(
                status -> {
                    certifications.recordBackground(
                            person, BackgroundResult.CLEARED, Minnesota.today(clock), "", Region.officer());
                    recorded.countDown();
                    await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaits);
                });
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                        + " AND query LIKE '%access.projection%' AND pid <> pg_backend_pid()")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
