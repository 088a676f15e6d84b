package org.assisterportal.document.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.assisterportal.Region;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest.State;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A change that is reported takes no time away that an officer has given. */
class LaterDayTests extends ProofScene {
    @Autowired private DocumentReviews reviews;

    private final Actor officer = Region.officer();
    private LocalDate putOff = LocalDate.MIN;

    @BeforeEach
    void theIncomeWasPutOff() {
        assertThat(reviews.extend(about(ProofKind.INCOME).id(), "Waits for the employer.", officer)).isEqualTo(DocumentReviews.Outcome.DONE);
        putOff = about(ProofKind.INCOME).due();
        assertThat(putOff).isAfter(Minnesota.today(clock).plusDays(90));
    }

    private void earnsLess() {
        handiwork.changed(maria, new Spot(Question.INCOME, "self"), Map.of("kind-1", "WAGES", "amount-1", "1,200", "frequency-1", "EVERY_TWO_WEEKS"));
    }

    @Test
    void whatIsAskedAnewKeepsTheLaterDay() {
        earnsLess();
        assertThat(about(ProofKind.INCOME).state()).isEqualTo(State.ASKED);
        assertThat(about(ProofKind.INCOME).due()).isEqualTo(putOff);
    }

    @Test
    void whatWaitsForAnOfficerKeepsItToo() {
        send(ProofKind.INCOME, "pay.png", TestFiles.picture("png", 3));
        earnsLess();
        assertThat(about(ProofKind.INCOME).state()).isEqualTo(State.SENT);
        assertThat(about(ProofKind.INCOME).due()).isEqualTo(putOff);
    }

    @Test
    void anEarlierDayDoesNotStay() {
        household.inTransaction(
                () -> jdbc.sql("UPDATE document.request SET due = :day WHERE consumer = :id").param("day", Minnesota.today(clock).plusDays(3)).param("id", maria.subject()).update());
        earnsLess();
        assertThat(about(ProofKind.INCOME).due()).isEqualTo(Minnesota.today(clock).plusDays(90));
    }
}
