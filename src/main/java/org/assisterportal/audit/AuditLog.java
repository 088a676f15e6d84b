package org.assisterportal.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;

/** The record that is only ever added to; an act whose line can't be written fails with it. */
public interface AuditLog {

    /** Writes the line in the caller's transaction, which must be open. */
    void record(AuditLine line);

    /** Writes many lines in one statement, in the caller's transaction. */
    void recordAll(List<AuditLine> lines);

    /** Writes a refusal's line in a transaction of its own: it stays when the act is rolled back. */
    void recordRefusal(AuditLine line);

    /**
     * The same for refusals that come in floods: at most so many lines an hour of this act and reason by the same person
     * or address, and a thousand of everybody who isn't known. What is counted never stands in the line.
     */
    void recordRefusal(AuditLine line, String whose, int mostAnHour);

    /** A keyed hash of a search term, so that equal searches are seen without keeping what was typed. */
    String hashOf(String term);

    /** Searches the record, newest first, for an ARC officer; the search itself leaves a line. */
    PageOf<AuditView> search(AuditSearch search, Actor by);

    /** One line with everybody it showed, at most 500 of them; looking at it leaves a line too. */
    Optional<AuditDetail> line(UUID id, Actor by);

    /** The acts that have a line, by code. */
    List<String> acts();

    /** A line and the ids of those whose private data was shown. */
    record AuditDetail(AuditView line, List<UUID> shown) {}
}
