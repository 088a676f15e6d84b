package org.assisterportal.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Enrolling a selection is whole or nothing, also when its process dies in the middle. */
class CrashProcessTests {
    private final Marketplace marketplace = Marketplace.open();

    @Test
    void killedInTheMiddleOfEnrollingASelectionNothingIsHalfStoredAndTheNextTryEnrollsEverybodyOnce() throws Exception {
        Agency agency = marketplace.agency(3);
        String people = agency.people.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        String[] selection =
                agency.people.stream().flatMap(id -> Stream.of("person", id.toString())).toArray(String[]::new);
        Visitor officer = marketplace.officer().browser.at(marketplace.a());
        officer.open("/arc/queue");
        officer.send("/arc/review", selection);

        try (Connection connection = marketplace.database.connections("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            // The mails are queued after accounts and numbers were made: there it waits, and there it dies.
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE notification.outbox IN SHARE MODE");
            CompletableFuture<Void> enrolling =
                    CompletableFuture.runAsync(() -> officer.send("/arc/enroll"));
            marketplace.eventuallyBlocked("INSERT INTO notification.outbox%");
            marketplace.process("a").kill();
            assertThat(enrolling).failsWithin(Duration.ofSeconds(10));
            connection.rollback();
        }
        marketplace.eventually(
                "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'INSERT INTO notification.outbox%'"
                        + " AND state <> 'idle'",
                0L);

        for (String half : List.of(
                "access.enrollment WHERE person",
                "access.event WHERE person",
                "identity.hat WHERE hat = 'ASSISTER' AND subject",
                "identity.account a JOIN agency.person p ON p.email_key = a.email_key WHERE p.id",
                "notification.outbox WHERE kind IN ('activation', 'access-confirmed') AND subject")) {
            assertThat(marketplace.count(half + " IN (" + people + ")")).as(half).isZero();
        }

        marketplace.up();
        officer.at(marketplace.a(), marketplace.b()).open("/arc/queue");
        officer.send("/arc/review", selection);
        Visitor colleague = marketplace.secondOfficer().browser;
        colleague.open("/arc/queue");
        colleague.send("/arc/review", selection);
        officer.send("/arc/enroll");
        assertThat(officer.text()).contains("3 people were enrolled");
        colleague.send("/arc/enroll");
        assertThat(colleague.text()).contains("3 were enrolled already");
        assertThat(marketplace.count("access.enrollment WHERE person IN (" + people + ")")).isEqualTo(3);
        marketplace.eventually(
                "SELECT count(*) FROM notification.outbox WHERE kind IN ('activation', 'access-confirmed')"
                        + " AND state = 'SENT' AND subject IN (" + people + ")",
                6L);
    }
}
