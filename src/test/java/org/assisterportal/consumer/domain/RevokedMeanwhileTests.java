package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Consumers.Changed;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.consumer.Guard.Why;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The consumer ends the authorization, or the agency stops the assister, in the very moment in which the assister sends a form. */
@MarketplaceTest
class RevokedMeanwhileTests {
    private static final int ROUNDS = 20;
    private static final int STOPS = 6;

    @Autowired Household household;
    @Autowired Region region;
    @Autowired Authorizations authorizations;
    @Autowired Consumers consumers;
    @Autowired Diary diary;

    private static Map<String, String> form(String phone) {
        return Map.of("first-name", "Maria", "last-name", "Lopez", "language", "en", "phone", phone);
    }

    /** Both at once. */
    private static <T> T race(Supplier<T> one, Runnable other) {
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Void> beside =
                CompletableFuture.runAsync(
                        () -> {
                            await(start);
                            other.run();
                        });
        await(start);
        T answer = one.get();
        beside.join();
        return answer;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void eitherTheFormWasFirstAndCountsOrTheEndWasFirstAndTheFormIsKeptForTheConsumer() {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        for (int round = 0; round < ROUNDS; round++) {
            Actor maria = household.consumer("Maria", "Lopez");
            UUID given = household.authorize(maria, ana, Scope.APPLY).id();
            String phone = "612-555-01" + (10 + round);

            Changed changed =
                    race(() -> send(ana, maria, phone), () -> assertThat(authorizations.end(maria, given)).isTrue());

            List<DiaryLine> acts = diary.own(maria, false, 1).rows();
            switch (changed) {
                case Changed.Done done -> {
                    assertThat(consumers.own(maria).phone()).isEqualTo(phone);
                    assertThat(consumers.leftOvers(maria)).isEmpty();
                    assertThat(acts).extracting(DiaryLine::act).contains("consumer.profile-changed");
                }
                case Changed.Stopped stopped -> {
                    assertThat(stopped.refused().why()).as("the loser is told").isEqualTo(Why.NO_AUTHORITY);
                    assertThat(consumers.own(maria).phone()).isEmpty();
                    assertThat(consumers.leftOvers(maria))
                            .singleElement()
                            .satisfies(left -> assertThat(left.content()).containsEntry("phone", phone));
                    assertThat(acts).extracting(DiaryLine::act).doesNotContain("consumer.profile-changed");
                }
                default -> throw new AssertionError(changed);
            }
            assertThat(authorizations.now(maria)).isEmpty();
        }
    }

    @Test
    void whicheverWasFirstOfTheFormAndTheAgencysStopTheOtherKnowsOfIt() {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        for (int round = 0; round < STOPS; round++) {
            Actor maria = household.consumer("Maria", "Lopez");
            household.authorize(maria, ana, Scope.APPLY);
            String phone = "612-555-01" + (50 + round);

            Changed changed = race(() -> send(ana, maria, phone), () -> household.stop(ana));

            switch (changed) {
                case Changed.Done done -> {
                    assertThat(consumers.own(maria).phone()).isEqualTo(phone);
                    assertThat(consumers.leftOvers(maria)).isEmpty();
                }
                case Changed.Stopped stopped -> {
                    assertThat(stopped.refused().why()).as("the loser is told").isEqualTo(Why.NO_ACCESS);
                    assertThat(consumers.own(maria).phone()).isEmpty();
                    assertThat(consumers.leftOvers(maria)).as("kept for the consumer").hasSize(1);
                }
                default -> throw new AssertionError(changed);
            }
            assertThat(send(ana, maria, "612-555-0199")).as("the next one is never first").isInstanceOf(Changed.Stopped.class);
            assertThat(consumers.own(maria).phone()).isNotEqualTo("612-555-0199");
            household.bringBack(ana);
        }
    }

    private Changed send(Household.Assister ana, Actor maria, String phone) {
        int version = consumers.own(maria).version();
        return household.as(ana.actor(), () -> consumers.change(ana.actor(), ConsumerId.of(maria), form(phone), version));
    }
}
