package org.assisterportal.plan.domain;

import org.assisterportal.plan.Care;
import org.assisterportal.plan.ServiceCost;
import org.assisterportal.plan.domain.Draft.VariantFacts;
import org.assisterportal.plan.domain.Store.Table;
import tools.jackson.databind.json.JsonMapper;

/** Reads what each variant covers and what care costs in it. */
final class BenefitsReading {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final Draft draft;

    BenefitsReading(Draft draft) {
        this.draft = draft;
    }

    void benefit(Row row) {
        if (!draft.isOurs(row)) {
            return;
        }
        String id = row.text("StandardComponentId");
        String full = row.text("PlanId");
        if (full.endsWith("-00") || draft.otherPlans.contains(id)) {
            draft.skipped++;
            return;
        }
        VariantFacts variant = draft.variants.get(full.replace("-", ""));
        if (variant == null) {
            row.problem("PlanId", "unknown-variant");
            return;
        }
        String name = row.required("BenefitName");
        String state = row.text("IsCovered");
        boolean covered = state.equalsIgnoreCase("Covered") || state.equalsIgnoreCase("Yes");
        Care service = Care.of(name);
        if (service != null) {
            ServiceCost cost = Cells.cost(covered, row.text("CopayInnTier1"), row.text("CoinsInnTier1"));
            if (cost == null) {
                String column = Cells.cost(true, row.text("CopayInnTier1"), "") == null ? "CopayInnTier1" : "CoinsInnTier1";
                row.problem(column, "cost");
            } else if (variant.services.putIfAbsent(service, cost) != null) {
                row.problem("BenefitName", "twice");
            }
        }
        draft.store.row(
                Table.BENEFIT, variant.plan, variant.variant, variant.benefits++, name, covered, row.text("IsEHB").equalsIgnoreCase("Yes"),
                row.optional("CopayInnTier1"), row.optional("CoinsInnTier1"), row.optional("CopayOutofNet"), row.optional("CoinsOutofNet"),
                row.optional("LimitQty"), row.optional("LimitUnit"), row.optional("Exclusions"), row.optional("Explanation"));
        draft.count("benefits");
    }

    /** Writes the variants, now that it is known what care costs in each. */
    void finish() {
        for (VariantFacts variant : draft.variants.values()) {
            if (variant.benefits == 0) {
                draft.problems.problem("", 0, "PlanId", variant.plan + "-" + variant.variant, "no-benefits");
            }
            draft.store.row(
                    Table.VARIANT, variant.plan, variant.variant, variant.limits[0], variant.limits[1], variant.limits[2], variant.limits[3],
                    variant.limits[4], variant.limits[5], variant.written, JSON.writeValueAsString(variant.services));
            draft.count("variants");
        }
    }
}
