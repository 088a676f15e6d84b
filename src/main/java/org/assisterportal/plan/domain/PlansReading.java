package org.assisterportal.plan.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.Offering;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.domain.Draft.PlanFacts;
import org.assisterportal.plan.domain.Draft.VariantFacts;
import org.assisterportal.plan.domain.Store.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads plans and their cost-sharing variants from the file of plan attributes, and the business rules that prices rest on. */
final class PlansReading {
    private static final int ALL = 1_000_000;
    private static final String OFF_EXCHANGE = "00";
    private static final String STANDARD = "01";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Draft draft;

    PlansReading(Draft draft) {
        this.draft = draft;
    }

    void plan(Row row) {
        if (!draft.isOurs(row)) {
            draft.otherPlans.add(row.text("StandardComponentId"));
            return;
        }
        String id = row.text("StandardComponentId");
        String full = row.text("PlanId");
        if (!PlanId.isOne(id)) {
            row.problem("StandardComponentId", "plan-id");
            return;
        }
        String variant = full.startsWith(id + "-") ? full.substring(id.length() + 1) : "";
        if (!variant.matches("0[0-6]")) {
            row.problem("PlanId", "variant-id", id);
            return;
        }
        if (variant.equals(OFF_EXCHANGE) || row.text("QHPNonQHPTypeId").equalsIgnoreCase("Off the Exchange")) {
            draft.skipped++;
            if (!draft.plans.containsKey(id)) {
                draft.otherPlans.add(id);
            }
            return;
        }
        draft.otherPlans.remove(id);
        PlanFacts plan = draft.plans.get(id);
        if (plan == null) {
            plan = first(row, id);
            if (plan == null) {
                draft.otherPlans.add(id);
                return;
            }
            draft.plans.put(id, plan);
        }
        if (!plan.variants.add(variant)) {
            row.problem("PlanId", "twice");
            return;
        }
        variant(row, plan, id, variant);
    }

    private @Nullable PlanFacts first(Row row, String id) {
        String issuer = PlacesReading.issuer(row);
        Metal metal = Metal.of(row.text("MetalLevel"));
        Offering offering = Offering.of(row.text("ChildOnlyOffering"));
        boolean dental = row.yes("DentalOnlyPlan");
        if (metal == null || metal.isDental() != dental) {
            row.problem("MetalLevel", dental ? "metal-dental" : "metal");
            return null;
        }
        if (offering == null) {
            row.problem("ChildOnlyOffering", "offering");
            return null;
        }
        if (issuer == null) {
            return null;
        }
        if (!id.startsWith(issuer)) {
            row.problem("StandardComponentId", "plan-of-issuer", issuer);
        }
        String network = row.text("NetworkId");
        String serviceArea = row.text("ServiceAreaId");
        if (!draft.networks.contains(issuer + network)) {
            row.problem("NetworkId", "network");
        }
        if (!draft.serviceAreas.containsKey(issuer + serviceArea)) {
            row.problem("ServiceAreaId", "service-area");
        }
        int essential =
                dental ? row.share("EHBPediatricDentalApportionmentQuantity", 0) : row.share("EHBPercentTotalPremium", ALL);
        String carrier = row.optional("IssuerMarketPlaceMarketingName");
        draft.store.row(
                Table.PLAN, id, issuer, carrier == null ? issuer : carrier, row.required("PlanMarketingName"), metal.name(),
                row.required("PlanType"), offering.name(), essential, network, serviceArea, row.yes("IsHSAEligible"),
                row.yes("IsReferralRequiredForSpecialist"), row.text("IsNewPlan").equalsIgnoreCase("New") || row.text("IsNewPlan").equalsIgnoreCase("Yes"),
                row.address("URLForSummaryofBenefitsCoverage"), row.address("PlanBrochure"), row.address("FormularyURL"));
        draft.count("plans");
        return new PlanFacts(metal, issuer + serviceArea, row.file(), row.line());
    }

    private void variant(Row row, PlanFacts plan, String id, String variant) {
        boolean together = plan.metal.isDental() || row.yes("MedicalDrugDeductiblesIntegrated");
        String deductible = plan.metal.isDental() || !together ? "MEHBDed" : "TEHBDed";
        boolean oneMost = !plan.metal.isDental() && row.yes("MedicalDrugMaximumOutofPocketIntegrated");
        String most = oneMost ? "TEHB" : "MEHB";
        @Nullable Object[] limits = {
            row.limit(deductible + "InnTier1Individual"), row.limit(deductible + "InnTier1FamilyPerGroup"),
            together ? null : row.limit("DEHBDedInnTier1Individual"), together ? null : row.limit("DEHBDedInnTier1FamilyPerGroup"),
            row.limit(most + "InnTier1IndividualMOOP"), row.limit(most + "InnTier1FamilyPerGroupMOOP")
        };
        if (!plan.metal.isDental()) {
            limit(row, most + "InnTier1IndividualMOOP", (Integer) limits[4], draft.rules.outOfPocketMost().person());
            limit(row, most + "InnTier1FamilyPerGroupMOOP", (Integer) limits[5], draft.rules.outOfPocketMost().family());
        }
        draft.variants.put(id + variant, new VariantFacts(id, variant, limits, written(row)));
    }

    private static void limit(Row row, String column, @Nullable Integer cents, long dollars) {
        if (cents != null && cents > dollars * 100) {
            row.problem(column, "out-of-pocket", dollars);
        }
    }

    /** The limits as they stand in the file, in and out of the network. */
    private static String written(Row row) {
        Map<String, String> written = new LinkedHashMap<>();
        for (String kind : new String[] {"MEHB", "DEHB", "TEHB"}) {
            for (String net : new String[] {"InnTier1", "OutOfNet"}) {
                for (String whom : new String[] {"Individual", "FamilyPerPerson", "FamilyPerGroup"}) {
                    put(written, row, kind + "Ded" + net + whom);
                    put(written, row, kind + net + whom + "MOOP");
                }
            }
        }
        put(written, row, "IssuerActuarialValue");
        return JSON.writeValueAsString(written);
    }

    private static void put(Map<String, String> written, Row row, String column) {
        String text = row.text(column);
        if (!text.isEmpty()) {
            written.put(column, text);
        }
    }

    /** Prices follow one set of rules; a carrier with others must be known before anything is sold. */
    void businessRule(Row row) {
        if (!draft.isOurs(row)) {
            return;
        }
        String method = row.text("EnrolleeContractRateDeterminationRule");
        if (!method.isEmpty() && !method.startsWith("A different rate")) {
            row.problem("EnrolleeContractRateDeterminationRule", "rate-rule");
        }
        for (String column : new String[] {"TwoParentFamilyMaxDependentsRule", "SingleParentFamilyMaxDependentsRule"}) {
            String most = row.text(column);
            if (!most.isEmpty() && !Cells.notApplicable(most) && !most.startsWith(String.valueOf(draft.rules.childrenCharged().most()))) {
                row.problem(column, "children-rule", draft.rules.childrenCharged().most());
            }
        }
        String age = row.text("AgeDeterminationRule");
        if (!age.isEmpty() && !age.equalsIgnoreCase("Age on effective date")) {
            row.problem("AgeDeterminationRule", "age-rule");
        }
        draft.count("rules");
    }

    /** What each plan must have, known when its file was read. */
    void finish() {
        draft.plans.forEach(
                (id, plan) -> {
                    if (!plan.variants.contains(STANDARD)) {
                        draft.problems.problem(plan.file, plan.line, "PlanId", id, "no-standard");
                    }
                    if (plan.metal == Metal.SILVER && !plan.variants.containsAll(List.of("04", "05", "06"))) {
                        draft.problems.problem(plan.file, plan.line, "PlanId", id, "no-reductions");
                    }
                });
    }
}
