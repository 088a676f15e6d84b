package org.assisterportal.enrollment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.Guard;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Program;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Choice;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Quote;
import org.assisterportal.plan.Shelf;
import org.assisterportal.policy.PolicyText;
import org.jspecify.annotations.Nullable;

/** Choosing plans after a determination, and signing for them; by the consumer, or by an assister on the consumer's behalf. */
public interface Enrollments {
    /** Another version of the application counts, or none does yet. */
    String NOT_IN_FORCE = "enrollment.not-in-force";

    /** The field that says what was read before it is signed. */
    String READ = "read";

    /** What a household can choose from its signed version that counts; empty when nothing is signed, or it counts no more. */
    Optional<Desk> desk(Hand by, ApplicationId id);

    /**
     * Puts a plan into the basket for these people; whoever had another of its kind there changes over. A plan that was proposed for
     * them is picked, where the consumer puts it there.
     */
    Kept put(Hand by, ApplicationId id, PlanId plan, List<String> people, int version);

    /** Takes a plan out again. */
    Kept remove(Hand by, ApplicationId id, PlanId plan, int version);

    /** Says who uses tobacco. */
    Kept tobacco(Hand by, ApplicationId id, Set<String> people, int version);

    /** Takes at most so much of the credit in advance; null for all of it. */
    Kept credit(Hand by, ApplicationId id, int party, @Nullable Money wanted, int version);

    /** Says which of the chances counts, by its key. */
    Kept because(Hand by, ApplicationId id, String chance, int version);

    /** What is agreed to today, in the reader's language where that is reviewed. */
    PolicyText words(Locale reader);

    /**
     * Signs what is in the basket: policies begin, and those in whose place they come end the day before; or, without a plan in it, another
     * part of the credit counts from the next month on. One transaction.
     *
     * @param form the typed name, the tick, the hash of the words that were shown, what the desk said was read, and, where an
     *     assister signs, how the choice was {@link Made}
     */
    Signed sign(Hand by, ApplicationId id, Map<String, String> form, Locale reader);

    /**
     * A household at the moment of choosing.
     *
     * @param chances what lets it choose today, the one that counts first; empty when nothing does
     * @param opens when open enrollment begins, while it hasn't; else null
     * @param shelf what is sold where it lives; null when the year's plans aren't published, or the address isn't known here
     * @param parties who buy together
     * @param others those of whom another program takes care, by key
     * @param gone names of plans that were chosen and aren't sold any more
     * @param standing policies of theirs in the plan year that aren't over
     * @param names of all, by key
     * @param together by party, of those that chose or have something
     */
    record Desk(
            ApplicationId id,
            int planYear,
            List<Chance> chances,
            @Nullable LocalDate opens,
            @Nullable Shelf shelf,
            boolean addressKept,
            List<Party> parties,
            Map<String, Program> others,
            Basket basket,
            Preview preview,
            List<String> gone,
            List<Enrolled> standing,
            Map<String, String> names,
            Map<Integer, Together> together) {
        public Desk {
            chances = List.copyOf(chances);
            parties = List.copyOf(parties);
            others = Map.copyOf(others);
            gone = List.copyOf(gone);
            standing = List.copyOf(standing);
            names = Map.copyOf(names);
            together = Map.copyOf(together);
        }

        /** What a party has chosen, and has in policies that stand: it shares the credit, and so the price of everything else that is looked at. */
        public record Together(Buyers buyers, List<Choice> choices) {
            public Together {
                choices = List.copyOf(choices);
            }
        }

        public @Nullable Chance chance() {
            return chances.isEmpty() ? null : chances.getFirst();
        }

        /** What was signed for the year and waits for a proof: while it does, nothing else is signed. */
        public Enrolled.@Nullable Waits waiting() {
            return standing.stream().map(Enrolled::waits).filter(Objects::nonNull).findFirst().orElse(null);
        }

        /** Whether today lets these people choose a plan together. */
        public boolean lets(List<String> people) {
            Chance chance = chance();
            return chance != null && waiting() == null && chance.isFor(people);
        }

        public Optional<Party> party(int number) {
            return parties.stream().filter(party -> party.number() == number).findFirst();
        }
    }

    /**
     * What signing the basket would do.
     *
     * @param read says what is read here, so that nothing else is signed
     * @param by what lets it be signed: the chance that counts, or that another part of the credit may be wished on any day; null when nothing does
     * @param quotes of each party that has chosen, by its number
     * @param endings of policies that stand
     * @param later what others of them will cost a month from then on
     */
    record Preview(String read, @Nullable Chance by, Map<Integer, Quote> quotes, List<Ending> endings, Map<PolicyNumber, Money> later) {
        public Preview {
            quotes = Map.copyOf(quotes);
            endings = List.copyOf(endings);
            later = Map.copyOf(later);
        }

        /** Whether nothing is signed but how much of the credit is taken in advance. */
        public boolean creditAlone() {
            return by != null && by.kind() == Chance.Kind.CREDIT;
        }
    }

    /** People whose coverage in a policy ends after a day, or, cancelled, never begins. */
    record Ending(Enrolled policy, List<Enrolled.Covered> people, LocalDate lastDay, boolean cancelled) {
        public Ending {
            people = List.copyOf(people);
        }
    }

    /** The outcome of a change of the basket. */
    sealed interface Kept {
        record Done() implements Kept {}

        /** It can't be; a message key, and the name of the plan about which it is, empty where it is about none. */
        record Refused(String message, String plan) implements Kept {
            public Refused(String message) {
                this(message, "");
            }
        }

        /** Somebody else changed it meanwhile. */
        record Stale() implements Kept {}

        record Stopped(Guard.Decision.Refused refused) implements Kept {}
    }

    /** The outcome of signing. */
    sealed interface Signed {
        /** With the number of the act, the policies that began or changed by it, whether it waits for a proof, and whether only the credit is another. */
        record Done(long act, List<PolicyNumber> policies, boolean waits, boolean creditAlone) implements Signed {}

        /** Message keys of what is wrong, by field. */
        record Invalid(Map<String, String> problems) implements Signed {}

        /** It isn't what was read, or nothing is chosen: read it over. */
        record Changed() implements Signed {}

        /** It can't be signed; a message key. */
        record Refused(String message) implements Signed {}

        record Stopped(Guard.Decision.Refused refused) implements Signed {}
    }
}
