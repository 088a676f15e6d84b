package org.assisterportal.eligibility;

/** The rules by which findings are made, each with where it is written; EPM is Minnesota's Eligibility Policy Manual. */
public enum Rule {
    MA_RESIDENCE("42 CFR 435.403"),
    MA_CUSTODY("42 CFR 435.1009"),
    MA_IMMIGRATION("Minn. Stat. 256B.06, subd. 4"),
    MA_BASIS("42 CFR 435.110, .116, .118, .119; Minn. Stat. 256B.055"),
    MA_FOSTER_CARE("42 CFR 435.150"),
    MA_OTHER_BASIS("Minn. Stat. 256B.055, subd. 7"),
    MA_HOUSEHOLD("42 CFR 435.603(f)"),
    MA_INCOME("42 CFR 435.603(d), (h)(1); Minn. Stat. 256B.056, .057"),
    MA_GAP("42 CFR 435.603(i)"),
    MINNESOTACARE_RESIDENCE("Minn. Stat. 256L.09"),
    MINNESOTACARE_CUSTODY("Minn. Stat. 256L.04, subd. 12; 42 CFR 600.305"),
    MINNESOTACARE_IMMIGRATION("Minn. Stat. 256L.04, subd. 10"),
    MINNESOTACARE_NOT_MA("Minn. Stat. 256L.04, subd. 1, 7"),
    MINNESOTACARE_AGE("42 CFR 600.305(a)"),
    MINNESOTACARE_COVERAGE("Minn. Stat. 256L.07, subd. 3"),
    MINNESOTACARE_EMPLOYER("Minn. Stat. 256L.07, subd. 2"),
    MINNESOTACARE_HOUSEHOLD("Minn. Stat. 256L.01, subd. 3a"),
    MINNESOTACARE_INCOME("Minn. Stat. 256L.04, subd. 1, 7"),
    CREDIT_PLAN("45 CFR 155.305(f)(1)(ii)(A)"),
    CREDIT_IMMIGRATION("26 U.S.C. 36B(c)(1)(B), (e)"),
    CREDIT_OTHER_PROGRAM("26 U.S.C. 36B(c)(2)(B)"),
    CREDIT_FILING("26 CFR 1.36B-2(b)"),
    CREDIT_DEPENDENT("26 CFR 1.36B-2(b)(3)"),
    CREDIT_COVERAGE("26 CFR 1.36B-2(c)"),
    CREDIT_EMPLOYER("26 CFR 1.36B-2(c)(3)(v)"),
    CREDIT_HOUSEHOLD("26 CFR 1.36B-1(d), (e)"),
    CREDIT_INCOME("26 U.S.C. 36B(c)(1)(A)"),
    CREDIT_CONTRIBUTION("26 CFR 1.36B-3(g)"),
    COST_SHARING("45 CFR 155.305(g), 155.350"),
    PLAN_RESIDENCE("45 CFR 155.305(a)(3)"),
    PLAN_CUSTODY("45 CFR 155.305(a)(2)"),
    PLAN_IMMIGRATION("45 CFR 155.305(a)(1)"),
    PLAN_MEDICARE("42 U.S.C. 1395ss(d)(3)");

    private final String citation;

    Rule(String citation) {
        this.citation = citation;
    }

    public String citation() {
        return citation;
    }
}
