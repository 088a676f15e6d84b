package org.assisterportal.enrollment;

import java.util.Arrays;
import java.util.Optional;
import org.assisterportal.document.ProofKind;

/** What happens in people's lives, and whether it lets them choose a plan outside of open enrollment. */
public enum LifeEvent {
    /** Other coverage ended or will end, not by one's own wish; the day is its last one. */
    LOST_COVERAGE(Begins.AFTER_LOSS, "45 CFR 155.420(d)(1)"),
    BIRTH(Begins.ON_THE_DAY, "45 CFR 155.420(d)(2)(i)"),
    ADOPTION(Begins.ON_THE_DAY, "45 CFR 155.420(d)(2)(i)"),
    MARRIAGE(Begins.NEXT_MONTH, "45 CFR 155.420(d)(2)(i)"),
    /** Coverage was lost by a divorce, or by the death of whom it came from. */
    DIVORCE_OR_DEATH(Begins.AFTER_LOSS, "45 CFR 155.420(d)(2)(ii)"),
    MOVED(Begins.NEXT_MONTH, "45 CFR 155.420(d)(7)"),
    /** Became a citizen, or lawfully present. */
    GAINED_STATUS(Begins.NEXT_MONTH, "45 CFR 155.420(d)(3)"),
    RELEASED(Begins.NEXT_MONTH, "45 CFR 155.420(d)(3)"),
    /** The tax credit or cost-sharing reductions begin, end or are others. */
    CREDIT_CHANGED(Begins.NEXT_MONTH, "45 CFR 155.420(d)(6)"),
    /** Wants coverage apart from somebody who was violent, or who left. */
    ABUSE(Begins.NEXT_MONTH, "45 CFR 155.420(d)(10)"),
    STOPPED_COVERAGE(Begins.NEVER, "45 CFR 155.420(e)(1)"),
    NOT_PAID(Begins.NEVER, "45 CFR 155.420(e)(1)"),
    ILLNESS(Begins.NEVER, "45 CFR 155.420(d)");

    private final Begins begins;
    private final String clause;

    LifeEvent(Begins begins, String clause) {
        this.begins = begins;
        this.clause = clause;
    }

    /** When coverage begins that is chosen because of it. */
    public enum Begins {
        ON_THE_DAY,
        /** The first of the month after the loss, or after the choice where that is later. */
        AFTER_LOSS,
        /** The first of the month after the choice. */
        NEXT_MONTH,
        /** It is no reason to choose. */
        NEVER
    }

    public Begins begins() {
        return begins;
    }

    public String clause() {
        return clause;
    }

    public boolean counts() {
        return begins != Begins.NEVER;
    }

    /** What proves it; empty where nobody is asked: the marketplace knows it, or asking could do harm. */
    public Optional<ProofKind> proof() {
        return Arrays.stream(ProofKind.values()).filter(kind -> kind.isEvent() && kind.name().equals(name())).findFirst();
    }

    /** Whether it counts only for who had coverage, or couldn't have it, in the 60 days before. */
    public boolean asksCoverageBefore() {
        return this == MOVED || this == MARRIAGE;
    }

    /** Whether one may choose before it happens. */
    public boolean isForeseen() {
        return begins == Begins.AFTER_LOSS;
    }
}
