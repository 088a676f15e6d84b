package org.assisterportal.carrier.domain;

import java.io.OutputStream;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.shared.Minnesota;

/** One interchange for one carrier: an envelope, and a transaction set for each event. Holds one event at a time. */
final class EnrollmentFile {
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    private final Segments segments;
    private final Envelope envelope;
    private int sets;
    private int members;

    /**
     * Who writes to whom.
     *
     * @param control of interchange and group, at most nine digits
     * @param real false marks the interchange as a test
     */
    record Envelope(String sender, String issuer, int control, Instant at, boolean real) {
        String number() {
            return String.format(Locale.ROOT, "%09d", control);
        }
    }

    EnrollmentFile(Envelope envelope, OutputStream out) {
        this.envelope = envelope;
        this.segments = new Segments(out);
        ZonedDateTime at = envelope.at().atZone(Minnesota.ZONE);
        segments.put(
                "ISA", "00", " ".repeat(10), "00", " ".repeat(10), "ZZ", padded(envelope.sender()), "ZZ", padded(envelope.issuer()),
                SHORT_DAY.format(at), MINUTE.format(at), "^", "00501", envelope.number(), "0", envelope.real() ? "P" : "T", ":");
        segments.put(
                "GS", "BE", envelope.sender(), envelope.issuer(), DateTimeFormatter.BASIC_ISO_DATE.format(at.toLocalDate()), MINUTE.format(at),
                String.valueOf(envelope.control()), "X", X12.ENROLLMENT);
    }

    private static String padded(String name) {
        return String.format(Locale.ROOT, "%-15s", name);
    }

    /**
     * Adds an event's set.
     *
     * @throws Segments.Misfit when it can't be said so; the file is of no use then
     */
    void add(CarrierEvent event) {
        new PolicySet(segments, event).write();
        sets++;
        members += event.people().size();
    }

    void end() {
        segments.put("GE", String.valueOf(sets), String.valueOf(envelope.control()));
        segments.put("IEA", "1", envelope.number());
        segments.end();
    }

    int sets() {
        return sets;
    }

    int members() {
        return members;
    }
}
