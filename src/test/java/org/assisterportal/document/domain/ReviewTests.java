package org.assisterportal.document.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assisterportal.Region;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.document.DocumentReviews.FileLook;
import org.assisterportal.document.DocumentReviews.Look;
import org.assisterportal.document.DocumentReviews.Outcome;
import org.assisterportal.document.DocumentReviews.Tab;
import org.assisterportal.document.Documents.TakenBack;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.ProofRequest.Reason;
import org.assisterportal.document.ProofRequest.State;
import org.assisterportal.document.StoredFile;
import org.assisterportal.routes.Ledger;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.Waiting;
import org.assisterportal.task.TaskView;
import org.assisterportal.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Officers look and decide, reminders go out, and what is overdue waits for a decision. */
class ReviewTests extends ProofScene {
    @Autowired private DocumentReviews reviews;
    @Autowired private Reminding reminding;
    @Autowired private Waiting waiting;
    @Autowired private Tasks tasks;
    @Autowired private Ledger ledger;

    private final Actor olga = Region.officer();
    private LocalDate today;

    @BeforeEach
    void sent() {
        today = Minnesota.today(clock);
        send(ProofKind.INCOME, "pay.png", TestFiles.picture("png", 1));
    }

    private ProofRequest income() {
        return about(ProofKind.INCOME);
    }

    private void open(Actor officer) {
        income().waiting().forEach(file -> reviews.open(income().id(), file.id(), officer));
    }

    private Outcome decide(@org.jspecify.annotations.Nullable Reason reason, String note) {
        return reviews.decide(income().id(), reason, note, income().version(), olga);
    }

    private String lines(String act) {
        return one("SELECT count(*) FROM audit.line WHERE act = '" + act + "' AND subject = '" + id() + "' AND NOT refused");
    }

    private int mails(String kind) {
        return Integer.parseInt(one("SELECT count(*) FROM notification.outbox WHERE kind = '" + kind + "' AND subject = '" + id() + "'"));
    }

    private void due(ProofKind kind, LocalDate day) {
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE document.request SET due = :day WHERE id = :id")
                                .param("day", day)
                                .param("id", about(kind).id().value())
                                .update());
    }

    private List<TaskView> overdueTasks() {
        return tasks.list(false, 1, olga).rows().stream()
                .filter(task -> task.kind().equals(DocumentReviews.TASK) && task.subject().equals(maria.subject()))
                .toList();
    }

    @Test
    void whatIsAcceptedIsClosedAndStaysInHistory() {
        open(olga);
        assertThat(decide(null, "")).isEqualTo(Outcome.DONE);
        assertThat(income().state()).isEqualTo(State.ACCEPTED);
        assertThat(income().files()).extracting(StoredFile::state).containsExactly(StoredFile.State.ACCEPTED);
        assertThat(mails("document-accepted")).isEqualTo(1);
        assertThat(lines("document.decided")).isEqualTo("1");
        assertThat(((Look.Shown) reviews.show(income().id(), olga)).file().decisions()).hasSize(1);
        assertThat(reviews.list(Tab.ACCEPTED, 1, olga).rows()).anyMatch(line -> line.id().equals(income().id()));
    }

    @Test
    void whatIsNotAcceptedHasItsReasonAndTimeForAnother() {
        due(ProofKind.INCOME, today.plusDays(3));
        open(olga);
        assertThat(decide(Reason.OTHER, " ")).as("another reason is written down").isEqualTo(Outcome.NO_NOTE);
        assertThat(decide(Reason.OTHER, "x".repeat(1001))).isEqualTo(Outcome.NO_NOTE);
        assertThat(decide(Reason.TOO_OLD, "From 2019.")).isEqualTo(Outcome.DONE);
        assertThat(income().state()).isEqualTo(State.NOT_ACCEPTED);
        assertThat(income().due()).isEqualTo(today.plusDays(14));
        assertThat(java.util.Objects.requireNonNull(income().decision()).note()).isEqualTo("From 2019.");
        assertThat(mails("document-not-accepted")).isEqualTo(1);
        assertThat(mails("documents-due")).isZero();
        reminding.sweep();
        assertThat(mails("documents-due")).as("thirty days had their time").isZero();
        send(ProofKind.INCOME, "newer.png", TestFiles.picture("png", 2));
        assertThat(income().files()).extracting(StoredFile::state).containsExactly(StoredFile.State.NOT_ACCEPTED, StoredFile.State.WAITING);
    }

    @Test
    void enoughTimeThatWasLeftStays() {
        open(olga);
        decide(Reason.TOO_OLD, "");
        assertThat(income().due()).isEqualTo(today.plusDays(90));
    }

    @Test
    void nobodyDecidesOnWhatTheyHaveNotOpenedOrWhatChangedMeanwhile() {
        assertThat(decide(null, "")).isEqualTo(Outcome.NOT_LOOKED);
        open(olga);
        int version = income().version();
        send(ProofKind.INCOME, "more.png", TestFiles.picture("png", 2));
        assertThat(reviews.decide(income().id(), null, "", version, olga)).isEqualTo(Outcome.CHANGED);
        assertThat(decide(null, "")).isEqualTo(Outcome.DONE);
    }

    @Test
    void ofTwoOfficersAtOnceOneDecidesAndTheOtherIsTold() throws Exception {
        open(olga);
        ProofRequest seen = income();
        List<Outcome> outcomes;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Callable<Outcome> yes = () -> reviews.decide(seen.id(), null, "", seen.version(), olga);
            Callable<Outcome> no = () -> reviews.decide(seen.id(), Reason.TOO_OLD, "", seen.version(), Region.officer());
            outcomes = two.invokeAll(List.of(yes, no)).stream().map(Future::resultNow).toList();
        }
        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.GONE);
        assertThat(one("SELECT count(*) FROM document.review WHERE request = '" + seen.id() + "'")).isEqualTo("1");
    }

    @Test
    void everyLookAtAFileLeavesALineAndWhereNoneCanBeWrittenNothingIsOpened() {
        UUID file = income().files().getFirst().id();
        assertThat(((FileLook.Shown) reviews.open(income().id(), file, olga)).opened().content()).isEqualTo(TestFiles.picture("png", 1));
        reviews.open(income().id(), file, olga);
        assertThat(one("SELECT count(*) FROM audit.line WHERE act = 'document.opened' AND facts->>'file' = '" + file + "'")).isEqualTo("2");
        send(ProofKind.CITIZENSHIP, "passport.png", TestFiles.picture("png", 3));
        UUID second = about(ProofKind.CITIZENSHIP).files().getFirst().id();
        try (Ledger.Refusing ignored = ledger.new Refusing("document.opened")) {
            assertThatThrownBy(() -> reviews.open(about(ProofKind.CITIZENSHIP).id(), second, olga)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> documents.open(hers(), about(ProofKind.CITIZENSHIP).id(), second)).isInstanceOf(RuntimeException.class);
        }
        assertThat(about(ProofKind.CITIZENSHIP).files().getFirst().state()).as("nobody looked").isEqualTo(StoredFile.State.WAITING);
        assertThat(documents.takeBack(hers(), income().id(), file)).as("looked at: it stays").isInstanceOf(TakenBack.Looked.class);
    }

    @Test
    void whoHasAConflictSeesNobodyAndDecidesNothing() {
        Member own = member(Hat.ARC_OFFICER);
        household.inTransaction(() -> jdbc.sql("UPDATE consumer.consumer SET email = :email WHERE id = :id").param("email", own.email().value()).param("id", maria.subject()).update());
        Actor she = own.actor();
        ProofRequest request = income();
        assertThat(reviews.show(request.id(), she)).isInstanceOf(Look.Own.class);
        assertThat(reviews.open(request.id(), request.files().getFirst().id(), she)).isInstanceOf(FileLook.Own.class);
        open(olga);
        assertThat(reviews.decide(request.id(), null, "", income().version(), she)).isEqualTo(Outcome.OWN);
        assertThat(reviews.extend(about(ProofKind.CITIZENSHIP).id(), "x", she)).isEqualTo(Outcome.OWN);
        assertThat(reviews.list(Tab.WAITING, 1, she).rows().stream().filter(line -> line.id().equals(request.id())))
                .allSatisfy(line -> assertThat(line.name()).isEmpty());
        assertThat(income().state()).isEqualTo(State.SENT);
    }

    @Test
    void whoIsNoOfficerFindsNoneOfThis() {
        assertThatThrownBy(() -> reviews.list(Tab.WAITING, 1, maria)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reviews.open(income().id(), income().files().getFirst().id(), maria)).isInstanceOf(NotFound.class);
    }

    @Test
    void theLastDayIsPutOffOnceAndFromTodayWhenItIsOver() {
        assertThat(reviews.extend(income().id(), "Waits for the employer.", olga)).as("it waits for us").isEqualTo(Outcome.GONE);
        due(ProofKind.CITIZENSHIP, today.minusDays(1));
        reminding.sweep();
        assertThat(overdueTasks()).hasSize(1);
        assertThat(reviews.extend(about(ProofKind.CITIZENSHIP).id(), " ", olga)).isEqualTo(Outcome.NO_NOTE);
        assertThat(reviews.extend(about(ProofKind.CITIZENSHIP).id(), "Waits for the certificate.", olga)).isEqualTo(Outcome.DONE);
        assertThat(about(ProofKind.CITIZENSHIP).due()).isEqualTo(today.plusDays(30));
        assertThat(about(ProofKind.CITIZENSHIP).extended()).isEqualTo(today.minusDays(1));
        assertThat(mails("documents-extended")).isEqualTo(1);
        assertThat(overdueTasks()).as("decided").isEmpty();
        assertThat(reviews.extend(about(ProofKind.CITIZENSHIP).id(), "Again.", olga)).isEqualTo(Outcome.ONCE);
    }

    @Test
    void remindersGoOutOnTheirDayOnceForEverythingTogether() {
        documents.takeBack(hers(), income().id(), income().files().getFirst().id());
        int[][] days = {{61, 0}, {60, 1}, {31, 1}, {30, 2}, {8, 2}, {7, 3}, {0, 3}};
        for (int[] day : days) {
            due(ProofKind.INCOME, today.plusDays(day[0]));
            due(ProofKind.CITIZENSHIP, today.plusDays(day[0]));
            reminding.sweep();
            reminding.sweep();
            assertThat(mails("documents-due")).as("%s days left", day[0]).isEqualTo(day[1]);
        }
        assertThat(mails("documents-overdue")).as("the last day holds").isZero();
    }

    @Test
    void afterAPauseOnlyTheLatestReminderGoesOut() {
        due(ProofKind.CITIZENSHIP, today.plusDays(3));
        reminding.sweep();
        assertThat(mails("documents-due")).isEqualTo(1);
        assertThat(household.newestMail(one("SELECT email FROM consumer.consumer WHERE id = '" + id() + "'"), "3 days")).contains("There are 3 days to send them", "/account").doesNotContain("Citizenship");
    }

    @Test
    void twoProcessesRemindAndOpenATaskOnce() throws Exception {
        documents.takeBack(hers(), income().id(), income().files().getFirst().id());
        due(ProofKind.INCOME, today.plusDays(5));
        due(ProofKind.CITIZENSHIP, today.minusDays(1));
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            two.invokeAll(List.of(Executors.callable(reminding::sweep), Executors.callable(reminding::sweep))).forEach(Future::resultNow);
        }
        assertThat(mails("documents-due")).isEqualTo(1);
        assertThat(mails("documents-overdue")).isEqualTo(1);
        assertThat(overdueTasks()).singleElement().satisfies(task -> assertThat(task.facts()).isEmpty());
        assertThat(about(ProofKind.CITIZENSHIP).state()).as("nothing ended").isEqualTo(State.ASKED);
        assertThat(one("SELECT case_status FROM consumer.consumer WHERE id = '" + id() + "'")).isEqualTo("DETERMINED");
    }

    @Test
    void whatWaitsForAnOfficerIsNeitherRemindedNorOverdue() {
        send(ProofKind.CITIZENSHIP, "passport.png", TestFiles.picture("png", 3));
        due(ProofKind.INCOME, today.plusDays(5));
        due(ProofKind.CITIZENSHIP, today.minusDays(1));
        reminding.sweep();
        assertThat(mails("documents-due") + mails("documents-overdue")).isZero();
        assertThat(about(ProofKind.CITIZENSHIP).overdue()).isFalse();
        assertThat(reviews.first(ConsumerId.of(maria), olga)).contains(about(ProofKind.CITIZENSHIP).id());
    }

    @Test
    void theOldestComesFirstAndTheNumberOfThoseThatWaitIsKnown() {
        long before = waiting();
        send(ProofKind.CITIZENSHIP, "passport.png", TestFiles.picture("png", 3));
        assertThat(waiting()).isEqualTo(before + 1);
        household.inTransaction(() -> jdbc.sql("UPDATE document.request SET sent_at = '2001-01-01' WHERE id = :id").param("id", about(ProofKind.CITIZENSHIP).id().value()).update());
        assertThat(reviews.list(Tab.WAITING, 1, olga).rows().getFirst().id()).isEqualTo(about(ProofKind.CITIZENSHIP).id());
    }

    private long waiting() {
        return waiting.counted(List.of(reviews.waiting())).getFirst();
    }
}
