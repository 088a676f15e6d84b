package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Consumers.Changed;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Guard.Decision;
import org.assisterportal.consumer.Guard.Why;
import org.assisterportal.consumer.HelpNow;
import org.assisterportal.consumer.Profile;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketplaceTest
class GuardTests {
    @Autowired Guard guard;
    @Autowired Household household;
    @Autowired Region region;
    @Autowired Authorizations authorizations;
    @Autowired Consumers consumers;
    @Autowired Diary diary;

    private Household.Assister ana;
    private Actor maria;

    @BeforeEach
    void oneAssisterOneConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = household.consumer("Maria", "Lopez");
    }

    private Decision asked(Scope scope) {
        return household.as(ana.actor(), () -> guard.decide(ana.actor(), ConsumerId.of(maria), scope));
    }

    @Test
    void anAssisterWithoutAuthorizationIsRefusedAsIfThereWereNobody() {
        assertThat(asked(Scope.SEE)).isEqualTo(new Decision.Refused(Why.NO_AUTHORITY, null));
        Decision stranger =
                household.as(ana.actor(), () -> guard.decide(ana.actor(), new ConsumerId(UUID.randomUUID()), Scope.SEE));
        assertThat(stranger).isEqualTo(asked(Scope.SEE));
    }

    @Test
    void anAuthorizationWorksAtOnceAndItsEndToo() {
        long number = household.authorize(maria, ana, Scope.APPLY).number();
        assertThat(asked(Scope.APPLY))
                .isInstanceOfSatisfying(
                        Decision.Granted.class,
                        granted -> {
                            assertThat(granted.acting().name()).isEqualTo("Maria Lopez");
                            assertThat(granted.acting().number()).isEqualTo(number);
                        });
        assertThat(household.end(maria)).isTrue();
        assertThat(asked(Scope.SEE)).isEqualTo(new Decision.Refused(Why.NO_AUTHORITY, null));
        assertThat(household.end(maria)).as("a second end").isFalse();
    }

    @Test
    void onlyLookingIsNoLeaveToAct() {
        household.authorize(maria, ana, Scope.SEE);
        assertThat(asked(Scope.SEE)).isInstanceOf(Decision.Granted.class);
        assertThat(asked(Scope.APPLY)).isEqualTo(new Decision.Refused(Why.SCOPE, null));
    }

    @Test
    void aSuspensionCutsAtOnceAndTheAuthorizationRevivesWithTheAssister() {
        household.authorize(maria, ana, Scope.APPLY);
        household.stop(ana);
        assertThat(asked(Scope.SEE))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> {
                            assertThat(refused.why()).isEqualTo(Why.NO_ACCESS);
                            assertThat(refused.standing()).isNotNull();
                        });
        assertThat(authorizations.now(maria).orElseThrow().state()).isEqualTo(HelpNow.State.PAUSED);
        household.bringBack(ana);
        assertThat(asked(Scope.APPLY)).isInstanceOf(Decision.Granted.class);
    }

    @Test
    void anotherAssistersAuthorizationEndsThisOne() {
        household.authorize(maria, ana, Scope.APPLY);
        Household.Assister ben = household.assister(ana.office());
        household.authorize(maria, ben, Scope.APPLY);
        assertThat(asked(Scope.SEE)).isEqualTo(new Decision.Refused(Why.NO_AUTHORITY, null));
        assertThat(authorizations.history(maria)).hasSize(2);
    }

    @Test
    void whatWasTypedWhenTheAuthorityEndedStaysForTheConsumer() {
        household.authorize(maria, ana, Scope.APPLY);
        household.end(maria);
        Map<String, String> form =
                Map.of("first-name", "Maria", "last-name", "Lopez", "language", "en", "phone", "612-555-0177");
        Changed changed =
                household.as(ana.actor(), () -> consumers.change(ana.actor(), ConsumerId.of(maria), form, 1));
        assertThat(changed).isInstanceOf(Changed.Stopped.class);
        assertThat(consumers.own(maria).phone()).isEmpty();
        Consumers.LeftOver left = consumers.leftOvers(maria).getFirst();
        assertThat(left.content()).containsEntry("phone", "612-555-0177");
        assertThat(consumers.settle(maria, left.id(), true)).isInstanceOf(Changed.Done.class);
        assertThat(consumers.own(maria).phone()).isEqualTo("612-555-0177");
    }

    @Test
    void aStoppedAssistersFormIsKeptOnceAndIsNoWayToGoOnWriting() {
        household.authorize(maria, ana, Scope.APPLY);
        household.stop(ana);
        for (String phone : List.of("612-555-0171", "612-555-0172", "612-555-0173")) {
            Map<String, String> form = Map.of("first-name", "Maria", "last-name", "Lopez", "language", "en", "phone", phone);
            assertThat(household.as(ana.actor(), () -> consumers.change(ana.actor(), ConsumerId.of(maria), form, 1)))
                    .isInstanceOf(Changed.Stopped.class);
        }
        assertThat(consumers.leftOvers(maria))
                .singleElement()
                .satisfies(left -> assertThat(left.content()).containsEntry("phone", "612-555-0171"));
    }

    @Test
    void aNameThatCouldBeALinkIsRefused() {
        household.authorize(maria, ana, Scope.APPLY);
        Map<String, String> form = Map.of("first-name", "Maria", "last-name", "Prize http://evil.example", "language", "en");
        assertThat(household.as(ana.actor(), () -> consumers.change(ana.actor(), ConsumerId.of(maria), form, 1)))
                .isEqualTo(new Changed.Invalid(Map.of("last-name", "profile.problem.name")));
    }

    @Test
    void aStrangersFormLeavesNothingBehind() {
        Map<String, String> form = Map.of("first-name", "X", "last-name", "Y", "language", "en");
        Changed changed =
                household.as(ana.actor(), () -> consumers.change(ana.actor(), ConsumerId.of(maria), form, 1));
        assertThat(changed).isInstanceOf(Changed.Stopped.class);
        assertThat(consumers.leftOvers(maria)).isEmpty();
    }

    @Test
    void anActOnTheConsumersBehalfChangesTheProfileAndStandsInTheDiary() {
        household.authorize(maria, ana, Scope.APPLY);
        Map<String, String> form =
                Map.of(
                        "first-name", "Maria", "last-name", "Lopez", "language", "es", "phone", "(612) 555 0177",
                        "street", "1 Elm Street", "city", "Duluth", "zip", "55802", "county", "St. Louis");
        Changed changed =
                household.as(ana.actor(), () -> consumers.change(ana.actor(), ConsumerId.of(maria), form, 1));
        assertThat(changed).isEqualTo(new Changed.Done(List.of("phone", "language", "address")));
        assertThat(consumers.own(maria).phone()).isEqualTo("612-555-0177");
        assertThat(diary.own(maria, true, 1).rows())
                .filteredOn(DiaryLine::byAssister)
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.act()).isEqualTo("consumer.profile-changed");
                            assertThat(line.by()).isEqualTo("Ana Torres");
                            assertThat(line.facts()).containsExactly("phone", "language", "address");
                            assertThat(line.number()).isNotNull();
                        });
    }

    @Test
    void aConfidentialAddressIsNoHelpersToSeeOrToChange() {
        Map<String, String> own =
                Map.of(
                        "first-name", "Maria", "last-name", "Lopez", "language", "en", "street", "1 Elm Street", "city",
                        "Duluth", "zip", "55802", "county", "St. Louis", "confidential", "true");
        assertThat(consumers.change(maria, own, 1)).isInstanceOf(Changed.Done.class);
        household.authorize(maria, ana, Scope.APPLY);
        var granted = (Decision.Granted) asked(Scope.APPLY);
        var seen = household.as(ana.actor(), () -> household.inTransaction(() -> consumers.view(granted.acting())));
        assertThat(seen.address()).isNull();
        assertThat(seen.addressKept()).isTrue();
        Map<String, String> form =
                Map.of(
                        "first-name", "Maria", "last-name", "Lopez", "language", "en", "street", "9 Other Road", "city",
                        "Duluth", "zip", "55802", "county", "St. Louis");
        household.as(ana.actor(), () -> consumers.change(ana.actor(), ConsumerId.of(maria), form, seen.version()));
        assertThat(consumers.own(maria).address()).extracting(Profile.Address::street).isEqualTo("1 Elm Street");
    }
}
