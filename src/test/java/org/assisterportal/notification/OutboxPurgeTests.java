package org.assisterportal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.shared.EmailAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarketplaceTest
class OutboxPurgeTests {
    @Autowired private Outbox outbox;
    @Autowired private OutboxPurge purge;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private final UUID link = UUID.randomUUID();

    private UUID failed(int daysAgo) {
        UUID id = UUID.randomUUID();
        Mail.Link to = new Mail.Link("activation", "/activate", link, java.time.Instant.EPOCH);
        Map<String, String> values = Map.of("name", "Ana");
        Mail mail = new Mail(id, "activation", Mail.Sender.SYSTEM, new EmailAddress("ana@example.org"), values, to, id);
        transaction.executeWithoutResult(status -> outbox.queue(mail));
        jdbc.sql(
                        "UPDATE notification.outbox SET state = 'FAILED',"
                                + " next_attempt_at = next_attempt_at - make_interval(days => :days) WHERE id = :id")
                .param("days", daysAgo)
                .param("id", id)
                .update();
        return id;
    }

    private String stored(UUID id) {
        return jdbc.sql("SELECT state || ' ' || facts FROM notification.outbox WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Test
    void aMailThatFailedForgetsAfterThirtyDaysAndCanNotBeTriedAgainThen() {
        UUID old = failed(31);
        UUID young = failed(29);
        purge.purge();
        assertThat(stored(old)).isEqualTo("WITHDRAWN {}");
        assertThat(outbox.retry(old, Region.officer())).isFalse();
        assertThat(stored(young)).contains("FAILED", "Ana");
        assertThat(outbox.retry(young, Region.officer())).isTrue();
    }

    @Test
    void aMailThatIsTakenBackForgetsAtOnce() {
        UUID id = failed(0);
        transaction.executeWithoutResult(status -> outbox.withdraw(link));
        assertThat(stored(id)).isEqualTo("WITHDRAWN {}");
    }
}
