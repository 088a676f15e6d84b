package org.assisterportal.carrier.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.CarrierFeed;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.task.Tasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what waits for a carrier into a sealed file: events come off the list, the file and its numbers are kept, all in one
 * transaction, so that each event is in one set of one file whatever happens to the process.
 */
@Component
class FileMaking {
    static final String TASK = "carrier-set-aside";
    private static final int MOST = 5_000;
    private static final int MOST_SET_ASIDE = 100;
    private static final int DAYS = 2;

    private final CarrierFeed feed;
    private final InterchangeTable table;
    private final FilePieces pieces;
    private final CarrierSettings settings;
    private final Tasks tasks;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileMaking(
            CarrierFeed feed, InterchangeTable table, FilePieces pieces, CarrierSettings settings, Tasks tasks, AuditLog audit,
            TransactionTemplate transaction, Clock clock) {
        this.feed = feed;
        this.table = table;
        this.pieces = pieces;
        this.settings = settings;
        this.tasks = tasks;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An event at which the file broke off. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final long event;
        private final int before;
        private final transient Segments.Misfit why;

        /** @param before how many events of the file came before it */
        Broken(long event, int before, Segments.Misfit why) {
            super("an event can't be written", why);
            this.event = event;
            this.before = before;
            this.why = why;
        }
    }

    /** Writes files until nothing waits for the carrier, or another process is at it. */
    void makeAll(String issuer) {
        while (make(issuer) == MOST) {
            // The rest is in the next file.
        }
    }

    /**
     * Writes one file. An event that can't be said is set aside with a task and stops none of the others.
     *
     * @return how many events it took
     */
    int make(String issuer) {
        Map<Long, Segments.Misfit> aside = new HashMap<>();
        int most = MOST;
        while (true) {
            int events = most;
            try {
                Integer taken = transaction.execute(status -> write(issuer, events, aside));
                return taken == null ? 0 : taken;
            } catch (Broken broken) {
                aside.put(broken.event, broken.why);
                if (aside.size() == MOST_SET_ASIDE) {
                    // What came so far is kept, and the next round goes on behind it: many that can't be said stop nothing for good.
                    most = broken.before + 1;
                }
            }
        }
    }

    private int write(String issuer, int most, Map<Long, Segments.Misfit> aside) {
        if (!table.lock(issuer)) {
            return 0;
        }
        int control = table.nextControl();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        FilePieces.Taking content = pieces.take(control);
        EnrollmentFile file = new EnrollmentFile(new EnrollmentFile.Envelope(settings.sender(), issuer, control, now, settings.real()), content);
        InterchangeTable.Sets sets = table.sets(control);
        int taken =
                feed.take(
                        issuer, most,
                        event -> {
                            Segments.Misfit why = aside.get(event.number());
                            if (why == null) {
                                add(file, event, aside.size());
                                sets.add(event);
                            } else {
                                setAside(event, why, now);
                            }
                        });
        if (file.sets() == 0) {
            return taken;
        }
        sets.write();
        file.end();
        close(content);
        table.insert(
                new InterchangeTable.Row(
                        control, issuer, name(issuer, control), now, file.sets(), file.members(), content.bytes(), content.sha256(), null, 0));
        audit.record(
                AuditLine.of(Actor.SYSTEM, "carrier.file-written").with("control", control).with("issuer", issuer).with("sets", file.sets())
                        .with("members", file.members()));
        return taken;
    }

    private static void add(EnrollmentFile file, CarrierEvent event, int aside) {
        try {
            file.add(event);
        } catch (Segments.Misfit e) {
            throw new Broken(event.number(), file.sets() + aside, e);
        }
    }

    private void setAside(CarrierEvent event, Segments.Misfit why, Instant now) {
        table.setAside(event, why, now);
        Map<String, String> facts =
                Map.of("policy", event.policy(), "issuer", event.issuer(), "segment", why.tag(), "element", String.valueOf(why.element()));
        tasks.open(TASK, subject("event " + event.number()), facts, Minnesota.today(clock).plusDays(DAYS), Actor.SYSTEM);
    }

    private static void close(FilePieces.Taking content) {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String issuer, int control) {
        return String.format(Locale.ROOT, "834-%s-%09d.edi", issuer, control);
    }

    /** An id of its own for what has a number and no id. */
    static UUID subject(String of) {
        return UUID.nameUUIDFromBytes(("carrier " + of).getBytes(StandardCharsets.UTF_8));
    }
}
