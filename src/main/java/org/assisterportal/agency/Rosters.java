package org.assisterportal.agency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An agency's roster in the hands of its contacts: a draft without effect, and numbered submissions that have it. Every
 * call is about the acting contact's own agency; whoever isn't its contact finds nothing, and whoever isn't an
 * authorized one changes nothing.
 */
public interface Rosters {

    /** Agency Home. */
    Home home(Actor by);

    /** The roster by last name, 50 a page; leaves an audit line with everybody shown. */
    Sheet sheet(@Nullable String term, boolean changedOnly, int page, Actor by);

    /** These people of the roster, in their order; leaves an audit line with everybody shown. */
    Sheet sheet(PageOf<PersonId> people, Actor by);

    /** One person; leaves an audit line. */
    RosterLine line(PersonId person, Actor by);

    /**
     * Keeps a person in the draft, a new one when {@code person} is null. When somebody else kept another draft
     * meanwhile, the first try is refused with every value that differs, and what was typed can be kept from there.
     *
     * @param seen the draft's time as the form showed it; null for a new person or without a draft
     */
    Kept keep(@Nullable PersonId person, @Nullable Instant seen, Map<RosterColumn, String> cells, Actor by);

    /** Forgets what was drafted of a person. */
    void discard(PersonId person, Actor by);

    void discardAll(Actor by);

    /** Reads a CSV file for a preview; nothing goes into the draft yet. */
    Uploaded upload(String fileName, byte[] content, Actor by);

    /** Whether a file waits for acceptance. */
    boolean uploadWaits(Actor by);

    /** The file that waits for acceptance; 50 rows a page, those in error first. */
    Optional<Preview> preview(int page, Actor by);

    /** Takes the previewed rows into the draft, all or none; false when a row is in error or the file is gone. */
    boolean accept(UUID upload, Actor by);

    void dropUpload(Actor by);

    /** What a submission would send. */
    Review review(Actor by);

    /** Sends the draft; {@code version} is the review's, so that only what was read is sent. */
    Sent submit(String version, Set<PersonId> confirmedMailboxes, boolean attested, Actor by);

    /** Employment Inactive or Portal Access No for one person, at once, as a submission of its own. */
    Sent stop(PersonId person, Stop what, Actor by);

    /** The assister's own correction of their Public-Facing Information, at once. */
    Kept correctPublicInformation(PersonId person, Map<RosterColumn, String> cells, Actor by);

    PageOf<SubmissionView> submissions(int page, Actor by);

    /** One submission with the roster that it left in force, whom it changed first, 50 a page; leaves an audit line. */
    SubmissionPage submission(UUID id, int page, Actor by);

    /** The roster as CSV with the draft over it, cells made safe for spreadsheet programs; leaves an audit line. */
    String export(Actor by);

    /** The counties that the Counties column takes. */
    List<String> counties();

    /** What is stopped at once. */
    enum Stop {
        EMPLOYMENT,
        PORTAL_ACCESS
    }

    /** Agency Home's facts. */
    record Home(
            AgencyView agency, boolean authorized, long people, long changes, Optional<SubmissionView> newest) {}

    /** A page of the roster, and what stands above it. */
    record Sheet(AgencyId agency, String agencyName, boolean authorized, long changes, PageOf<RosterLine> lines) {}

    /** A submission and a page of its roster; e-mails are empty for contacts who aren't authorized. */
    record SubmissionPage(SubmissionView submission, boolean authorized, PageOf<Submitted> people) {}

    /** Somebody's entry as a submission left it in force; {@code changed} when that submission made it. */
    record Submitted(PersonId person, String name, String email, boolean active, boolean portalAccess, boolean changed) {}

    /** The outcome of keeping one person. */
    sealed interface Kept {
        record Done(PersonId person) implements Kept {}

        record Refused(List<CellProblem> problems) implements Kept {}
    }

    /** The outcome of an upload; the reason is a message key. */
    sealed interface Uploaded {
        record Ready() implements Uploaded {}

        record NoFile(String reason, List<String> facts) implements Uploaded {}
    }

    /** How a file's row compares with the roster. */
    enum RowState {
        ERROR,
        NEW,
        CHANGED,
        UNCHANGED
    }

    /**
     * One row of a file.
     *
     * @param number as a spreadsheet counts, the headings are row 1
     * @param problems the first ones; a page of rows lists about 200
     * @param more how many problems the row has beyond them
     * @param asked an e-mail whose mailbox may be a name or a role, to be confirmed before sending; else empty
     */
    record PreviewRow(
            int number, RowState state, String name, List<Difference> differences, List<CellProblem> problems, int more,
            String asked) {

        /** With no more than so many problems listed, but always one. */
        public PreviewRow listing(int most) {
            int listed = Math.min(problems.size(), Math.max(1, most));
            return new PreviewRow(
                    number, state, name, differences, problems.subList(0, listed), more + problems.size() - listed, asked);
        }
    }

    /** Before → after of one column. */
    record Difference(RosterColumn column, String before, String after) {}

    /** A file between upload and acceptance. */
    record Preview(UUID id, String fileName, Map<RowState, Long> counts, PageOf<PreviewRow> rows) {
        public long errors() {
            return count(RowState.ERROR);
        }

        public long count(RowState state) {
            return counts.getOrDefault(state, 0L);
        }

        /** How many people the draft would take from it. */
        public long changes() {
            return count(RowState.NEW) + count(RowState.CHANGED);
        }
    }

    /** One changed person of a review, with employment and approval as they would be sent. */
    record Change(
            PersonId person, String name, boolean isNew, List<Difference> differences, boolean confirmMailbox, String email,
            boolean active, boolean portalAccess) {}

    /**
     * What would be sent.
     *
     * @param changes at most 500 are listed
     * @param approved of all changed people how many have Portal Access Yes
     * @param problems message keys with what stands in the way now
     */
    record Review(
            String version, String attestation, List<Change> changes, long count, long approved, List<String> problems) {}

    /** The outcome of a submission; the reason is a message key. */
    sealed interface Sent {
        record Done(int number) implements Sent {}

        record Refused(String reason, List<String> facts) implements Sent {}
    }
}
