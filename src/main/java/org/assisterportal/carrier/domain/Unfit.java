package org.assisterportal.carrier.domain;

/**
 * Why nothing of a carrier's answer counts; words are {@code carrier.why.<why>}. Numbers and codes only, never what a set held.
 *
 * @param place the segment or element, such as GE01; empty for the file as a whole
 * @param said what stands there
 * @param is what it should be; empty where that isn't a number
 */
record Unfit(String why, String place, String said, String is) {
    /** It isn't a whole 999 or TA1. */
    static final Unfit UNREADABLE = new Unfit("unreadable", "", "", "");

    static Unfit of(String why) {
        return new Unfit(why, "", "", "");
    }

    static Unfit at(String place, String said, long is) {
        return new Unfit("number", place, said, String.valueOf(is));
    }

    /** Thrown where an answer turns out to be unfit; the transaction is to be given up then. */
    static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Unfit unfit;

        Found(Unfit unfit) {
            super("a carrier's answer is unfit");
            this.unfit = unfit;
        }

        Unfit unfit() {
            return unfit;
        }
    }
}
