package org.assisterportal.access;

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

    /** Everything that happened to the person's access, newest first. */
    List<HistoryLine> history(PersonId person);

    /** The queue's tabs. */
    enum Tab {
        READY,
        HELD,
        SUSPENDED,
        ENROLLED,
        ACTIVE
    }

    /** Rows judged live, and how many people each tab has. */
    record QueuePage(PageOf<AccessStanding> rows, Map<Tab, Long> counts) {}

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

    /** One line of history: message key {@code access.history.…} with its facts and who did it. */
    record HistoryLine(java.time.Instant at, String what, List<String> facts, String by) {}
}
