package org.assisterportal.eligibility.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.jspecify.annotations.Nullable;

/** A plan year's file as written: each figure with its source. What may be missing is null, and then nothing is answered from it. */
record RuleFile(
        int planYear,
        Map<Integer, Guideline> guidelines,
        YearlyGuideline yearlyGuideline,
        MedicalAssistance medicalAssistance,
        MinnesotaCare minnesotaCare,
        Credit credit,
        Map<Integer, Filing> filing,
        Immigration immigration,
        Age marriage) {

    record Guideline(long first, long further, String source) {}

    record YearlyGuideline(int year, String source) {}

    record Years(int years, String source) {}

    record Age(int age, String source) {}

    record Share(BigDecimal percent, String source) {}

    record MedicalAssistance(
            List<InForce> guidelines,
            String guidelinesSource,
            Map<Basis, Group> groups,
            Disregard disregard,
            Years householdChildUnder,
            Years dependentChildUnder,
            Years fosterCareUnder,
            Months postpartumMonths,
            String expectedChildren,
            Share gapBelow) {}

    /** Which year's guideline, from a day to the day before another. */
    record InForce(LocalDate from, LocalDate until, int year) {}

    /** Limit in whole percents of poverty without the disregard, and the ages that it is for. */
    record Group(int limit, int from, int through, String source) {}

    record Disregard(int points, String source) {}

    record Months(int months, String source) {}

    record MinnesotaCare(Share limit, Years oldest) {}

    record Credit(
            Share from,
            Share to,
            @Nullable List<Band> contributions,
            @Nullable String contributionsSource,
            @Nullable Share affordable,
            CostSharingLimits costSharing) {}

    /** From a percentage of poverty to below another the expected share rises in a line. */
    record Band(int from, int below, BigDecimal initial, @JsonProperty("final") BigDecimal last) {}

    record CostSharingLimits(int silver94, int silver87, int silver73, int zero, String source) {}

    /**
     * Whole dollars from which a dependent, or with the first alone anybody single, must file a return.
     *
     * @param selfEmployment for the return of 26 U.S.C. 6017, which decides nothing here; in the files as they were signed by
     * @param agedUnmarried what is added from 65 on
     */
    record Filing(
            long standardDeduction, long unearned, long earnedPlus, long selfEmployment, long agedUnmarried, long agedMarried,
            String source) {}

    record Immigration(
            Statuses lawfullyPresent,
            List<Dated> medicalAssistance,
            Statuses noWaitAsResidentAfter,
            Years waitYears,
            Years childrenWithoutWaitUnder,
            WithChildren minnesotaCare,
            Statuses credit) {}

    record Statuses(Set<ImmigrationStatus> statuses, String source) {}

    record Dated(
            LocalDate from, Set<ImmigrationStatus> atOnce, Set<ImmigrationStatus> afterFiveYears, String source) {}

    record WithChildren(
            Set<ImmigrationStatus> statuses, Set<ImmigrationStatus> childStatuses, int childrenUnder, String source) {}
}
