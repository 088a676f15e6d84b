package org.assisterportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@MarketplaceTest
class AuditLogTests {
    private static final Actor OFFICER =
            new Actor(UUID.randomUUID(), Hat.ARC_OFFICER, null, null, "Olga Officer");

    @Autowired private AuditLog audit;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcTemplate template;
    @Autowired private RefusalLimit limit;
    @Autowired private MovableClock clock;

    private static AuditSearch about(UUID person) {
        return new AuditSearch(null, null, null, person, null, null, false, 1);
    }

    @Test
    void aPageThatShowedSomebodyIsFoundByThatPerson() {
        UUID shown = UUID.randomUUID();
        transaction.executeWithoutResult(
                state -> audit.record(AuditLine.of(OFFICER, "queue.shown").showing(List.of(shown)).with("rows", 1)));
        var found = audit.search(about(shown), OFFICER);
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.rows().getFirst().facts()).containsEntry("rows", "1");
        assertThat(found.rows().getFirst().actorName()).isEqualTo("Olga Officer");
    }

    @Test
    void theLineGoesWithItsActAndARefusalsLineStays() {
        UUID person = UUID.randomUUID();
        transaction.executeWithoutResult(
                state -> {
                    audit.record(AuditLine.of(OFFICER, "person.enrolled").about(person));
                    audit.recordRefusal(AuditLine.of(OFFICER, "person.enrolled").about(person).refused("own-agency"));
                    state.setRollbackOnly();
                });
        var found = audit.search(about(person), OFFICER).rows();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().refused()).isTrue();
    }

    @Test
    void noLineIsWrittenOutsideATransaction() {
        assertThatThrownBy(() -> audit.record(AuditLine.of(OFFICER, "x")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveALine() {
        for (String sql : List.of("UPDATE audit.line SET act = 'x'", "DELETE FROM audit.line", "TRUNCATE audit.line")) {
            assertThatThrownBy(() -> template.execute(sql))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void searchingLeavesALine() {
        UUID nobody = UUID.randomUUID();
        Actor searcher = new Actor(UUID.randomUUID(), Hat.ARC_OFFICER, null, null, "Sam Searcher");
        audit.search(about(nobody), searcher);
        var own = new AuditSearch(null, null, searcher.account(), null, null, "audit.searched", false, 1);
        assertThat(audit.search(own, OFFICER).total()).isEqualTo(1);
    }

    @Test
    void equalTermsHaveEqualHashesThatDoNotHoldTheTerm() {
        assertThat(audit.hashOf(" Lopez ")).isEqualTo(audit.hashOf("lopez")).doesNotContainIgnoringCase("lopez");
        assertThat(audit.hashOf("lopez")).isNotEqualTo(audit.hashOf("lopes"));
    }

    @Test
    void aFloodOfRefusalsLeavesSoManyLinesAnHourForEachWhoComes() {
        UUID about = UUID.randomUUID();
        AuditLine line = AuditLine.of(OFFICER, "person.shown").about(about).refused("own-agency");
        for (int i = 0; i < 5; i++) {
            audit.recordRefusal(line, "192.0.2.1 " + about, 2);
        }
        assertThat(refusedLooks(about)).isEqualTo(2);
        audit.recordRefusal(line, "192.0.2.2 " + about, 2);
        audit.recordRefusal(AuditLine.of(OFFICER, "person.shown").about(about).refused("other"), "192.0.2.1 " + about, 2);
        assertThat(refusedLooks(about)).isEqualTo(4);
        clock.travel(Duration.ofMinutes(61));
        audit.recordRefusal(line, "192.0.2.1 " + about, 2);
        assertThat(refusedLooks(about)).isEqualTo(5);
    }

    private int refusedLooks(UUID about) {
        return template.queryForList(
                        "SELECT count(*) FROM audit.line WHERE subject = ? AND act = 'person.shown'", Integer.class, about)
                .getFirst();
    }

    @Test
    void whoeverHasManyAddressesStillFillsNoMoreThanAThousandLinesAndTheRecordSaysSo() {
        clock.travel(Duration.ofMinutes(61));
        Actor person = new Actor(UUID.randomUUID(), null, null, null, "Mara");
        for (int i = 0; i < RefusalLimit.MOST_OF_ALL + 20; i++) {
            audit.recordRefusal(AuditLine.of(person, "signed-in").refused("x"), person.account() + "." + i, 1);
        }
        assertThat(lines(person, "signed-in")).isEqualTo(RefusalLimit.MOST_OF_ALL);
        assertThat(lines(person, "refusals.not-kept")).isEqualTo(1);
    }

    private int lines(Actor of, String act) {
        return template.queryForList(
                        "SELECT count(*) FROM audit.line WHERE account = ? AND act = ?", Integer.class, of.account(), act)
                .getFirst();
    }

    @Test
    void whatIsCountedNoMoreIsDeleted() {
        audit.recordRefusal(AuditLine.of(OFFICER, "person.shown").refused("x"), UUID.randomUUID().toString(), 1);
        clock.travel(Duration.ofMinutes(61));
        assertThat(over()).isPositive();
        limit.purge();
        assertThat(over()).isZero();
    }

    private int over() {
        return template.queryForList(
                        "SELECT count(*) FROM audit.refusal_count WHERE ends_at <= ?", Integer.class, Sql.time(clock.instant()))
                .getFirst();
    }
}
