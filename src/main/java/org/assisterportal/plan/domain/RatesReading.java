package org.assisterportal.plan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assisterportal.plan.RateSheet;
import org.assisterportal.plan.domain.Draft.PlanFacts;
import org.assisterportal.plan.domain.Store.Table;
import org.jspecify.annotations.Nullable;

/** Reads the prices: rows of one plan and area become one sheet, which is written as soon as it is full. */
final class RatesReading {
    private static final int OFF_CURVE_CENTS = 2;
    private static final int AT_21 = RateSheet.band(21);

    private final Draft draft;
    private final Map<String, Integer> bands = new HashMap<>();
    private final BigDecimal[] curve = new BigDecimal[RateSheet.BANDS];
    private final Map<String, Open> open = new HashMap<>();
    private final Set<String> full = new HashSet<>();
    private String lastKey = "";
    private @Nullable Open last;
    private String rightDays = "";

    /** A sheet that isn't full yet. */
    private static final class Open {
        final int[] plain = new int[RateSheet.BANDS];
        final int[] tobacco = new int[RateSheet.BANDS];
        boolean asks;
        int known;
        final PlanFacts plan;
        final long line;

        Open(PlanFacts plan, long line) {
            this.plan = plan;
            this.line = line;
            Arrays.fill(plain, -1);
        }
    }

    RatesReading(Draft draft) {
        this.draft = draft;
        for (int band = 0; band < RateSheet.BANDS; band++) {
            bands.put(RateSheet.bands().get(band), band);
            curve[band] = Objects.requireNonNull(draft.rules.ageCurve().factors().get(RateSheet.bands().get(band)));
        }
    }

    void rate(Row row) {
        if (!draft.isOurs(row)) {
            return;
        }
        String id = row.text("PlanId");
        Integer area = PlacesReading.area(row, draft.rules);
        Integer band = bands.get(row.text("Age"));
        if (area == null) {
            return;
        }
        String key = id + "/" + area;
        Open sheet = key.equals(lastKey) ? last : sheet(row, key, id);
        if (sheet == null) {
            return;
        }
        if (band == null) {
            row.problem("Age", row.text("Age").equalsIgnoreCase("Family Option") ? "family-rate" : "age");
            return;
        }
        days(row);
        Integer price = price(row, "IndividualRate");
        if (price == null) {
            return;
        }
        boolean asks = row.text("Tobacco").startsWith("Tobacco");
        Integer tobacco = asks ? price(row, "IndividualTobaccoRate") : price;
        if (tobacco == null) {
            return;
        }
        if (sheet.plain[band] >= 0) {
            row.problem("Age", "twice");
            return;
        }
        if (tobacco < price || BigDecimal.valueOf(tobacco).compareTo(draft.rules.tobaccoMost().factor().multiply(BigDecimal.valueOf(price + 1L))) > 0) {
            row.problem("IndividualTobaccoRate", "tobacco", draft.rules.tobaccoMost().factor());
        }
        sheet.plain[band] = price;
        sheet.tobacco[band] = tobacco;
        sheet.asks |= asks;
        draft.count("rates");
        if (++sheet.known == RateSheet.BANDS) {
            write(key, id, area, sheet, row.file());
        }
    }

    private @Nullable Open sheet(Row row, String key, String id) {
        PlanFacts plan = draft.plans.get(id);
        if (plan == null) {
            if (draft.otherPlans.contains(id)) {
                draft.skipped++;
            } else {
                row.problem("PlanId", "unknown-plan");
            }
            return null;
        }
        if (full.contains(key)) {
            row.problem("Age", "twice");
            return null;
        }
        last = open.computeIfAbsent(key, any -> new Open(plan, row.line()));
        lastKey = key;
        return last;
    }

    private void write(String key, String id, int area, Open sheet, String file) {
        draft.store.row(Table.RATE, id, area, sheet.plain, sheet.asks ? sheet.tobacco : null);
        sheet.plan.ratedAreas.add(area);
        full.add(key);
        open.remove(key);
        lastKey = "";
        last = null;
        if (!sheet.plan.metal.isDental()) {
            curve(key, sheet, file);
        }
    }

    /** Whether the prices rise with age as the state's curve does, from the price at 21. */
    private void curve(String key, Open sheet, String file) {
        for (int band = 0; band < RateSheet.BANDS; band++) {
            int expected = curve[band].multiply(BigDecimal.valueOf(sheet.plain[AT_21])).setScale(0, RoundingMode.HALF_UP).intValueExact();
            if (Math.abs(expected - sheet.plain[band]) > OFF_CURVE_CENTS) {
                draft.problems.warning(
                        file, sheet.line, "IndividualRate", key, "off-curve", RateSheet.bands().get(band),
                        BigDecimal.valueOf(sheet.plain[band], 2), BigDecimal.valueOf(expected, 2));
                return;
            }
        }
    }

    private static @Nullable Integer price(Row row, String column) {
        Integer cents = Cells.cents(row.text(column));
        if (cents == null || cents == 0) {
            row.problem(column, "price");
            return null;
        }
        return cents;
    }

    /** A price of the individual market holds all year. */
    private void days(Row row) {
        String from = row.text("RateEffectiveDate");
        String until = row.text("RateExpirationDate");
        String both = from + until;
        if (both.equals(rightDays)) {
            return;
        }
        if (!LocalDate.of(draft.year, 1, 1).equals(Cells.day(from))) {
            row.problem("RateEffectiveDate", "first-day", String.valueOf(draft.year));
        } else if (!LocalDate.of(draft.year, 12, 31).equals(Cells.day(until))) {
            row.problem("RateExpirationDate", "last-day", String.valueOf(draft.year));
        } else {
            rightDays = both;
        }
    }

    /** What is missing: ages of a sheet, areas in which a plan is sold. */
    void finish(String file) {
        open.forEach(
                (key, sheet) -> {
                    int first = 0;
                    while (sheet.plain[first] >= 0) {
                        first++;
                    }
                    draft.problems.problem(
                            file, sheet.line, "Age", key, "ages-missing", RateSheet.BANDS - sheet.known, RateSheet.bands().get(first));
                });
        draft.plans.forEach(
                (id, plan) -> {
                    for (int area : draft.serviceAreas.getOrDefault(plan.serviceArea, Set.of())) {
                        if (!plan.ratedAreas.contains(area) && !open.containsKey(id + "/" + area)) {
                            draft.problems.problem(plan.file, plan.line, "ServiceAreaId", id, "no-rates", area);
                        }
                    }
                });
    }
}
