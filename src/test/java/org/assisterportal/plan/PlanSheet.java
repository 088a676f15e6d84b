package org.assisterportal.plan;

import java.util.List;

/** The files of the demo catalog with their headings, those of the CMS State-based Exchange QHP Public Use Files. */
enum PlanSheet {
    PLAN_ATTRIBUTES(
            "plan-attributes.csv",
            "BusinessYear,StateCode,IssuerId,IssuerMarketPlaceMarketingName,MarketCoverage,DentalOnlyPlan,StandardComponentId,PlanMarketingName,"
                    + "HIOSProductId,NetworkId,ServiceAreaId,FormularyId,IsNewPlan,PlanType,MetalLevel,DesignType,QHPNonQHPTypeId,"
                    + "IsReferralRequiredForSpecialist,ChildOnlyOffering,EHBPercentTotalPremium,EHBPediatricDentalApportionmentQuantity,"
                    + "PlanEffectiveDate,PlanExpirationDate,FormularyURL,PlanId,CSRVariationType,IssuerActuarialValue,"
                    + "MedicalDrugDeductiblesIntegrated,MedicalDrugMaximumOutofPocketIntegrated,"
                    + "MEHBInnTier1IndividualMOOP,MEHBInnTier1FamilyPerPersonMOOP,MEHBInnTier1FamilyPerGroupMOOP,"
                    + "TEHBInnTier1IndividualMOOP,TEHBInnTier1FamilyPerPersonMOOP,TEHBInnTier1FamilyPerGroupMOOP,"
                    + "MEHBDedInnTier1Individual,MEHBDedInnTier1FamilyPerPerson,MEHBDedInnTier1FamilyPerGroup,"
                    + "DEHBDedInnTier1Individual,DEHBDedInnTier1FamilyPerPerson,DEHBDedInnTier1FamilyPerGroup,"
                    + "TEHBDedInnTier1Individual,TEHBDedInnTier1FamilyPerPerson,TEHBDedInnTier1FamilyPerGroup,"
                    + "TEHBDedOutOfNetIndividual,TEHBOutOfNetIndividualMOOP,IsHSAEligible,URLForSummaryofBenefitsCoverage,PlanBrochure"),
    BENEFITS(
            "benefits-and-cost-sharing.csv",
            "BusinessYear,StateCode,IssuerId,StandardComponentId,PlanId,BenefitName,CopayInnTier1,CoinsInnTier1,CopayOutofNet,CoinsOutofNet,"
                    + "IsEHB,IsCovered,QuantLimitOnSvc,LimitQty,LimitUnit,Exclusions,Explanation"),
    RATE(
            "rate.csv",
            "BusinessYear,StateCode,PlanId,RatingAreaId,RateEffectiveDate,RateExpirationDate,Tobacco,Age,IndividualRate,IndividualTobaccoRate"),
    BUSINESS_RULES(
            "business-rules.csv",
            "BusinessYear,StateCode,IssuerId,ProductId,StandardComponentId,EnrolleeContractRateDeterminationRule,TwoParentFamilyMaxDependentsRule,"
                    + "SingleParentFamilyMaxDependentsRule,DependentMaximumAgRule,ChildrenOnlyContractMaxChildrenRule,"
                    + "DomesticPartnerAsSpouseIndicator,SameSexPartnerAsSpouseIndicator,AgeDeterminationRule,MinimumTobaccoFreeMonthsRule,"
                    + "CohabitationRule,MarketCoverage,DentalOnlyPlan"),
    SERVICE_AREA(
            "service-area.csv",
            "BusinessYear,StateCode,IssuerId,ServiceAreaId,ServiceAreaName,CoverEntireState,County,PartialCounty,ZipCodes,"
                    + "PartialCountyJustification,MarketCoverage,DentalOnlyPlan"),
    NETWORK("network.csv", "BusinessYear,StateCode,IssuerId,NetworkName,NetworkId,NetworkURL,MarketCoverage,DentalOnlyPlan");

    private final String file;
    private final List<String> headings;

    PlanSheet(String file, String headings) {
        this.file = file;
        this.headings = List.of(headings.split(","));
    }

    String file() {
        return file;
    }

    List<String> headings() {
        return headings;
    }
}
