package org.assisterportal.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.LeftBehind;
import org.assisterportal.eligibility.Problem;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Applications for coverage, filled in by their consumer or on the consumer's behalf. For an assister the guard is asked
 * again in the transaction of each act.
 */
public interface Applications {

    /** The consumer's newest application that isn't over. */
    Optional<Standing> newest(Hand by);

    /** Whose it is; empty when there is none, or none that the present hat may know of. */
    Optional<ConsumerId> owner(ApplicationId id);

    /** Begins an application with what the profile says; the present draft where there is one. */
    Begun start(Hand by);

    /** The whole application, shown. */
    Paper show(Hand by, ApplicationId id);

    /** The same for one page of it. */
    Paper page(Hand by, ApplicationId id, Spot spot);

    /** The years for which one can apply today. */
    List<Integer> years();

    /** The counties in which a ZIP lies in the application's year, by a page's content; empty where nobody knows. */
    List<String> counties(Hand by, ApplicationId id, Map<String, String> home);

    /** The last four digits of the number that somebody gave; for the consumer's own eyes, and empty for an assister. */
    Optional<String> lastFour(Hand by, ApplicationId id, String person);

    /** What assisters had typed in it when the authority ended; of the consumer's own only. */
    List<LeftBehind.Left> leftBehind(Hand by, ApplicationId id);

    /**
     * Keeps what was typed on a page.
     *
     * @param version of the answer that was shown, 0 when there was none
     * @param asItIs keeps what isn't complete, too, to be finished later
     */
    Saved save(Hand by, ApplicationId id, Spot spot, Map<String, String> typed, int version, boolean asItIs);

    /** Answers that can't all be true, once everything is answered; each at the person at whom to correct it. */
    List<Problem> contradictions(Hand by, ApplicationId id);

    /**
     * What was answered otherwise since so many answers had been kept, in the order in which it was; as this hand may see it.
     *
     * @param revision {@link Paper#revision} of what was read
     */
    List<Since> since(Hand by, ApplicationId id, int revision);

    /** Takes somebody out of the application who was named in it. */
    Saved remove(Hand by, ApplicationId id, String person);

    /**
     * Keeps for the consumer what an assister had typed when the authority ended; false when it isn't kept.
     */
    boolean leave(Actor assister, ConsumerId consumer, ApplicationId id, Spot spot, Map<String, String> typed);

    /**
     * An application in lists.
     *
     * @param planYear null while it isn't signed
     */
    record Standing(
            ApplicationId id, int number, Paper.Status status, @Nullable Integer planYear, Instant changedAt, Instant expiresAt) {
        public boolean isDraft() {
            return status == Paper.Status.DRAFT;
        }
    }

    /**
     * A page that was answered otherwise.
     *
     * @param before null where nothing stood there; the same as {@code now} where the difference isn't this hand's to see
     */
    record Since(Spot spot, @Nullable Answered before, Answered now) {}

    /** The outcome of a beginning. */
    sealed interface Begun {
        record Done(ApplicationId id) implements Begun {}

        record Stopped(Guard.Decision.Refused refused) implements Begun {}
    }

    /** The outcome of a change. */
    sealed interface Saved {
        /** With the application as it is now. */
        record Done(Paper now) implements Saved {}

        record Invalid(Faults faults) implements Saved {
            public Invalid(Map<String, String> problems) {
                this(Faults.of(problems));
            }
        }

        /** Somebody else answered meanwhile, differently. */
        record Stale(Answered now) implements Saved {}

        /** The person of the page was taken out meanwhile. */
        record Gone() implements Saved {}

        /** It is no draft any more. */
        record Closed() implements Saved {}

        /**
         * The assister may not, or not any more.
         *
         * @param kept whether what was typed stays for the consumer
         */
        record Stopped(Guard.Decision.Refused refused, boolean kept) implements Saved {}
    }
}
