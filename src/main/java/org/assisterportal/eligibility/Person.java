package org.assisterportal.eligibility;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one person; {@link PersonFacts} puts them together. What isn't said is what most people are: a citizen who
 * lives in Minnesota, at home with the others, and wants coverage.
 *
 * @param key within the household, up to forty letters, digits, - or _
 * @param applies wants coverage; others are there for their relations and income
 * @param minnesotan lives in Minnesota and means to stay, or is away for a time only
 * @param fosterCare was in foster care and on Medicaid at 18 or later
 * @param disabled blind, or with a disability, as certified or as the person says
 * @param medicare has any part of it, or could have Part A without a premium
 * @param tribal member of a federally recognized tribe
 * @param student full-time
 * @param home people with the same word live together, also when one is away at school
 * @param expected where the year differs from twelve times the month
 */
public record Person(
        String key,
        LocalDate born,
        boolean applies,
        Answer minnesotan,
        @Nullable String county,
        Immigration immigration,
        Pregnancy pregnancy,
        Answer fosterCare,
        Answer disabled,
        Answer medicare,
        Custody custody,
        Answer tribal,
        Answer student,
        String home,
        Taxes taxes,
        Set<Coverage> coverage,
        List<Income> incomes,
        List<Deduction> deductions,
        @Nullable YearlyIncome expected) {
    private static final int MOST_INCOMES = 30;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    @SuppressWarnings("ConstantValue")
    public Person {
        if (key == null || born == null) {
            throw new IllegalArgumentException("A person has a key and a date of birth");
        }
        coverage = Collections.unmodifiableSet(new TreeSet<>(coverage));
        incomes = List.copyOf(incomes);
        deductions = List.copyOf(deductions);
        if (incomes.size() > MOST_INCOMES || deductions.size() > MOST_INCOMES) {
            throw new IllegalArgumentException("At most thirty incomes and thirty deductions");
        }
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("A key has up to forty letters, digits, hyphens and underscores");
        }
    }

    /** The same person, to be changed. */
    public PersonFacts but() {
        return new PersonFacts(this);
    }
}
