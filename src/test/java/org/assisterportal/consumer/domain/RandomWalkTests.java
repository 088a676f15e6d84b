package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Authorizations.Given;
import org.assisterportal.consumer.CaseRow;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Consumers and agencies act at random. After every act each assister's list, the rows that the database gives them and
 * the guard's answers are what a model of a few lines says; at a walk's end the guard is asked for everybody. {@code
 * -Dwalks=10000} for many.
 */
@MarketplaceTest
class RandomWalkTests {
    private static final int WALKS = Integer.getInteger("walks", 25);
    private static final int WALKS_IN_A_WORLD = 25;
    private static final int LONGEST = 6;

    @Autowired Household household;
    @Autowired Region region;
    @Autowired Guard guard;
    @Autowired Caseload caseload;
    @Autowired PortalAccess access;
    @Autowired Authorizations authorizations;
    @Autowired JdbcClient jdbc;

    /** What somebody who only knows the rules in words would keep. */
    private static final class Model {
        /** At which office an assister works now, and whether with access. */
        final Map<Integer, Integer> officeOf = new HashMap<>();

        final Map<Integer, Boolean> mayEnter = new HashMap<>();
        final Map<Integer, Yes> yesOf = new HashMap<>();

        record Yes(int assister, int office, Scope scope) {}

        boolean may(int assister, int consumer, Scope wanted) {
            Yes yes = yesOf.get(consumer);
            return yes != null && yes.assister() == assister && mayEnter(assister)
                    && yes.office() == office(assister) && (yes.scope() == Scope.APPLY || wanted == Scope.SEE);
        }

        boolean mayEnter(int assister) {
            return Boolean.TRUE.equals(mayEnter.get(assister));
        }

        int office(int assister) {
            return Objects.requireNonNull(officeOf.get(assister));
        }
    }

    /** Three assisters of two offices, and four consumers. */
    private final class World {
        final Model model = new Model();
        final List<Region.Office> offices = List.of(region.agency(AgencyKind.NAVIGATOR), region.agency(AgencyKind.NAVIGATOR));
        final List<Household.Assister> assisters = new ArrayList<>();
        final List<Actor> consumers = new ArrayList<>();

        World() {
            for (int i = 0; i < 3; i++) {
                assisters.add(household.assister(offices.get(i % 2)));
                model.officeOf.put(i, i % 2);
                model.mayEnter.put(i, true);
            }
            for (int i = 0; i < 4; i++) {
                consumers.add(household.consumer("Walker" + i, "Model"));
            }
        }

        String act(Random random) {
            int who = random.nextInt(consumers.size());
            int assister = random.nextInt(assisters.size());
            Scope scope = random.nextBoolean() ? Scope.APPLY : Scope.SEE;
            return switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4 -> give(who, assister, scope);
                case 5, 6 -> end(who);
                case 7 -> dispute(who);
                case 8, 9 -> stop(assister);
                case 10 -> bringBack(assister);
                default -> move(assister);
            };
        }

        private String give(int who, int assister, Scope scope) {
            boolean may = model.mayEnter(assister);
            boolean given =
                    authorizations.card(consumers.get(who), assisters.get(assister).person()).isPresent()
                            && household.give(consumers.get(who), assisters.get(assister), scope, null) instanceof Given.Done;
            assertThat(given).as("consumer %s gives assister %s %s", who, assister, scope).isEqualTo(may);
            if (may) {
                model.yesOf.put(who, new Model.Yes(assister, model.office(assister), scope));
            }
            return "give " + who + " " + assister + " " + scope;
        }

        private String end(int who) {
            assertThat(authorizations.end(consumers.get(who))).isEqualTo(model.yesOf.remove(who) != null);
            return "end " + who;
        }

        private String dispute(int who) {
            authorizations.dispute(consumers.get(who), null, "This is wrong");
            model.yesOf.remove(who);
            return "dispute " + who;
        }

        private String stop(int assister) {
            if (model.mayEnter(assister)) {
                household.stop(assisters.get(assister));
                model.mayEnter.put(assister, false);
            }
            return "stop " + assister;
        }

        private String bringBack(int assister) {
            if (!model.mayEnter(assister)) {
                household.bringBack(assisters.get(assister));
                model.mayEnter.put(assister, true);
            }
            return "bring back " + assister;
        }

        private String move(int assister) {
            int next = 1 - model.office(assister);
            assisters.set(assister, household.move(assisters.get(assister), offices.get(next)));
            model.officeOf.put(assister, next);
            model.mayEnter.put(assister, true);
            return "move " + assister;
        }

        /** Lists and rows of everybody; the guard is asked for these consumers. */
        void compare(List<Integer> asked, String walk) {
            for (int i = 0; i < assisters.size(); i++) {
                Household.Assister assister = assisters.get(i);
                int one = i;
                Set<String> told = household.as(assister.actor(), () -> told(assister, asked));
                Set<String> expected = new TreeSet<>();
                for (int c = 0; c < consumers.size(); c++) {
                    for (Scope scope : Scope.values()) {
                        if (asked.contains(c) && model.may(one, c, scope)) {
                            expected.add(scope + " " + consumers.get(c).subject());
                        }
                    }
                    Model.Yes yes = model.yesOf.get(c);
                    if (yes != null && yes.assister() == one) {
                        expected.add("ROW " + consumers.get(c).subject());
                    }
                    if (model.may(one, c, Scope.SEE)) {
                        expected.add("LIST " + consumers.get(c).subject());
                    }
                }
                assertThat(told).as("assister %s after %s", one, walk).isEqualTo(expected);
            }
        }

        /** What the assister is told in their own requests, strangers asked for included. */
        private Set<String> told(Household.Assister assister, List<Integer> asked) {
            Set<String> told = new TreeSet<>();
            for (int c : asked) {
                Actor consumer = consumers.get(c);
                for (Scope scope : Scope.values()) {
                    if (guard.decide(assister.actor(), ConsumerId.of(consumer), scope) instanceof Guard.Decision.Granted) {
                        told.add(scope + " " + consumer.subject());
                    }
                }
            }
            household.inTransaction(() -> jdbc.sql("SELECT id::text FROM consumer.consumer").query(String.class).list())
                    .forEach(id -> told.add("ROW " + id));
            access.of(assister.person())
                    .filter(standing -> standing.granted())
                    .map(
                            standing ->
                                    caseload.list(assister.actor(), standing, Caseload.Filter.ALL, Caseload.Order.NAME, 1).page().rows())
                    .orElse(List.of())
                    .stream()
                    .map(CaseRow::id)
                    .forEach(id -> told.add("LIST " + id));
            return told;
        }
    }

    @Test
    void noWalkLeadsToSomebodyElsesConsumer() {
        long seed = Long.getLong("walk", System.nanoTime());
        Random random = new Random(seed);
        World world = new World();
        for (int walk = 0; walk < WALKS; walk++) {
            if (walk % WALKS_IN_A_WORLD == 0) {
                world = new World();
            }
            List<String> acts = new ArrayList<>();
            for (int length = 1 + random.nextInt(LONGEST); length > 0; length--) {
                acts.add(world.act(random));
                List<Integer> asked = length == 1 ? List.of(0, 1, 2, 3) : List.of(random.nextInt(4));
                world.compare(asked, "-Dwalk=" + seed + " walk " + walk + ": " + String.join(", ", acts));
            }
        }
    }
}
