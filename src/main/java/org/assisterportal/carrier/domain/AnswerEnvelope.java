package org.assisterportal.carrier.domain;

import java.util.function.IntFunction;

/** The envelope of an answer: who writes to whom, and whether the counts and control numbers at its ends agree with what lies between. */
final class AnswerEnvelope {
    private String sender = "";
    private String receiver = "";
    private String interchange = "";
    private String group = "";
    private String set = "";
    private int groups;
    private int sets;
    private int segments;
    private boolean open;
    private boolean closed;

    /** A segment has ended; its elements by their place. */
    void segment(String tag, IntFunction<String> at) {
        segments++;
        switch (tag) {
            case "ISA" -> {
                // A second interchange in one file would have to be matched on its own.
                if (open || closed) {
                    throw new Unfit.Found(Unfit.of("several"));
                }
                open = true;
                sender = at.apply(6).strip();
                receiver = at.apply(8).strip();
                interchange = at.apply(13);
            }
            case "GS" -> {
                groups++;
                sets = 0;
                group = at.apply(6);
            }
            case "ST" -> {
                sets++;
                segments = 1;
                set = at.apply(2);
            }
            case "SE" -> {
                count("SE01", at.apply(1), segments);
                same("SE02", at.apply(2), set);
            }
            case "GE" -> {
                count("GE01", at.apply(1), sets);
                same("GE02", at.apply(2), group);
            }
            case "IEA" -> {
                count("IEA01", at.apply(1), groups);
                same("IEA02", at.apply(2), interchange);
                closed = true;
            }
            default -> {
                // What lies between.
            }
        }
    }

    private static void count(String place, String said, int is) {
        if (Integer.parseInt(said) != is) {
            throw new Unfit.Found(Unfit.at(place, said, is));
        }
    }

    /** A control number is the same at both ends, digit for digit. */
    private static void same(String place, String said, String is) {
        if (!said.equals(is)) {
            throw new Unfit.Found(new Unfit("number", place, said, is));
        }
    }

    boolean isClosed() {
        return closed;
    }

    String sender() {
        return sender;
    }

    String receiver() {
        return receiver;
    }
}
