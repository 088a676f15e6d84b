package org.assisterportal.eligibility.domain;

import org.assisterportal.eligibility.Deduction;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Income;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.IncomeKind.Counted;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;

/** One person's answers added up, in cents a year; the month is twelve times itself. Below and above: by what isn't known. */
final class PersonIncome {
    private static final int MONTHS = 12;

    long month;
    long earned;
    long unearned;
    long untaxed;
    long deducted;
    long monthGains;
    long yearGains;
    boolean monthBelow;
    boolean monthAbove;
    boolean yearBelow;
    boolean yearAbove;

    /** 42 CFR 435.603(e) for the month, 26 CFR 1.36B-1(e)(2) for the year. */
    PersonIncome(Person person) {
        person.incomes().forEach(this::add);
        for (Deduction deduction : person.deductions()) {
            Money amount = deduction.amount();
            if (amount == null) {
                monthBelow = true;
                yearBelow = true;
                continue;
            }
            deducted += yearly(amount, deduction.frequency());
            month -= monthly(amount, deduction.frequency());
        }
    }

    private void add(Income income) {
        IncomeKind kind = income.kind();
        Money amount = income.amount();
        boolean everyMonth = kind.counted() == Counted.ALWAYS;
        if (kind.counted() == Counted.NEVER) {
            return;
        }
        if (amount == null) {
            yearAbove = true;
            yearBelow |= kind.mayBeNegative();
            monthAbove |= everyMonth;
            monthBelow |= everyMonth && kind.mayBeNegative();
            return;
        }
        long yearly = yearly(amount, income.frequency());
        long monthly = everyMonth ? monthly(amount, income.frequency()) : 0;
        month += monthly;
        if (kind == IncomeKind.CAPITAL_GAINS) {
            yearGains += yearly;
            monthGains += monthly;
        }
        switch (kind.nature()) {
            case EARNED -> earned += yearly;
            case UNEARNED -> unearned += yearly;
            case UNTAXED -> untaxed += yearly;
        }
    }

    private static long yearly(Money amount, Frequency frequency) {
        return amount.cents() * frequency.timesAYear();
    }

    private static long monthly(Money amount, Frequency frequency) {
        return frequency == Frequency.ONCE ? amount.cents() * MONTHS : yearly(amount, frequency);
    }
}
