package org.assisterportal.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assisterportal.processes.MailServer.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The outbox of two processes in front of a mail server on a real socket, with kill -9 at the worst moments. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailProcessTests {
    private static final String UNANSWERED = "before@kill.example";
    private static final String UNMARKED = "between@kill.example";

    private final Marketplace marketplace = Marketplace.open();

    /** Both at once, since a killed process' mail rests for a lease. */
    @BeforeAll
    void oneProcessIsKilledBeforeTheAnswerAndOneBetweenTheAnswerAndItsMark() throws Exception {
        CompletableFuture<String> asked = new CompletableFuture<>();
        CompletableFuture<String> answered = new CompletableFuture<>();
        marketplace.mail.script(
                letter -> {
                    if (letter.to().equals(UNANSWERED) && asked.complete(letter.client())) {
                        return Answer.SILENCE;
                    }
                    if (letter.to().equals(UNMARKED) && !answered.isDone()) {
                        // Stopped before it can read the 250, it can't mark the mail.
                        marketplace.process(letter.client()).freeze();
                        answered.complete(letter.client());
                    }
                    return Answer.TAKE;
                });
        queue(UNANSWERED, 1);
        marketplace.process(asked.get(20, TimeUnit.SECONDS)).kill();
        assertThat(marketplace.mail.taken(UNANSWERED)).isEmpty();
        queue(UNMARKED, 1);
        String frozen = answered.get(20, TimeUnit.SECONDS);
        await().until(() -> marketplace.mail.taken(UNMARKED).size() == 1);
        marketplace.process(frozen).kill();
        marketplace.up();
    }

    @BeforeEach
    void everythingIsInOrder() {
        Marketplace.open();
    }

    private List<String> queue(String to, int count) {
        return marketplace.database.as("app")
                .sql(
                        """
                        INSERT INTO notification.outbox (id, kind, sender, recipient, facts, queued_at, next_attempt_at)
                        SELECT gen_random_uuid(), 'password-changed', 'SYSTEM',
                               CASE WHEN :count = 1 THEN :to ELSE n || :to END, '{"name": "Ana"}', now(), now()
                          FROM generate_series(1, :count) n RETURNING id
                        """)
                .param("count", count)
                .param("to", to)
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> "<" + id + "@portal.example.org>")
                .toList();
    }

    private static String outbox(String what, String to) {
        return "SELECT " + what + " FROM notification.outbox WHERE recipient = '" + to + "'";
    }

    private void delivered(String to, int count) {
        marketplace.eventually(
                "SELECT count(*) FROM notification.outbox WHERE recipient LIKE '%" + to + "' AND state = 'SENT'",
                (long) count);
    }

    @Test
    void killedBeforeTheServersAnswerTheMailIsDeliveredOnce() {
        delivered(UNANSWERED, 1);
        assertThat(marketplace.mail.taken(UNANSWERED)).hasSize(1);
    }

    @Test
    void killedBetweenTheAnswerAndItsMarkTheMailIsDeliveredTwiceUnderOneMessageId() {
        delivered(UNMARKED, 1);
        List<Letter> letters = marketplace.mail.taken(UNMARKED);
        assertThat(letters).hasSize(2);
        assertThat(letters.getFirst().messageId()).isNotNull().isEqualTo(letters.getLast().messageId());
        assertThat(letters.getFirst().client()).isNotEmpty();
    }

    @Test
    void aThousandMailsLeaveTwoProcessesOnceEach() {
        List<String> ids = queue("@bulk.example", 1000);
        delivered("@bulk.example", 1000);
        List<Letter> letters = marketplace.mail.taken("@bulk.example");
        assertThat(letters).extracting(Letter::messageId).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(letters).extracting(Letter::client).contains("a", "b");
    }

    @Test
    void aProcessThatIsStoppedInTheMidstLeavesItsMailsToTheOtherAtOnce() {
        List<String> ids = queue("@stop.example", 400);
        await().untilAsserted(
                () ->
                        assertThat(marketplace.mail.taken("@stop.example"))
                                .filteredOn(letter -> letter.client().equals("a"))
                                .hasSizeGreaterThan(20));
        long start = System.nanoTime();
        marketplace.process("a").stop();
        delivered("@stop.example", 400);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Marketplace.LEASE);
        assertThat(marketplace.mail.taken("@stop.example"))
                .extracting(Letter::messageId)
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aMailThatTheServerNeverAnswersHoldsUpNoOtherAndGoesOutWhenItDoes() {
        marketplace.mail.script(letter -> letter.to().equals("slow@silence.example") ? Answer.SILENCE : Answer.TAKE);
        queue("slow@silence.example", 1);
        queue("quick@silence.example", 30);
        delivered("quick@silence.example", 30);
        marketplace.eventually(outbox("attempts > 0 AND last_error IS NOT NULL", "slow@silence.example"), true);
        assertThat(marketplace.mail.taken("slow@silence.example")).isEmpty();
        marketplace.mail.script(letter -> Answer.TAKE);
        delivered("slow@silence.example", 1);
        assertThat(marketplace.mail.taken("slow@silence.example")).hasSize(1);
        assertThat(marketplace.mail.taken("quick@silence.example")).hasSize(30);
    }

    @Test
    void aServerThatGreetsNobodyCostsNoMailItsTries() {
        marketplace.mail.mute(true);
        queue("ana@mute.example", 1);
        marketplace.eventually(outbox("attempts = 0 AND last_error IS NOT NULL", "ana@mute.example"), true);
        marketplace.mail.mute(false);
        delivered("ana@mute.example", 1);
        assertThat(marketplace.mail.taken("ana@mute.example")).hasSize(1);
    }
}
