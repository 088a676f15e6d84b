package org.assisterportal.plan.domain;

import org.jspecify.annotations.Nullable;

/** Where read rows go: into the tables, or nowhere when the files are only checked. One table is written at a time. */
interface Store extends AutoCloseable {

    /** The tables of a catalog, with the columns that are written; each begins with the catalog. */
    enum Table {
        COUNTY("county", "fips, name, rating_area"),
        ZIP("zip", "zip, fips"),
        NETWORK("network", "issuer, code, name, address"),
        SERVICE_AREA("service_area", "issuer, code, fips, zips"),
        PLAN(
                "plan",
                "id, issuer, issuer_name, name, metal, type, offering, essential, network, service_area, savings_account, referral,"
                        + " new_plan, summary_address, brochure_address, drugs_address"),
        VARIANT(
                "variant",
                "plan, variant, deductible, family_deductible, drug_deductible, family_drug_deductible, out_of_pocket,"
                        + " family_out_of_pocket, written, services"),
        BENEFIT(
                "benefit",
                "plan, variant, place, name, covered, essential, copay, coinsurance, copay_outside, coinsurance_outside, limit_quantity,"
                        + " limit_unit, exclusions, explanation"),
        RATE("rate", "plan, area, plain, tobacco");

        private final String copy;

        Table(String name, String columns) {
            copy = "COPY plan." + name + " (catalog, " + columns + ") FROM STDIN";
        }

        String copy() {
            return copy;
        }
    }

    /** Strings, numbers, booleans, arrays of numbers, lists of strings without blanks, and null. */
    void row(Table table, @Nullable Object... cells);

    @Override
    void close();

    /** Keeps nothing. */
    Store NOWHERE =
            new Store() {
                @Override
                public void row(Table table, @Nullable Object... cells) {}

                @Override
                public void close() {}
            };
}
