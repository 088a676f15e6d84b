package org.assisterportal.carrier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;
import org.jspecify.annotations.Nullable;

/** The files that carriers got, and what they answered. Nothing of what is in a file is shown to anybody. */
public interface CarrierFiles {

    /** Whether files are made at all; without a folder for them events wait. */
    boolean areMade();

    /** Files, newest first, 25 a page. For ARC officers. */
    PageOf<FileView> list(int page, Actor officer);

    Optional<FileView> find(int control, Actor officer);

    /** A file's sets by number, 50 a page; rejected ones first. */
    PageOf<SetView> sets(int control, int page, Actor officer);

    /** Puts the same bytes into the carrier's folder again with the next round, under the same name and numbers. */
    Outcome sendAgain(int control, Actor officer);

    /** How each policy's newest file was answered; a policy that is in no file yet isn't there. For the marketplace's hats and the consumer's. */
    Map<String, State> states(Collection<String> policies);

    /**
     * What a carrier sent that was put aside unread, newest first, at most fifty; each file once, though it came again. For ARC officers.
     *
     * @param from and to when it came; to null for until now
     */
    List<Unread> unread(String issuer, Instant from, @Nullable Instant to, Actor officer);

    /**
     * A file that was put aside unread. Nothing of what is in it.
     *
     * @param file its name in the carrier's folder for unread ones
     * @param why words are {@code carrier.why.<why>}
     * @param place the segment or element, such as GE01; may be empty
     * @param said what stands there, where that is a number
     * @param correct the number that it should be; may be empty
     */
    record Unread(String file, Instant at, String why, String place, String said, String correct) {}

    /** What became of a set; words are {@code carrier.state.<state>}. */
    enum State {
        /** The carrier hasn't answered. */
        SENT,
        ACCEPTED,
        /** The carrier couldn't read it so; the staff has a task. */
        REJECTED
    }

    /** What became of an act; words are {@code carrier.outcome.<outcome>}. */
    enum Outcome {
        DONE,
        /** It isn't in the folder yet, and will be with the next round. */
        WAITS
    }

    /**
     * One file.
     *
     * @param control the number of its interchange
     * @param members persons in all of its sets
     * @param deliveredAt null while it is to be put into the carrier's folder
     */
    record FileView(
            int control, String issuer, String file, Instant writtenAt, int sets, int members, @Nullable Instant deliveredAt, int deliveries,
            int accepted, int rejected) {
        public int open() {
            return sets - accepted - rejected;
        }
    }

    /**
     * One set.
     *
     * @param number its control number
     * @param answeredAt null while the carrier hasn't answered
     */
    record SetView(long number, String policy, State state, @Nullable Instant answeredAt) {}
}
