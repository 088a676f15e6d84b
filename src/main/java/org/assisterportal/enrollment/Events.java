package org.assisterportal.enrollment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.consumer.Guard;
import org.assisterportal.document.Proofs;
import org.jspecify.annotations.Nullable;

/** What happened in a household and lets it choose plans: reported, seen, and taken back. */
public interface Events {
    /** So many can be reported that aren't over. */
    int MOST = 20;

    /** The people of the signed version that counts, whom an event may concern; shown. Empty when another version counts. */
    List<Member> people(Hand by, ApplicationId id);

    /**
     * Reports what happened, and to whom, so that the household may choose outside of open enrollment.
     *
     * @param before null where it wasn't answered; only a move and a marriage ask for it
     */
    Reported report(Hand by, ApplicationId id, LifeEvent event, LocalDate happened, List<String> people, @Nullable CoverageBefore before);

    /** What was reported and isn't over, the newest first, for a page that has its own line for what it shows. */
    List<Line> list(Hand by, ApplicationId id);

    /** One of them, shown. */
    Optional<Line> find(Hand by, ApplicationId id, EventId event);

    /** Takes back what was reported and nothing was signed for; it stays as a row, with who took it back. */
    TakenBack takeBack(Hand by, ApplicationId id, EventId event);

    /**
     * A reported event.
     *
     * @param until the last day on which it lets one choose
     * @param begins when coverage begins that is chosen today; null where that is in another year, or the time is over
     * @param people the names of those whom it concerned
     * @param proofDays within how many days of signing it has to be proved; 0 when it hasn't, or was
     * @param proof what was asked for when it was signed for; null when nothing was
     * @param signed whether something was signed because of it that counts, or waits for its proof
     * @param used whether everybody who buys has a plan by it that has begun, so that it lets nobody choose any more
     */
    record Line(
            EventId id, LifeEvent event, LocalDate happened, LocalDate until, @Nullable LocalDate begins, List<String> people, int proofDays,
            Proofs.@Nullable Asked proof, boolean signed, boolean used) {
        public Line {
            people = List.copyOf(people);
        }
    }

    /** What an event brings. */
    sealed interface Told {
        record Done(Chance chance) implements Told {}

        /** It is no reason to choose, whatever the day. */
        record Refused(String message, String clause) implements Told {}

        record Late(LifeEvent event, LocalDate happened, LocalDate until, String clause) implements Told {}

        record Early(LifeEvent event, LocalDate happened, LocalDate from, String clause) implements Told {}

        /** Coverage would begin in a year that isn't the application's. */
        record OtherYear(LifeEvent event, LocalDate happened, LocalDate begins) implements Told {}

        /** Whom it concerns isn't in the application yet: first a change is reported; a message key. */
        record Missing(String message) implements Told {}

        /** It has to be said whom it concerns; a message key. */
        record Whom(String message) implements Told {}

        /** It has to be said what coverage there was before it. */
        record Before() implements Told {}
    }

    /** The outcome of reporting. */
    sealed interface Reported {
        record Judged(Told told) implements Reported {}

        record Closed() implements Reported {}

        record Stopped(Guard.Decision.Refused refused) implements Reported {}
    }

    /** The outcome of taking back. */
    sealed interface TakenBack {
        record Done() implements TakenBack {}

        /** There is none any more. */
        record Gone() implements TakenBack {}

        /** Something was signed because of it: that is to be taken back first. */
        record Signed() implements TakenBack {}

        record Stopped(Guard.Decision.Refused refused) implements TakenBack {}
    }
}
