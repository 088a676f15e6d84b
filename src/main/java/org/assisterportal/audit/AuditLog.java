package org.assisterportal.audit;

import java.util.List;
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

    /** A keyed hash of a search term, so that equal searches are seen without keeping what was typed. */
    String hashOf(String term);

    /** Searches the record, newest first; the search itself leaves a line. */
    PageOf<AuditView> search(AuditSearch search, Actor by);
}
