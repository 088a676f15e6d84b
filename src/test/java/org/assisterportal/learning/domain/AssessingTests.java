package org.assisterportal.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.learning.AttemptResult;
import org.assisterportal.learning.AttemptView;
import org.assisterportal.learning.AttemptView.AskedQuestion;
import org.assisterportal.learning.Learning.AttemptStart;
import org.assisterportal.learning.LessonView.CheckOption;
import org.assisterportal.learning.Transcript.CourseRecord;
import org.assisterportal.learning.Transcripts;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarketplaceTest
class AssessingTests {
    @Autowired private Training training;
    @Autowired private Assessing assessing;
    @Autowired private Transcripts transcripts;
    @Autowired private JdbcClient jdbc;

    private final PersonId person = new PersonId(UUID.randomUUID());
    private final Actor learner = new Actor(null, null, person.value(), null, "Lena Learner");

    private CourseRecord tiny() {
        return Objects.requireNonNull(transcripts.of(List.of(person)).get(person)).course("tiny");
    }

    private void train() {
        for (String lesson : List.of("one", "two")) {
            training.open(learner, person, "tiny", lesson);
            training.answer(learner, person, "tiny", lesson, 1);
        }
    }

    private UUID started() {
        return ((AttemptStart.Started) assessing.start(learner, person, "tiny")).attempt();
    }

    private AttemptView open(UUID attempt) {
        return assessing.attempt(person, attempt).orElseThrow();
    }

    private void answer(UUID attempt, int right) {
        for (AskedQuestion question : open(attempt).questions()) {
            int key = question.options().indexOf("right" + question.words().replaceAll("\\D", ""));
            int option = question.position() <= right ? key : (key + 1) % 4;
            assertThat(assessing.keep(person, attempt, question.position(), option, false)).isTrue();
        }
    }

    @Test
    void trainingIsDoneWhenEveryCheckIsAnsweredRightOrWrongAndTheAssessmentOpensThen() {
        training.open(learner, person, "tiny", "one");
        assertThat(assessing.start(learner, person, "tiny")).isEqualTo(new AttemptStart.TrainingOpen(2));
        assertThat(training.answer(learner, person, "tiny", "one", 1).chosen())
                .isEqualTo(new CheckOption("That", false, "It is not."));
        assertThat(tiny().lessonsDone()).isEqualTo(1);
        assertThat(tiny().trainingDoneAt()).isNull();
        training.answer(learner, person, "tiny", "two", 0);
        assertThat(tiny().trainingDoneAt()).isNotNull();
        assertThat(assessing.start(learner, person, "tiny")).isInstanceOf(AttemptStart.Started.class);
    }

    @Test
    void eightOfTenReachEightyPercentAndSevenDoNotAndARetryDrawsAnew() {
        train();
        UUID first = started();
        assertThat(started()).isEqualTo(first);
        List<String> words = open(first).questions().stream().map(AskedQuestion::words).toList();
        answer(first, 7);
        AttemptResult failed = assessing.submit(learner, person, first);
        assertThat(failed.passed()).isFalse();
        assertThat(failed.points()).isEqualTo(7);
        assertThat(failed.needed()).isEqualTo(8);
        assertThat(failed.reread()).isNotEmpty();
        UUID second = started();
        assertThat(open(second).questions()).extracting(AskedQuestion::words)
                .isNotEqualTo(words);
        answer(second, 8);
        assertThat(assessing.submit(learner, person, second).passed()).isTrue();
        assertThat(tiny().passes()).hasSize(1);
        assertThat(tiny().attempts()).isEqualTo(2);
        assertThat(tiny().bestPoints()).isEqualTo(8);
        assertThat(tiny().outOf()).isEqualTo(10);
    }

    @Test
    void twoTabsSubmittingAtOnceAreOneGrading() throws Exception {
        train();
        UUID attempt = started();
        answer(attempt, 10);
        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<AttemptResult> submit = () -> assessing.submit(learner, person, attempt);
            List<Future<AttemptResult>> results = pool.invokeAll(List.of(submit, submit, submit, submit));
            for (Future<AttemptResult> result : results) {
                assertThat(result.get()).isEqualTo(results.getFirst().get());
            }
        }
        assertThat(tiny().attempts()).isEqualTo(1);
        assertThat(assessing.keep(person, attempt, 1, 0, false)).isFalse();
        assertThat(assessing.attempt(person, attempt)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM audit.line WHERE act = 'learning.assessment-graded' AND subject = :id")
                        .param("id", person.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anOpenAttemptShowsNoKeyAndItsResultIsNotThere() {
        train();
        UUID attempt = started();
        assertThat(AttemptView.AskedQuestion.class.getRecordComponents()).extracting(part -> part.getName())
                .containsExactly("position", "words", "options", "chosen", "flagged");
        assertThatThrownBy(() -> assessing.result(person, attempt)).isInstanceOf(NotFound.class);
        PersonId stranger = new PersonId(UUID.randomUUID());
        assertThatThrownBy(() -> assessing.attempt(stranger, attempt)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> assessing.keep(person, attempt, 1, 4, false)).isInstanceOf(NotFound.class);
    }

    @Test
    void aFlagKeepsTheAnswerThatIsThere() {
        train();
        UUID attempt = started();
        assessing.keep(person, attempt, 3, 2, false);
        assessing.keep(person, attempt, 3, -1, true);
        AskedQuestion third = open(attempt).questions().get(2);
        assertThat(third.chosen()).isEqualTo(2);
        assertThat(third.flagged()).isTrue();
        assertThat(open(attempt).flagged()).containsExactly(3);
        assertThat(open(attempt).unanswered()).hasSize(9).doesNotContain(3);
    }
}
