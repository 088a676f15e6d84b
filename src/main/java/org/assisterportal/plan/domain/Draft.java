package org.assisterportal.plan.domain;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.Care;
import org.assisterportal.plan.ServiceCost;
import org.jspecify.annotations.Nullable;

/** What is known of a catalog while its files are read: what later files are checked against. */
final class Draft {
    static final String WHOLE_STATE = "*";

    final int year;
    final YearFile rules;
    final Problems problems;
    final Store store;
    final Map<String, Integer> counts = new LinkedHashMap<>();
    int skipped;

    /** Rating areas by county. */
    final Map<String, Integer> counties = new TreeMap<>();
    final Set<String> zips = new HashSet<>();
    /** By issuer and code. */
    final Set<String> networks = new HashSet<>();
    /** Rating areas in which a service area lies, by issuer and code. */
    final Map<String, Set<Integer>> serviceAreas = new HashMap<>();
    final Map<String, PlanFacts> plans = new HashMap<>();
    /** Plans of another market or sold elsewhere, whose rows in other files are passed over. */
    final Set<String> otherPlans = new HashSet<>();
    final Map<String, VariantFacts> variants = new LinkedHashMap<>();

    Draft(int year, YearFile rules, Problems problems, Store store) {
        this.year = year;
        this.rules = rules;
        this.problems = problems;
        this.store = store;
    }

    /** A plan as later files need it. */
    static final class PlanFacts {
        final Metal metal;
        final String serviceArea;
        final String file;
        final long line;
        final Set<String> variants = new TreeSet<>();
        final Set<Integer> ratedAreas = new TreeSet<>();

        PlanFacts(Metal metal, String serviceArea, String file, long line) {
            this.metal = metal;
            this.serviceArea = serviceArea;
            this.file = file;
            this.line = line;
        }
    }

    /** A variant, which is written when its benefits were read. */
    static final class VariantFacts {
        final String plan;
        final String variant;
        final @Nullable Object[] limits;
        final String written;
        final Map<Care, ServiceCost> services = new EnumMap<>(Care.class);
        short benefits;

        VariantFacts(String plan, String variant, @Nullable Object[] limits, String written) {
            this.plan = plan;
            this.variant = variant;
            this.limits = limits;
            this.written = written;
        }
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Whether a row is of this year, state and the individual market; other markets and states are passed over. */
    boolean isOurs(Row row) {
        if (!row.text("StateCode").equals("MN")) {
            skipped++;
            return false;
        }
        if (row.place("MarketCoverage") >= 0 && !row.text("MarketCoverage").equalsIgnoreCase("Individual")) {
            skipped++;
            return false;
        }
        if (!row.text("BusinessYear").equals(String.valueOf(year))) {
            row.problem("BusinessYear", "year", String.valueOf(year));
            return false;
        }
        return true;
    }
}
