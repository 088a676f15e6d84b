package org.assisterportal.document.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.document.ProofId;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.OneByOne;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes requests for proofs of events when their time is over with nothing that waits for an officer; once, by however many processes. */
@Component
class Lapsing {
    private static final int BATCH = 50;
    private static final String OVER = "state IN ('ASKED', 'NOT_ACCEPTED') AND happened_on IS NOT NULL AND due < :today";

    private final JdbcClient jdbc;
    private final Consumers consumers;
    private final Following following;
    private final NextStep next;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Lapsing(
            JdbcClient jdbc, Consumers consumers, Following following, NextStep next, OneByOne oneByOne, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.consumers = consumers;
        this.following = following;
        this.next = next;
        this.oneByOne = oneByOne;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    void sweep() {
        LocalDate today = Minnesota.today(clock);
        List<ConsumerId> whose =
                transaction.execute(
                        status ->
                                jdbc.sql("SELECT DISTINCT consumer FROM (SELECT consumer FROM document.request WHERE " + OVER + " ORDER BY due LIMIT " + BATCH + ") over")
                                        .param("today", today)
                                        .query((row, number) -> new ConsumerId(Sql.uuid(row, "consumer")))
                                        .list());
        oneByOne.each("the end of the time to prove an event", whose == null ? List.of() : whose, one -> over(one, today));
    }

    private void over(ConsumerId consumer, LocalDate today) {
        consumers.hold(consumer);
        List<ProofId> over =
                jdbc.sql(
                                "UPDATE document.request SET state = 'LAPSED', closed_at = :now, version = version + 1 WHERE consumer = :consumer AND "
                                        + OVER
                                        + " RETURNING id")
                        .param("now", Sql.time(clock.instant()))
                        .param("consumer", consumer.value())
                        .param("today", today)
                        .query((row, number) -> new ProofId(Sql.uuid(row, "id")))
                        .list();
        over.forEach(id -> following.lapsed(consumer, id));
        next.settle(consumer);
    }
}
