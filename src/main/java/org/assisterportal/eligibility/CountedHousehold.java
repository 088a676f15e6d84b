package org.assisterportal.eligibility;

import java.util.List;

/**
 * Whom a program counts together, and their income against the poverty guideline.
 *
 * @param members keys
 * @param size members and expected children
 * @param monthly whether income is the present month's; else the plan year's
 * @param income in the month or year, rounded half up to the cent for showing; rules compare it exactly
 * @param known false when an income in it isn't known; income then is what is known
 * @param guideline the poverty guideline for the size, a year
 * @param percent of poverty, rounded half up to a hundredth for showing; rules compare the exact share
 */
public record CountedHousehold(
        List<String> members,
        int size,
        boolean monthly,
        Money income,
        boolean known,
        Money guideline,
        Percent percent) {}
