package bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assisterportal.plan.RateSheet;

/** Files of a plan year with very many plans, and the same rates as COPY reads them. */
final class ManyPlans {
    static final int AREAS = 9;
    private static final String PLAN_HEADINGS =
            "BusinessYear,StateCode,IssuerId,MarketCoverage,DentalOnlyPlan,StandardComponentId,PlanMarketingName,NetworkId,ServiceAreaId,IsNewPlan,"
                    + "PlanType,MetalLevel,QHPNonQHPTypeId,IsReferralRequiredForSpecialist,ChildOnlyOffering,EHBPercentTotalPremium,"
                    + "EHBPediatricDentalApportionmentQuantity,PlanId,CSRVariationType,MedicalDrugDeductiblesIntegrated,"
                    + "MedicalDrugMaximumOutofPocketIntegrated,MEHBInnTier1IndividualMOOP,MEHBInnTier1FamilyPerGroupMOOP,TEHBInnTier1IndividualMOOP,"
                    + "TEHBInnTier1FamilyPerGroupMOOP,MEHBDedInnTier1Individual,MEHBDedInnTier1FamilyPerGroup,DEHBDedInnTier1Individual,"
                    + "DEHBDedInnTier1FamilyPerGroup,TEHBDedInnTier1Individual,TEHBDedInnTier1FamilyPerGroup,IsHSAEligible\n";

    private ManyPlans() {}

    /** So many plans sold in the whole state, with a row for each age and area. */
    static void write(Path folder, Path copied, int plans) throws IOException {
        Files.writeString(folder.resolve("network.csv"), "BusinessYear,StateCode,IssuerId,NetworkName,NetworkId,NetworkURL,MarketCoverage\n2026,MN,99199,Bench,N1,,Individual\n");
        Files.writeString(
                folder.resolve("service-area.csv"),
                "BusinessYear,StateCode,IssuerId,ServiceAreaId,ServiceAreaName,CoverEntireState,County,PartialCounty,ZipCodes,MarketCoverage\n"
                        + "2026,MN,99199,S1,Bench,Yes,,,,Individual\n");
        Files.writeString(
                folder.resolve("business-rules.csv"),
                "BusinessYear,StateCode,IssuerId,StandardComponentId,EnrolleeContractRateDeterminationRule,TwoParentFamilyMaxDependentsRule,"
                        + "SingleParentFamilyMaxDependentsRule,AgeDeterminationRule,MarketCoverage\n2026,MN,99199,,,3,3,Age on effective date,Individual\n");
        try (Writer plan = Files.newBufferedWriter(folder.resolve("plan-attributes.csv"));
                Writer benefit = Files.newBufferedWriter(folder.resolve("benefits.csv"));
                Writer rate = Files.newBufferedWriter(folder.resolve("rate.csv"));
                Writer copy = Files.newBufferedWriter(copied)) {
            plan.write(PLAN_HEADINGS);
            benefit.write(
                    "BusinessYear,StateCode,StandardComponentId,PlanId,BenefitName,CopayInnTier1,CoinsInnTier1,CopayOutofNet,CoinsOutofNet,IsEHB,"
                            + "IsCovered,LimitQty,LimitUnit,Exclusions,Explanation\n");
            rate.write("BusinessYear,StateCode,PlanId,RatingAreaId,RateEffectiveDate,RateExpirationDate,Tobacco,Age,IndividualRate,IndividualTobaccoRate\n");
            for (int i = 0; i < plans; i++) {
                String id = "99199MN" + String.format("%07d", i);
                plan.write(
                        "2026,MN,99199,Individual,No," + id + ",Bench " + i + ",N1,S1,No,PPO,Gold,On the Exchange,No,Allows Adult and Child-Only,1,0," + id
                                + "-01,Standard,Yes,Yes,,,$8000,$16000,,,,,$1500,$3000,No\n");
                benefit.write("2026,MN," + id + "," + id + "-01,Specialist Visit,$50.00,Not Applicable,,,Yes,Covered,,,,\n");
                for (int area = 1; area <= AREAS; area++) {
                    for (int band = 0; band < RateSheet.BANDS; band++) {
                        String age = RateSheet.bands().get(band);
                        int cents = 20_000 + (i * 31 + area * 7) % 9_000 + band * 300;
                        String price = cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
                        rate.write("2026,MN," + id + ",Rating Area " + area + ",2026-01-01,2026-12-31,Tobacco User/Non-Tobacco User," + age + "," + price + "," + price + "\n");
                        copy.write("1\t" + id + "\t" + area + "\t" + age + "\t" + cents + "\t" + cents + "\n");
                    }
                }
            }
        }
    }
}
