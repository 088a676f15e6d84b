package org.assisterportal.application.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assisterportal.application.Member;
import org.assisterportal.application.WhatIf;
import org.assisterportal.eligibility.EmployerOffer;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Income;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Relation;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.Taxes.Filing;
import org.assisterportal.eligibility.YearlyIncome;
import org.jspecify.annotations.Nullable;

/** Facts as they would be with what was typed; everything else stays as it is, the day included. */
final class Supposition {
    private static final int FIRST_YEAR = 2000;
    private static final long MONTHS = 12;
    private static final int LAST_YEAR = 2099;

    private Supposition() {}

    /** Whether anything was typed at all. */
    static boolean isEmpty(Household facts, Fields fields) {
        boolean year = fields.isEmpty(WhatIf.YEAR) || fields.cell(WhatIf.YEAR).equals(String.valueOf(facts.planYear()));
        return year
                && fields.isEmpty(WhatIf.COMES)
                && facts.people().stream()
                        .noneMatch(
                                one ->
                                        !fields.isEmpty(WhatIf.MONTH + one.key())
                                                || !fields.isEmpty(WhatIf.EXPECTED + one.key())
                                                || fields.checked(WhatIf.WITHOUT + one.key()));
    }

    static Household of(Household facts, Fields fields) {
        Household changed = facts;
        if (!fields.isEmpty(WhatIf.YEAR)) {
            changed = changed.withPlanYear(fields.number(WhatIf.YEAR, FIRST_YEAR, LAST_YEAR, "year"));
        }
        for (Person one : facts.people()) {
            changed = changed.with(one.key(), person -> incomes(one, person, fields));
        }
        Set<String> gone =
                facts.people().stream()
                        .map(Person::key)
                        .filter(key -> !key.equals(Member.SELF) && fields.checked(WhatIf.WITHOUT + key))
                        .collect(Collectors.toCollection(TreeSet::new));
        return Newcomers.add(gone.isEmpty() ? changed : without(changed, gone), fields);
    }

    private static PersonFacts incomes(Person one, PersonFacts facts, Fields fields) {
        String month = WhatIf.MONTH + one.key();
        String year = WhatIf.EXPECTED + one.key();
        if (!fields.isEmpty(month)) {
            Money amount = fields.money(month, false);
            // The kind stays where there is one only: it may be one that some programs don't count.
            IncomeKind kind = one.incomes().size() == 1 ? one.incomes().getFirst().kind() : IncomeKind.WAGES;
            facts.incomes(monthly(kind, amount)).expected(null);
        }
        if (!fields.isEmpty(year)) {
            facts.expected(new YearlyIncome(fields.money(year, true)));
        }
        return facts;
    }

    static List<Income> monthly(IncomeKind kind, @Nullable Money amount) {
        return amount == null || amount.cents() == 0 ? List.of() : List.of(new Income(kind, amount, Frequency.MONTHLY));
    }

    /** Without these people, and without what others had with them. */
    private static Household without(Household facts, Set<String> gone) {
        Set<String> alone = new TreeSet<>();
        facts.relations().stream()
                .filter(one -> one.kind() == Relation.Kind.SPOUSE)
                .forEach(
                        one -> {
                            if (gone.contains(one.person())) {
                                alone.add(one.of());
                            } else if (gone.contains(one.of())) {
                                alone.add(one.person());
                            }
                        });
        List<Person> left = new ArrayList<>();
        for (Person one : facts.people()) {
            if (!gone.contains(one.key())) {
                left.add(one.but().taxes(taxes(one.taxes(), gone, alone.contains(one.key()))).build());
            }
        }
        return facts.withPeople(left)
                .withRelations(
                        facts.relations().stream()
                                .filter(one -> !gone.contains(one.person()) && !gone.contains(one.of()))
                                .toList())
                .withOffers(facts.offers().stream().map(one -> offer(one, gone)).flatMap(Optional::stream).toList());
    }

    /** Whoever filed with a spouse who is gone files alone; whoever was claimed by somebody gone is claimed by nobody. */
    private static Taxes taxes(Taxes taxes, Set<String> gone, boolean alone) {
        String by = taxes.claimedBy();
        boolean married = taxes.filing() == Filing.JOINT || taxes.filing() == Filing.SEPARATE;
        return new Taxes(
                alone && married ? Filing.SINGLE : taxes.filing(), by != null && gone.contains(by) ? null : by,
                taxes.claimedOutside(), alone ? Taxes.SeparateReason.NONE : taxes.exception());
    }

    private static Optional<EmployerOffer> offer(EmployerOffer offer, Set<String> gone) {
        if (gone.contains(offer.employee())) {
            return Optional.empty();
        }
        Set<String> family = new TreeSet<>(offer.family());
        family.removeAll(gone);
        return Optional.of(
                new EmployerOffer(
                        offer.employee(), family, offer.employeeOnly(), offer.familyCost(), offer.minimumValue(),
                        offer.familyMinimumValue()));
    }

    /** What somebody has now, to be shown beside the fields. */
    static WhatIf.Own own(Person person) {
        boolean known = person.incomes().stream().allMatch(one -> one.amount() != null);
        YearlyIncome expected = person.expected();
        if (!known) {
            return new WhatIf.Own(null, expected == null ? null : expected.amount());
        }
        long month = sum(person, false);
        return new WhatIf.Own(new Money(month), expected == null ? new Money(sum(person, true)) : expected.amount());
    }

    /** In a month, rounded half up to the cent, or in a year; what comes once counts whole in either. */
    private static long sum(Person person, boolean year) {
        long once = 0;
        long whole = 0;
        for (Income income : person.incomes()) {
            long each = Objects.requireNonNull(income.amount()).cents();
            if (income.frequency() == Frequency.ONCE) {
                once += each;
            } else {
                whole += Math.multiplyExact(each, income.frequency().timesAYear());
            }
        }
        return once + (year ? whole : Math.floorDiv(2 * whole + MONTHS, 2 * MONTHS));
    }
}
