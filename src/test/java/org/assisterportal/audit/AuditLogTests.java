package org.assisterportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
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
}
