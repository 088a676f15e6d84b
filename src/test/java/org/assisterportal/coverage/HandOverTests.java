package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.application.Question;
import org.assisterportal.application.Signings;
import org.assisterportal.application.domain.NoticeHand;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever may qualify on another basis is handed over to the county or tribe by an officer. */
class HandOverTests extends CoverageScene {
    @Autowired private Signings signings;
    @Autowired private NoticeHand job;

    @BeforeEach
    void everythingIsAnswered() {
        fillIn(maria);
    }

    private void sign() {
        send(maria, at("sign"), "name", "Maria Lopez", "agreed", "true", "hash", signings.words(Locale.US).sha256(), "read", read());
        job.work();
    }

    private List<Map<String, Object>> tasks() {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT id, due - opened_at::date AS days FROM task.task WHERE kind = 'hand-over' AND subject = :consumer AND done_at IS NULL")
                                .param("consumer", maria.subject())
                                .query()
                                .listOfRows());
    }

    @Test
    void anOfficerGetsTheApplicationToSendOnce() {
        answer(maria, Question.DISABILITY, "", "self", "YES");
        sign();
        assertThat(tasks()).hasSize(1);
        Actor olga = new Actor(UUID.randomUUID(), Hat.ARC_OFFICER, UUID.randomUUID(), null, "Olga Berg");
        String page = body(look(olga, "/arc/tasks/" + tasks().getFirst().get("id")));
        assertThat(page).contains("send the application to the county or tribe", "/arc/applications/" + id, "where it was sent");
        job.work();
        assertThat(tasks()).as("the notice is made once").hasSize(1);
    }

    @Test
    void nobodyIsHandedOverWithoutAnotherBasis() {
        sign();
        assertThat(tasks()).isEmpty();
    }
}
