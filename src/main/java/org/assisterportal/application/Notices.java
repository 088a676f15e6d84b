package org.assisterportal.application;

import java.time.Instant;
import java.util.List;
import org.assisterportal.shared.PageOf;

/** Notices of eligibility: one a signed version, made soon after the signature and then as they are. */
public interface Notices {

    /** The notice of a version, shown. */
    Look show(Hand by, ApplicationId id);

    /** The consumer's notices, newest first, 25 a page, shown. */
    PageOf<Line> list(Hand by, int page);

    /** What there is to see. */
    sealed interface Look {
        record Ready(Notice notice, Addressee addressee) implements Look {}

        /** It was signed, and the notice is being made. */
        record Coming(long reference) implements Look {}

        /** It isn't signed. */
        record None() implements Look {}
    }

    /**
     * To whom a notice goes by mail.
     *
     * @param lines of the address; empty where it is confidential, or no mail comes there: whoever prints it may not know it
     */
    record Addressee(String name, List<String> lines) {
        public Addressee {
            lines = List.copyOf(lines);
        }
    }

    /** A notice in the list. */
    record Line(ApplicationId application, long reference, int number, int planYear, Instant madeAt, String language) {}
}
