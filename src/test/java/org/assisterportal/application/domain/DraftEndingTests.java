package org.assisterportal.application.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.Scope;
import org.assisterportal.Region;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.AccountScene;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A draft that nobody goes on with: two warnings, then its end. */
class DraftEndingTests extends AccountScene {
    @Autowired private DraftEnding ending;
    @Autowired private Applications applications;
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Diary diary;
    @Autowired private Region region;
    @Autowired private FlywayConnectionDetails owner;

    private Actor maria;
    private ApplicationId id;

    @BeforeEach
    void aDraft() {
        maria = household.consumer("Maria", "Lopez");
        id = handiwork.application(maria);
        applications.save(new Hand.Own(maria), id, Spot.of(Question.EARNERS), Map.of("self", "NO"), 0, false);
    }

    private void owner(String... statements) {
        JdbcTemplate tables =
                new JdbcTemplate(new DriverManagerDataSource(
                                requireNonNull(owner.getJdbcUrl()), requireNonNull(owner.getUsername()), requireNonNull(owner.getPassword())));
        List.of(statements).forEach(tables::execute);
    }

    /** As if it ended so long from now. */
    private void endsIn(Duration left) {
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE application.application SET expires_at = :at WHERE id = :id")
                                .param("at", Sql.time(clock.instant().plus(left)))
                                .param("id", id.value())
                                .update());
        ending.sweep();
    }

    private String email() {
        return one("SELECT email FROM consumer.consumer WHERE id = '" + maria.subject() + "'");
    }

    private String one(String sql) {
        return household.inTransaction(() -> jdbc.sql(sql).query(String.class).single());
    }

    private int mails(String kind) {
        return Integer.parseInt(
                one("SELECT count(*) FROM notification.outbox WHERE kind = '" + kind + "' AND subject = '" + maria.subject() + "'"));
    }

    @Test
    void itsConsumerIsWarnedAWeekAndADayBeforeOnceEach() {
        endsIn(Duration.ofDays(7).plusMinutes(1));
        assertThat(mails("application-draft-ends")).isZero();
        endsIn(Duration.ofDays(7).minusMinutes(1));
        ending.sweep();
        assertThat(mails("application-draft-ends")).isEqualTo(1);
        assertThat(household.newestMail(email(), "ends in 7 days")).contains("go on with it");
        endsIn(Duration.ofDays(1).minusMinutes(1));
        ending.sweep();
        assertThat(mails("application-draft-ends")).isEqualTo(2);
        assertThat(household.newestMail(email(), "ends tomorrow")).isNotEmpty();
    }

    @Test
    void goingOnPutsOffTheEndAndTheWarningsBeginAnew() {
        endsIn(Duration.ofDays(1).minusMinutes(1));
        applications.save(new Hand.Own(maria), id, Spot.of(Question.EARNERS), Map.of("self", "YES"), 1, false);
        Paper paper = applications.show(new Hand.Own(maria), id);
        assertThat(paper.expiresAt()).isAfter(clock.instant().plus(Duration.ofDays(29)));
        endsIn(Duration.ofDays(7).minusMinutes(1));
        assertThat(mails("application-draft-ends")).isEqualTo(2);
    }

    @Test
    void theMailSaysTheDaysThatAreReallyLeft() {
        endsIn(Duration.ofDays(3));
        assertThat(household.newestMail(email(), "ends in 3 days")).isNotEmpty();
    }

    @Test
    void aDraftThatCannotBeEndedStopsNoOther() {
        Actor bjorn = household.consumer("Bjorn", "Larsen");
        ApplicationId his = handiwork.application(bjorn);
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE application.application SET expires_at = :at WHERE id = :id")
                                .param("at", Sql.time(clock.instant().minus(Duration.ofDays(2))))
                                .param("id", his.value())
                                .update());
        String refuse =
                "CREATE OR REPLACE FUNCTION application.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF old.id = '"
                        + his + "' THEN RAISE EXCEPTION 'refused'; END IF; RETURN new; END $$";
        owner(refuse, "CREATE TRIGGER refuse BEFORE UPDATE ON application.application FOR EACH ROW EXECUTE FUNCTION application.refuse()");
        try {
            endsIn(Duration.ofSeconds(-1));
            assertThat(applications.newest(new Hand.Own(maria))).as("the one after it").isEmpty();
            assertThat(applications.newest(new Hand.Own(bjorn))).isPresent();
        } finally {
            owner("DROP TRIGGER refuse ON application.application", "DROP FUNCTION application.refuse()");
        }
        ending.sweep();
        assertThat(applications.newest(new Hand.Own(bjorn))).as("at the next sweep").isEmpty();
    }

    @Test
    void whatAnAssisterLeftOnItGoesWithIt() {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        household.authorize(maria, ana, Scope.APPLY);
        assertThat(applications.leave(ana.actor(), ConsumerId.of(maria), id, Spot.of(Question.HOME), Map.of("street", "1412 Superior Street"))).isTrue();
        assertThat(applications.leftBehind(new Hand.Own(maria), id)).hasSize(1);
        endsIn(Duration.ofSeconds(-1));
        assertThat(one("SELECT count(*) FROM consumer.left_over WHERE consumer = '" + maria.subject() + "' AND content <> '{}'")).isEqualTo("0");
    }

    @Test
    void whatWasTypedInAChangeThatIsThrownAwayIsDeleted() {
        household.inTransaction(
                () -> jdbc.sql("UPDATE application.application SET status = 'DISCARDED', changed_at = :now WHERE id = :id")
                        .param("now", Sql.time(clock.instant())).param("id", id.value()).update());
        ending.sweep();
        assertThat(one("SELECT count(*) FROM application.answer WHERE application = '" + id + "'")).isEqualTo("0");
    }

    @Test
    void whatAnAssisterLeftOnAChangeThatIsThrownAwayIsDeletedToo() {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        household.authorize(maria, ana, Scope.APPLY);
        assertThat(applications.leave(ana.actor(), ConsumerId.of(maria), id, Spot.of(Question.HOME), Map.of("street", "1412 Superior Street"))).isTrue();
        household.inTransaction(
                () -> jdbc.sql("UPDATE application.application SET status = 'DISCARDED', changed_at = :now WHERE id = :id")
                        .param("now", Sql.time(clock.instant())).param("id", id.value()).update());
        ending.sweep();
        assertThat(one("SELECT count(*) FROM consumer.left_over WHERE consumer = '" + maria.subject() + "' AND content <> '{}'")).isEqualTo("0");
    }

    @Test
    void whenItsTimeIsOverWhatWasTypedIsGoneAndANewOneCanBegin() {
        applications.save(new Hand.Own(maria), id, new Spot(Question.SSN, "self"), Map.of("has", "YES", "ssn", "123-45-6789"), 0, false);
        applications.show(new Hand.Own(maria), id);
        assertThat(one("SELECT count(*) FROM application.ssn s JOIN application.at_work w USING (application) WHERE application = '" + id + "'")).isEqualTo("1");
        endsIn(Duration.ofMinutes(1));
        assertThat(applications.newest(new Hand.Own(maria))).isPresent();
        endsIn(Duration.ofSeconds(-1));
        assertThat(applications.newest(new Hand.Own(maria))).isEmpty();
        for (String what : List.of("answer", "ssn", "at_work")) {
            assertThat(one("SELECT count(*) FROM application." + what + " WHERE application = '" + id + "'")).as(what).isEqualTo("0");
        }
        assertThat(mails("application-draft-ended")).isEqualTo(1);
        assertThat(diary.newest(maria, 1).getFirst().act()).isEqualTo("application.expired");
        assertThat(handiwork.application(maria)).isNotEqualTo(id);
    }
}
