package org.assisterportal.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** What ARC officers do with people's access. Every act is one transaction with its audit line. */
public interface AccessDesk {
    /** One tab of the queue, longest waiting first, 50 a page; term = part of a name or agency. */
    QueuePage queue(Tab tab, @Nullable String term, int page, Actor by);

    /** What an enrollment of the selection would meet, in its order; leaves an audit line with everybody shown. */
    List<Candidate> review(List<PersonId> people, Actor by);

    /** Enrolls all of them or nobody: accounts or hats, reference numbers, two queued mails each. */
    Enrollment enroll(List<PersonId> people, Actor by);

    Outcome hold(PersonId person, String reason, Actor by);

    Outcome release(PersonId person, Actor by);

    Outcome reinstate(PersonId person, String reason, Actor by);

    Outcome close(PersonId person, String reason, Actor by);

    Outcome resendLink(PersonId person, Actor by);

    Outcome withdrawLink(PersonId person, Actor by);

    /** A person's page with everything on it; leaves an audit line. */
    java.util.Optional<AccessStanding> show(PersonId person, Actor by);

    /** People by any name or number: reference number, Assister ID, Training ID, e-mail, name, agency. */
    PageOf<AccessStanding> search(String term, int page, Actor by);

    /** Everything that is known to have happened to the person, newest first. */
    List<HistoryLine> history(PersonId person, Actor by);

    /** The queue's tabs. */
    enum Tab {
        READY,
        HELD,
        SUSPENDED,
        ENROLLED,
        ACTIVE
    }

    /** Rows judged live, how many people each tab has, and how the day goes. */
    record QueuePage(PageOf<AccessStanding> rows, Map<Tab, Long> counts, Day day) {}

    /**
     * The day's picture.
     *
     * @param arrived became ready today, Minnesota's day, and wait
     * @param enrolled were enrolled today
     * @param oldest since when the longest waiting person is ready; null when nobody waits
     */
    record Day(long arrived, long enrolled, @Nullable Instant oldest) {}

    /** Somebody selected for enrollment, with what is in the way; none = can be enrolled. */
    record Candidate(AccessStanding standing, List<String> refusals) {
        public Candidate {
            refusals = List.copyOf(refusals);
        }
    }

    /** What happened to an enrollment of a selection. */
    sealed interface Enrollment {
        /** Newly enrolled; those who were enrolled already, by this officer or another, are not in it. */
        record Done(int enrolled, int alreadyEnrolled) implements Enrollment {}

        /** Nobody was enrolled; for each person in the way the message keys of the reasons. */
        record Refused(Map<PersonId, List<String>> reasons) implements Enrollment {}
    }

    /** What happened to another act. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** The reason is a message key. */
        record Refused(String reason) implements Outcome {}
    }
}
