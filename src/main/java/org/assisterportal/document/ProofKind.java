package org.assisterportal.document;

/** What may have to be proved; words are {@code document.kind.<kind>}, what proves it {@code document.proof.<kind>}. */
public enum ProofKind {
    /** Who somebody is; only where the marketplace's policy asks. */
    IDENTITY("42 CFR 435.407(c)", false),
    CITIZENSHIP("42 CFR 435.956(a)(1), (b); 45 CFR 155.315(c)(1), (c)(3), (f)", true),
    IMMIGRATION("42 CFR 435.956(a)(2), (b); 45 CFR 155.315(c)(2), (c)(3), (f)", true),
    /** What somebody earns or otherwise gets that counts for a program. */
    INCOME("42 CFR 435.948, 435.952(c), 600.345; 45 CFR 155.320(c), 155.315(f)", false),
    /** What an employer's coverage would cost. */
    EMPLOYER_OFFER("45 CFR 155.320(d), 155.315(f)", false),
    /** That somebody is a member of a tribe. */
    TRIBAL("45 CFR 155.350(c), 155.315(f)", false),
    // What happened, where a choice of plans rests on it; called as the event is.
    LOST_COVERAGE("45 CFR 155.420(d)(1), (g)"),
    BIRTH("45 CFR 155.420(d)(2)(i), (g)"),
    ADOPTION("45 CFR 155.420(d)(2)(i), (g)"),
    MARRIAGE("45 CFR 155.420(d)(2)(i), (g)"),
    DIVORCE_OR_DEATH("45 CFR 155.420(d)(2)(ii), (g)"),
    MOVED("45 CFR 155.420(d)(7), (g)"),
    GAINED_STATUS("45 CFR 155.420(d)(3), (g)"),
    RELEASED("45 CFR 155.420(d)(3), (g)");

    private final String citation;
    private final boolean fromReceipt;
    private final boolean event;

    ProofKind(String citation, boolean fromReceipt) {
        this.citation = citation;
        this.fromReceipt = fromReceipt;
        this.event = false;
    }

    ProofKind(String citation) {
        this.citation = citation;
        this.fromReceipt = false;
        this.event = true;
    }

    public String citation() {
        return citation;
    }

    /** Whether the days count from the day on which the notice counts as received, not from the notice's own. */
    public boolean fromReceipt() {
        return fromReceipt;
    }

    /** Whether it proves that something happened: another module asks for it, and says what follows ({@link Proofs}). */
    public boolean isEvent() {
        return event;
    }
}
