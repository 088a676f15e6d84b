package org.assisterportal.carrier.domain;

import java.util.List;

/**
 * What a 999 says of one group of sets.
 *
 * @param group the control number of the group that is answered
 * @param decision of the group as a whole
 * @param counts how many sets it had, came, and were accepted, as the answer counts them
 * @param sets those that it names
 */
record Answer(long group, Decision decision, Counts counts, List<SetAnswer> sets) {
    Answer {
        sets = List.copyOf(sets);
    }

    /** The numbers of a group's answer (AK902 to AK904). */
    record Counts(int included, int received, int accepted) {}

    /** How a group or a set was judged. */
    enum Decision {
        ACCEPTED,
        /** Accepted, with faults that the carrier notes. */
        NOTED,
        /** Some sets of the group were accepted. */
        PARTLY,
        REJECTED;

        /** From the answer's letter; what can't be read safely is a rejection too. */
        static Decision of(String letter) {
            return switch (letter) {
                case "A" -> ACCEPTED;
                case "E" -> NOTED;
                case "P" -> PARTLY;
                default -> REJECTED;
            };
        }
    }

    /** What is said of one set, with the first of its faults. */
    record SetAnswer(String control, Decision decision, List<Fault> faults) {
        SetAnswer {
            faults = List.copyOf(faults);
        }
    }

    /**
     * A place and what is wrong there, in codes.
     *
     * @param segment such as NM1; empty for the set as a whole
     * @param position which segment of the set, counted from its ST; empty for the set as a whole
     * @param element such as 09; empty for the segment as a whole
     * @param reason {@code set.}, {@code segment.} or {@code element.} and the code of the answer's list
     */
    record Fault(String segment, String position, String element, String reason) {}

    /**
     * What a TA1 says of a whole interchange, before anything in it was read.
     *
     * @param control the interchange's number
     * @param note the code of what was wrong with it; 000 for nothing
     */
    record Receipt(long control, boolean rejected, String note) {}
}
