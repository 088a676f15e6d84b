package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
import org.assisterportal.consumer.MailedConfirmations.Confirmed;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Consumers, agencies and time act at random: yes (in the account for good or until a day, or by mail), another yes, no,
 * "this is wrong", suspended, reinstated, moved to the other agency, over. After every act each assister's list, the rows
 * that the database gives them and the guard's answers are what a model of a few lines says; at a walk's end the guard is
 * asked for everybody. {@code -Dwalks=10000} for many.
 */
@MarketplaceTest
class RandomWalkTests {
    private static final int WALKS = Integer.getInteger("walks", 25);
    private static final int WALKS_IN_A_WORLD = 25;
    private static final int LONGEST = 6;
    private static final int MAILS = 3;

    @Autowired Household household;
    @Autowired Region region;
    @Autowired Guard guard;
    @Autowired Caseload caseload;
    @Autowired PortalAccess access;
    @Autowired Authorizations authorizations;
    @Autowired Ending ending;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;

    /** What somebody who only knows the rules in words would keep. */
    private static final class Model {
        /** At which office an assister works now, and whether with access. */
        final Map<Integer, Integer> officeOf = new HashMap<>();

        final Map<Integer, Boolean> mayEnter = new HashMap<>();
        final Map<Integer, Yes> yesOf = new HashMap<>();

        /** Whether somebody ever said yes: only then there is something to call wrong. */
        final Set<Integer> ever = new TreeSet<>();

        /** Mails an address got; it gets three a day. */
        final Map<Integer, Integer> mails = new HashMap<>();

        /**
         * A consumer's yes.
         *
         * @param ends whether it ends by itself, on a day or as what was given by mail does
         */
        record Yes(int assister, int office, Scope scope, boolean ends) {}

        void say(int consumer, int assister, Scope scope, boolean ends) {
            yesOf.put(consumer, new Yes(assister, office(assister), scope, ends));
            ever.add(consumer);
        }

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
        final List<String> emails = new ArrayList<>();

        World() {
            for (int i = 0; i < 3; i++) {
                assisters.add(household.assister(offices.get(i % 2)));
                model.officeOf.put(i, i % 2);
                model.mayEnter.put(i, true);
            }
            for (int i = 0; i < 4; i++) {
                emails.add(Region.unique("walker.") + "@families.example");
                consumers.add(household.consumer("Maria", "Lopez", emails.get(i)));
            }
        }

        String act(Random random) {
            int who = random.nextInt(consumers.size());
            int assister = random.nextInt(assisters.size());
            Scope scope = random.nextBoolean() ? Scope.APPLY : Scope.SEE;
            return switch (random.nextInt(16)) {
                case 0, 1, 2, 3 -> give(who, assister, scope, null);
                case 4 -> give(who, assister, scope, Minnesota.today(clock).plusDays(random.nextInt(3) - 1));
                case 5, 6 -> giveByMail(who, assister);
                case 7, 8 -> over(who);
                case 9 -> end(who);
                case 10 -> dispute(who);
                case 11, 12 -> stop(assister);
                case 13 -> bringBack(assister);
                default -> move(assister);
            };
        }

        private String give(int who, int assister, Scope scope, @Nullable LocalDate until) {
            boolean may = model.mayEnter(assister) && (until == null || !until.isBefore(Minnesota.today(clock)));
            boolean given =
                    authorizations.offer(consumers.get(who), assisters.get(assister).person(), true).isPresent()
                            && household.give(consumers.get(who), assisters.get(assister), scope, until) instanceof Given.Done;
            String act = "give " + who + " " + assister + " " + scope + " until " + until;
            assertThat(given).as(act).isEqualTo(may);
            if (may) {
                model.say(who, assister, scope, until != null);
            }
            return act;
        }

        /** Confirmed on the consumer's phone; the mail of somebody who is helped already says no more than how to sign in. */
        private String giveByMail(int who, int assister) {
            String act = "mail " + who + " " + assister;
            // Whose helper's time is over is asked anew when that has been swept away.
            ending.sweep();
            if (!model.mayEnter(assister)) {
                assertThatThrownBy(() -> ask(who, assister)).as(act).isInstanceOf(NotFound.class);
            } else if (!model.yesOf.containsKey(who) && model.mails.merge(who, 1, Integer::sum) <= MAILS) {
                ask(who, assister);
                assertThat(household.confirm(emails.get(who))).as(act).isEqualTo(new Confirmed.Done());
                model.say(who, assister, Scope.APPLY, true);
            }
            return act;
        }

        private void ask(int who, int assister) {
            household.ask(assisters.get(assister).actor(), "Maria", "Lopez", emails.get(who), "en", Scope.APPLY);
        }

        /** The last day or the 30 days of a mail's are over; swept away, or not yet. */
        private String over(int who) {
            int moved =
                    household.inTransaction(
                            () ->
                                    jdbc.sql("UPDATE consumer.authority SET valid_until = now() - interval '1 second'"
                                                    + " WHERE consumer = :consumer AND valid_until > now() AND valid_until <> 'infinity'")
                                            .param("consumer", consumers.get(who).subject())
                                            .update());
            Model.Yes yes = model.yesOf.get(who);
            assertThat(moved).as("over %s", who).isEqualTo(yes != null && yes.ends() ? 1 : 0);
            if (moved == 1) {
                model.yesOf.remove(who);
                sweepLater = !sweepLater;
                if (sweepLater) {
                    return "over, and not swept, " + who;
                }
            }
            ending.sweep();
            return "over " + who;
        }

        private boolean sweepLater;

        private String end(int who) {
            Optional<UUID> now = authorizations.now(consumers.get(who)).map(help -> help.authorization().id());
            assertThat(now.isPresent()).as("helped now: %s", who).isEqualTo(model.yesOf.containsKey(who));
            now.ifPresent(id -> assertThat(authorizations.end(consumers.get(who), id)).as("end %s", who).isTrue());
            model.yesOf.remove(who);
            return "end " + who;
        }

        private String dispute(int who) {
            assertThat(authorizations.dispute(consumers.get(who), null, "This is wrong"))
                    .as("something to call wrong: %s", who)
                    .isEqualTo(model.ever.contains(who));
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
                Set<String> told = household.as(assister.actor(), () -> household.inTransaction(() -> told(assister, asked)));
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
                        expected.add("KEPT " + consumers.get(c).subject());
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
            jdbc.sql("SELECT id::text FROM consumer.consumer").query(String.class).list().forEach(id -> told.add("ROW " + id));
            jdbc.sql("SELECT consumer::text FROM consumer.caseload").query(String.class).list().forEach(id -> told.add("KEPT " + id));
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
