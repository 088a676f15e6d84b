package org.assisterportal.plan.domain;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a plan year, in the order in which they are read: the six of the CMS State-based Exchange QHP Public Use Files
 * and two of places. Each is known by its columns, whatever its name; further columns are read over.
 */
enum PlanFile {
    COUNTIES("CountyFips", "CountyName", "RatingAreaId"),
    ZIPS("ZipCode", "CountyFips"),
    NETWORKS("BusinessYear", "StateCode", "IssuerId", "NetworkName", "NetworkId", "NetworkURL", "MarketCoverage"),
    SERVICE_AREAS(
            "BusinessYear", "StateCode", "IssuerId", "ServiceAreaId", "ServiceAreaName", "CoverEntireState", "County", "PartialCounty",
            "ZipCodes", "MarketCoverage"),
    PLANS(
            "BusinessYear", "StateCode", "IssuerId", "MarketCoverage", "DentalOnlyPlan", "StandardComponentId", "PlanMarketingName",
            "NetworkId", "ServiceAreaId", "IsNewPlan", "PlanType", "MetalLevel", "QHPNonQHPTypeId", "IsReferralRequiredForSpecialist",
            "ChildOnlyOffering", "EHBPercentTotalPremium", "EHBPediatricDentalApportionmentQuantity", "PlanId", "CSRVariationType",
            "MedicalDrugDeductiblesIntegrated", "MedicalDrugMaximumOutofPocketIntegrated", "MEHBInnTier1IndividualMOOP",
            "MEHBInnTier1FamilyPerGroupMOOP", "TEHBInnTier1IndividualMOOP", "TEHBInnTier1FamilyPerGroupMOOP", "MEHBDedInnTier1Individual",
            "MEHBDedInnTier1FamilyPerGroup", "DEHBDedInnTier1Individual", "DEHBDedInnTier1FamilyPerGroup", "TEHBDedInnTier1Individual",
            "TEHBDedInnTier1FamilyPerGroup", "IsHSAEligible"),
    BUSINESS_RULES(
            "BusinessYear", "StateCode", "IssuerId", "StandardComponentId", "EnrolleeContractRateDeterminationRule",
            "TwoParentFamilyMaxDependentsRule", "SingleParentFamilyMaxDependentsRule", "AgeDeterminationRule", "MarketCoverage"),
    BENEFITS(
            "BusinessYear", "StateCode", "StandardComponentId", "PlanId", "BenefitName", "CopayInnTier1", "CoinsInnTier1", "CopayOutofNet",
            "CoinsOutofNet", "IsEHB", "IsCovered", "LimitQty", "LimitUnit", "Exclusions", "Explanation"),
    RATES(
            "BusinessYear", "StateCode", "PlanId", "RatingAreaId", "RateEffectiveDate", "RateExpirationDate", "Tobacco", "Age",
            "IndividualRate", "IndividualTobaccoRate");

    private final List<String> columns;

    PlanFile(String... columns) {
        this.columns = List.of(columns);
    }

    /** The columns that it must have. */
    List<String> columns() {
        return columns;
    }

    /** The file that these headings most likely are of; null for none. */
    static @Nullable PlanFile of(Collection<String> headings) {
        PlanFile best = null;
        double most = 0;
        for (PlanFile file : values()) {
            long own = file.columns.stream().filter(headings::contains).count();
            double share = (double) own / file.columns.size();
            if (share > most) {
                most = share;
                best = file;
            }
        }
        return most >= SURE ? best : null;
    }

    /** The six share their first columns, so a few of them say nothing. */
    private static final double SURE = 0.7;
}
