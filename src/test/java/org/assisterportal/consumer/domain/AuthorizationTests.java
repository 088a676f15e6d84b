package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Authorizations.Agreement;
import org.assisterportal.consumer.Authorizations.Checked;
import org.assisterportal.consumer.Authorizations.Found;
import org.assisterportal.consumer.Authorizations.Given;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.task.TaskView;
import org.assisterportal.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A consumer's yes and no. */
@MarketplaceTest
class AuthorizationTests {
    @Autowired Household household;
    @Autowired Region region;
    @Autowired Authorizations authorizations;
    @Autowired Consumers consumers;
    @Autowired Diary diary;
    @Autowired Ending ending;
    @Autowired Tasks tasks;
    @Autowired Clock clock;

    private Household.Assister ana;
    private Actor maria;
    private String network;

    @BeforeEach
    void oneAssisterOneConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = household.consumer("Maria", "Lopez");
        network = Region.unique("network ");
    }

    @Test
    void aNumberFindsItsAssisterHoweverItIsSpaced() {
        String number = ana.referenceNumber();
        String spaced = number.substring(0, 3) + " " + number.substring(3);
        assertThat(authorizations.find(maria, spaced, network))
                .isInstanceOfSatisfying(
                        Found.Card.class,
                        found -> {
                            assertThat(found.card().person()).isEqualTo(ana.person());
                            assertThat(found.card().email()).isEqualTo("info@lakes.example.org");
                        });
    }

    @Test
    void oneWrongDigitIsSaidToBeMistyped() {
        String number = ana.referenceNumber();
        char other = number.charAt(2) == '5' ? '6' : '5';
        assertThat(authorizations.find(maria, number.substring(0, 2) + other + number.substring(3), network))
                .isInstanceOf(Found.Typo.class);
        assertThat(authorizations.find(maria, "", network)).isInstanceOf(Found.Typo.class);
    }

    @Test
    void whoMayNotHelpTodayIsFoundByNobody() {
        household.stop(ana);
        assertThat(authorizations.find(maria, ana.referenceNumber(), network)).isInstanceOf(Found.Nobody.class);
        assertThat(authorizations.offer(maria, ana.person(), true)).isEmpty();
    }

    @Test
    void theTwentyFirstLookUpInAnHourWaits() {
        for (int i = 0; i < 20; i++) {
            assertThat(authorizations.find(maria, ana.referenceNumber(), network)).isInstanceOf(Found.Card.class);
        }
        assertThat(authorizations.find(maria, ana.referenceNumber(), network)).isInstanceOf(Found.Wait.class);
        Actor another = household.consumer("Tom", "Olson");
        assertThat(authorizations.find(another, ana.referenceNumber(), network))
                .as("the same network")
                .isInstanceOf(Found.Wait.class);
    }

    @Test
    void wordsThatWereNotShownAreNotAgreedTo() {
        Given given =
                authorizations.give(
                        maria,
                        new Agreement(ana.person(), Scope.APPLY, null, Method.DIRECTORY, "0".repeat(64), Locale.ENGLISH));
        assertThat(given).isEqualTo(new Given.Refused("authorization.refused.words"));
        assertThat(authorizations.now(maria)).isEmpty();
    }

    @Test
    void aDayThatIsOverIsRefusedAndTheLastDayHoldsToItsEnd() {
        LocalDate today = Minnesota.today(clock);
        assertThat(household.give(maria, ana, Scope.SEE, today.minusDays(1)))
                .isEqualTo(new Given.Refused("authorization.refused.until"));
        assertThat(household.give(maria, ana, Scope.SEE, today)).isInstanceOf(Given.Done.class);
        Duration toMidnight = Duration.between(clock.instant(), Minnesota.endOf(today));
        Duration nearly = toMidnight.minusMillis(500);
        Duration past = nearly.plusSeconds(1);
        ((MovableClock) clock).travel(nearly);
        try {
            assertThat(authorizations.now(maria)).isPresent();
            ((MovableClock) clock).travel(past.minus(nearly));
            assertThat(authorizations.now(maria)).isEmpty();
            ending.sweep();
            assertThat(authorizations.history(maria).getFirst().endReason()).isEqualTo(EndReason.UNTIL);
        } finally {
            // Just after midnight whatever counts days counts one more than a moment before.
            ((MovableClock) clock).travel(past.negated());
        }
    }

    @Test
    void twoAgreementsAtOnceLeaveOneInForce() throws Exception {
        Household.Assister ben = household.assister(ana.office());
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Given> first = () -> household.give(maria, ana, Scope.APPLY, null);
            Callable<Given> second = () -> household.give(maria, ben, Scope.APPLY, null);
            for (var done : both.invokeAll(Stream.of(first, second).toList())) {
                assertThat(done.get()).isInstanceOf(Given.Done.class);
            }
        }
        assertThat(authorizations.history(maria)).hasSize(2).filteredOn(view -> !view.ended()).hasSize(1);
    }

    @Test
    void aReceiptProvesTheAuthorizationAndNotWhoseItIs() {
        AuthorizationView given = household.authorize(maria, ana, Scope.SEE);
        String typed = given.receiptCode().toLowerCase(Locale.ROOT).replaceFirst("(....)", "$1 ");
        assertThat(authorizations.check(typed, network))
                .isInstanceOfSatisfying(
                        Checked.Known.class,
                        known -> {
                            assertThat(known.receipt().number()).isEqualTo(given.number());
                            assertThat(known.receipt().toString()).doesNotContain("Lopez");
                        });
        assertThat(authorizations.check("BCDFGHJKMNPQ", network)).isInstanceOf(Checked.Unknown.class);
        assertThat(authorizations.one(household.consumer("Tom", "Olson"), given.id())).as("a stranger's").isEmpty();
    }

    private UUID lineByAna() {
        Map<String, String> form = Map.of("first-name", "Maria", "last-name", "Lopez", "language", "en", "phone", "612-555-0177");
        int version = consumers.own(maria).version();
        household.as(ana.actor(), () -> consumers.change(ana.actor(), ConsumerId.of(maria), form, version));
        return diary.own(maria, false, 1).rows().stream().filter(DiaryLine::byAssister).findFirst().orElseThrow().id();
    }

    @Test
    void whatIsWrongStopsTheAssisterAtOnceAndIsATaskForTheArc() {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        assertThat(authorizations.dispute(maria, lineByAna(), "I never asked for this")).isTrue();
        assertThat(authorizations.now(maria)).isEmpty();
        assertThat(authorizations.history(maria).getFirst().endReason()).isEqualTo(EndReason.DISPUTED);
        TaskView task = household.task("disputed", given.id());
        assertThat(task.facts()).containsEntry("stopped", "true").doesNotContainValue("I never asked for this");
        Actor officer = Region.officer();
        assertThat(tasks.take(task.id(), officer)).isEqualTo(Tasks.Outcome.DONE);
        assertThat(tasks.close(task.id(), "Called both", officer)).isEqualTo(Tasks.Outcome.DONE);
        assertThat(tasks.close(task.id(), "Again", officer)).as("a second close").isEqualTo(Tasks.Outcome.GONE);
    }

    @Test
    void anOldLineThatIsWrongStopsTheSameAssisterWhoWasAuthorizedAnewSince() {
        household.authorize(maria, ana, Scope.APPLY);
        UUID line = lineByAna();
        household.authorize(maria, ana, Scope.SEE);
        assertThat(authorizations.dispute(maria, line, "")).isTrue();
        assertThat(authorizations.now(maria)).isEmpty();
    }

    @Test
    void anotherConsumersLineIsNotTheirsToDispute() {
        household.authorize(maria, ana, Scope.APPLY);
        UUID line = lineByAna();
        assertThat(authorizations.dispute(household.consumer("Tom", "Olson"), line, "")).isFalse();
        assertThat(authorizations.now(maria)).isPresent();
    }

    private Method way(Household.Assister assister, boolean byNumber) {
        return authorizations.offer(maria, assister.person(), byNumber).map(Authorizations.Offer::method).orElseThrow();
    }

    @Test
    void howTheConsumerCameToTheAssisterIsFoundOutAndNotTold() {
        assertThat(way(ana, true)).isEqualTo(Method.REFERENCE_NUMBER);
        assertThat(way(ana, false)).isEqualTo(Method.DIRECTORY);
        household.authorize(maria, ana, Scope.SEE);
        assertThat(way(ana, false)).isEqualTo(Method.AGAIN);
        Household.Assister ben = household.assister(ana.office());
        household.propose(ana, ben);
        assertThat(way(ben, false)).isEqualTo(Method.PROPOSAL);
    }

    @Test
    void aCounselorIsNeverFoundInTheDirectoryAndNobodyWhoMayNotHelp() {
        Household.Assister counselor = household.assister(region.agency(AgencyKind.CAC));
        assertThat(authorizations.offer(maria, counselor.person(), false)).isEmpty();
        assertThat(way(counselor, true)).isEqualTo(Method.REFERENCE_NUMBER);
        household.stop(ana);
        assertThat(authorizations.offer(maria, ana.person(), true)).isEmpty();
    }

    @Test
    void theRecordLeadsBackToTheWordsThatWereAgreedTo() {
        AuthorizationView given = household.authorize(maria, ana, Scope.SEE);
        Authorizations.Words words = authorizations.agreed(given);
        assertThat(words.hash()).isEqualTo(given.textHash());
        assertThat(given.privacyVersion()).isEqualTo(LocalDate.of(2018, 1, 1));
        assertThat(words.text().read(words.choice(), words.names()).toString())
                .contains("Ana Torres of ", "You, Maria Lopez", "no attorney", "may not choose a plan for you")
                .doesNotContain("enroll you and end your coverage");
    }

    @Test
    void anEndMeantForOneLeavesTheNextOneInForce() {
        AuthorizationView first = household.authorize(maria, ana, Scope.SEE);
        AuthorizationView second = household.authorize(maria, ana, Scope.APPLY);
        assertThat(authorizations.end(maria, first.id())).isFalse();
        assertThat(authorizations.now(maria)).isPresent();
        assertThat(authorizations.end(maria, second.id())).isTrue();
        assertThat(authorizations.end(maria, second.id())).as("a second end").isFalse();
        assertThat(authorizations.now(maria)).isEmpty();
    }

    @Test
    void ofTwoEndsAtOnceOneEndsItAndOneIsTold() throws Exception {
        UUID given = household.authorize(maria, ana, Scope.APPLY).id();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> end = () -> authorizations.end(maria, given);
            int ended = 0;
            for (var done : both.invokeAll(List.of(end, end))) {
                ended += done.get() ? 1 : 0;
            }
            assertThat(ended).isEqualTo(1);
        }
        assertThat(diary.own(maria, false, 1).rows()).extracting(DiaryLine::act).containsOnlyOnce("authorization.ended");
    }

    @Test
    void codesAreCheckedSoOftenFromOneNetworkAndNoMore() {
        for (int i = 0; i < 60; i++) {
            assertThat(authorizations.check("BCDFGHJKMNPQ", network)).isInstanceOf(Checked.Unknown.class);
        }
        assertThat(authorizations.check("BCDFGHJKMNPQ", network)).isInstanceOf(Checked.Wait.class);
        assertThat(authorizations.check("BCDFGHJKMNPQ", Region.unique("network "))).isInstanceOf(Checked.Unknown.class);
    }
}
