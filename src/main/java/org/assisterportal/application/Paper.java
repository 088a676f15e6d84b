package org.assisterportal.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.eligibility.Money;
import org.jspecify.annotations.Nullable;

/**
 * An application as it stands.
 *
 * @param reference the version's number, for the phone
 * @param number the first version of a consumer's application is 1, a reported change the next
 * @param expiresAt when a draft ends that nobody goes on with
 * @param signedAt null while it is a draft
 * @param people in the order in which they were named, the consumer first
 * @param revision grows with every answer that is kept
 * @param steps the pages that this household needs, in order
 * @param alsoHere names of others who looked at it in the last minutes
 */
public record Paper(
        ApplicationId id,
        ConsumerId consumer,
        long reference,
        int number,
        Status status,
        Instant startedAt,
        Instant changedAt,
        Instant expiresAt,
        @Nullable Instant signedAt,
        @Nullable Integer planYear,
        int revision,
        List<Member> people,
        List<Step> steps,
        List<String> alsoHere) {

    public Paper {
        people = List.copyOf(people);
        steps = List.copyOf(steps);
        alsoHere = List.copyOf(alsoHere);
    }

    /** The same, with who else is in it now. */
    public Paper with(List<String> others) {
        return new Paper(
                id, consumer, reference, number, status, startedAt, changedAt, expiresAt, signedAt, planYear, revision, people,
                steps, others);
    }

    /** The life of an application. */
    public enum Status {
        DRAFT,
        SIGNED,
        /** A draft that nobody went on with. */
        EXPIRED,
        /** A draft that was thrown away. */
        DISCARDED
    }

    /**
     * A page and how far it is.
     *
     * @param whom the people whom the page asks about, or among whom it lets choose
     * @param leftOut fields of the page that aren't asked of this person
     * @param faults what is wrong with what stands there; a field that is merely empty is none
     * @param again why it is asked again though it was answered; null where it isn't
     */
    public record Step(Spot spot, State state, @Nullable Answered answer, List<Member> whom, Set<String> leftOut, Faults faults, @Nullable Again again) {
        public Step {
            whom = List.copyOf(whom);
            leftOut = Set.copyOf(leftOut);
        }
    }

    /** What was said of the year rests on an income that has changed: as it was and as it is; null where an amount isn't known. */
    public record Again(@Nullable Worked then, @Nullable Worked now) {}

    /**
     * What incomes come to in a year in which every month is like the present one.
     *
     * @param month null where something of it doesn't come by the month
     */
    public record Worked(@Nullable Money month, Money year) {}

    /** How far a page is. */
    public enum State {
        TODO,
        /** Something stands there, and isn't complete. */
        UNFINISHED,
        DONE
    }

    public boolean isDraft() {
        return status == Status.DRAFT;
    }

    /** Whether everything is answered that this household is asked. */
    public boolean isComplete() {
        return steps.stream().allMatch(step -> step.state() == State.DONE);
    }

    public long done(Section section) {
        return of(section).stream().filter(step -> step.state() == State.DONE).count();
    }

    public List<Step> of(Section section) {
        return steps.stream().filter(step -> step.spot().question().section() == section).toList();
    }

    public Optional<Step> step(Spot spot) {
        return steps.stream().filter(step -> step.spot().equals(spot)).findFirst();
    }

    public Optional<Member> person(String key) {
        return people.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** By the first name, where nobody else in it has it: for texts that say the whole name elsewhere. */
    public String called(Member one) {
        boolean shared = people.stream().anyMatch(other -> !other.key().equals(one.key()) && other.firstName().equalsIgnoreCase(one.firstName()));
        return shared || one.firstName().isBlank() ? one.name() : one.firstName();
    }

    /** The first open page after this one of the same part; empty when the part is answered. */
    public Optional<Spot> next(Spot after) {
        List<Step> part = of(after.question().section());
        int at = 0;
        for (int i = 0; i < part.size(); i++) {
            if (part.get(i).spot().equals(after)) {
                at = i + 1;
            }
        }
        return part.subList(at, part.size()).stream()
                .filter(step -> step.state() != State.DONE)
                .map(Step::spot)
                .findFirst()
                .or(() -> first(after.question().section()));
    }

    /** The page after this one that asks about the same matter, answered or not. */
    public Optional<Spot> nextOf(Question.Matter matter, Spot after) {
        return steps.stream()
                .map(Step::spot)
                .dropWhile(spot -> !spot.equals(after))
                .skip(1)
                .filter(spot -> spot.question().matter() == matter)
                .findFirst();
    }

    /** The first open page of a part. */
    public Optional<Spot> first(Section section) {
        return of(section).stream().filter(step -> step.state() != State.DONE).map(Step::spot).findFirst();
    }
}
