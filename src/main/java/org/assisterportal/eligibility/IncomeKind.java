package org.assisterportal.eligibility;

/** Kinds of income by what counts: 42 CFR 435.603(e), 26 CFR 1.36B-1(e). */
public enum IncomeKind {
    /** Pay before tax, less what the employer takes out before tax for insurance, savings and the like. */
    WAGES(Nature.EARNED, Counted.ALWAYS),
    /** Business receipts less costs; below zero in a year of loss. */
    SELF_EMPLOYMENT(Nature.EARNED, Counted.ALWAYS),
    /** Net of farming; below zero in a year of loss. */
    FARMING(Nature.EARNED, Counted.ALWAYS),
    UNEMPLOYMENT(Nature.UNEARNED, Counted.ALWAYS),
    /** Retirement, survivors' and disability benefits, taxed or not; never Supplemental Security Income. */
    SOCIAL_SECURITY(Nature.UNTAXED, Counted.ALWAYS),
    PENSION(Nature.UNEARNED, Counted.ALWAYS),
    INTEREST(Nature.UNEARNED, Counted.ALWAYS),
    TAX_EXEMPT_INTEREST(Nature.UNTAXED, Counted.ALWAYS),
    DIVIDENDS(Nature.UNEARNED, Counted.ALWAYS),
    /** Gains less losses. */
    CAPITAL_GAINS(Nature.UNEARNED, Counted.ALWAYS),
    /** Rents and royalties less costs. */
    RENTAL(Nature.UNEARNED, Counted.ALWAYS),
    /** Alimony under an agreement made before 2019. */
    ALIMONY(Nature.UNEARNED, Counted.ALWAYS),
    /** Earned abroad and left out of the tax return, yet counted where a return is asked for: 26 U.S.C. 6012(c). */
    FOREIGN_EARNED(Nature.EARNED, Counted.ALWAYS),
    /** Winnings, prizes, canceled debts and whatever else is taxed. */
    OTHER_TAXED(Nature.UNEARNED, Counted.ALWAYS),
    /** The taxed part of a scholarship that is for education and not for living; earned, where a dependent's return is asked for. */
    SCHOLARSHIP(Nature.EARNED, Counted.FOR_TAX_CREDIT),
    /** Taxed shares of a tribe's or of a trust's income that Medical Assistance leaves out. */
    TRIBAL(Nature.UNEARNED, Counted.FOR_TAX_CREDIT),
    SUPPLEMENTAL_SECURITY_INCOME(Nature.UNTAXED, Counted.NEVER),
    CHILD_SUPPORT(Nature.UNTAXED, Counted.NEVER),
    VETERANS_BENEFITS(Nature.UNTAXED, Counted.NEVER),
    WORKERS_COMPENSATION(Nature.UNTAXED, Counted.NEVER),
    GIFTS(Nature.UNTAXED, Counted.NEVER),
    /** Cash help of a state or county. */
    PUBLIC_ASSISTANCE(Nature.UNTAXED, Counted.NEVER);

    /** What an income is for the question whether a dependent must file: 26 U.S.C. 6012, 63(c)(5). */
    public enum Nature {
        EARNED,
        UNEARNED,
        /** Not in gross income. */
        UNTAXED
    }

    /** For which programs it counts. */
    public enum Counted {
        ALWAYS,
        FOR_TAX_CREDIT,
        NEVER
    }

    private final Nature nature;
    private final Counted counted;

    IncomeKind(Nature nature, Counted counted) {
        this.nature = nature;
        this.counted = counted;
    }

    public Nature nature() {
        return nature;
    }

    public Counted counted() {
        return counted;
    }

    public boolean mayBeNegative() {
        return this == SELF_EMPLOYMENT || this == FARMING || this == CAPITAL_GAINS || this == RENTAL;
    }
}
