package org.assisterportal.eligibility.domain;

import static org.assisterportal.eligibility.domain.Kin.NOBODY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assisterportal.eligibility.Ages;
import org.assisterportal.eligibility.Deduction;
import org.assisterportal.eligibility.EmployerOffer;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Income;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.Problem;
import org.assisterportal.eligibility.Relation;
import org.assisterportal.eligibility.Sentence.Who;
import org.jspecify.annotations.Nullable;

/** Facts that can't all be true; each is named where it is to be corrected. */
final class ConsistencyRules {
    private static final int OLDEST = 125;

    private final Kin kin;
    private final Household household;
    private final int marriageAge;
    private final List<Problem> problems = new ArrayList<>(0);

    private ConsistencyRules(Kin kin, int marriageAge) {
        this.kin = kin;
        this.household = kin.household;
        this.marriageAge = marriageAge;
    }

    static List<Problem> problems(Kin kin, int marriageAge) {
        ConsistencyRules rules = new ConsistencyRules(kin, marriageAge);
        if (rules.keysAreKnown()) {
            rules.relationsFit();
            rules.parentsComeFirst();
            for (int i = 0; i < kin.count(); i++) {
                rules.daysFit(kin.people[i]);
                rules.amountsFit(kin.people[i]);
                TaxConsistencyRules.check(kin, i, rules.problems);
            }
            rules.offersFit();
        }
        return rules.problems;
    }

    private void problem(Person person, String message, Object... facts) {
        problems.add(new Problem(person.key(), message, List.of(facts)));
    }

    /** Each person has a key of their own, and every key that is used is somebody's. */
    private boolean keysAreKnown() {
        Set<String> seen = HashSet.newHashSet(kin.count());
        for (Person person : kin.people) {
            if (!seen.add(person.key())) {
                problem(person, "eligibility.problem.same-key");
            }
            String by = person.taxes().claimedBy();
            if (by != null && kin.place(by) == NOBODY) {
                problem(person, "eligibility.problem.claimed-by-nobody");
            }
        }
        for (Relation relation : household.relations()) {
            if (kin.place(relation.person()) == NOBODY || kin.place(relation.of()) == NOBODY) {
                problems.add(new Problem(relation.person(), "eligibility.problem.unknown-relative", List.of()));
            }
        }
        for (EmployerOffer offer : household.offers()) {
            boolean known = kin.place(offer.employee()) != NOBODY;
            for (String member : offer.family()) {
                known &= kin.place(member) != NOBODY;
            }
            if (!known) {
                problems.add(new Problem(offer.employee(), "eligibility.problem.unknown-employee", List.of()));
            }
        }
        return problems.isEmpty();
    }

    private void relationsFit() {
        @Nullable String[] spouses = new String[kin.count()];
        for (Relation relation : household.relations()) {
            Person person = kin.people[kin.place(relation.person())];
            Person other = kin.people[kin.place(relation.of())];
            if (person == other) {
                problem(person, "eligibility.problem.own-relative");
                continue;
            }
            switch (relation.kind()) {
                case SPOUSE -> {
                    married(spouses, person, other);
                    married(spouses, other, person);
                }
                case PARENT -> {
                    if (!person.born().isBefore(other.born())) {
                        problem(other, "eligibility.problem.older-than-parent", new Who(person.key()));
                    }
                    notMarried(person, other);
                }
                case STEPPARENT, SIBLING, GRANDPARENT, AUNT_OR_UNCLE -> notMarried(person, other);
                case CARETAKER, PARTNER, OTHER -> {}
            }
        }
    }

    private void notMarried(Person person, Person other) {
        if (kin.spouse[kin.place(person.key())] == kin.place(other.key())) {
            problem(person, "eligibility.problem.married-relative", new Who(other.key()));
        }
    }

    private void married(@Nullable String[] spouses, Person person, Person other) {
        int place = kin.place(person.key());
        if (spouses[place] != null && !spouses[place].equals(other.key())) {
            problem(person, "eligibility.problem.two-spouses");
        }
        spouses[place] = other.key();
        if (kin.ages[place] < marriageAge) {
            problem(person, "eligibility.problem.young-spouse", marriageAge);
        }
    }

    /** Nobody is their own ancestor. */
    private void parentsComeFirst() {
        for (int i = 0; i < kin.count(); i++) {
            long ancestors = written(i);
            for (int step = 0; step < kin.count() && ancestors != 0; step++) {
                if (Kin.has(ancestors, i)) {
                    problem(kin.people[i], "eligibility.problem.own-ancestor");
                    break;
                }
                long next = 0;
                for (int j = 0; j < kin.count(); j++) {
                    if (Kin.has(ancestors, j)) {
                        next |= written(j);
                    }
                }
                ancestors = next;
            }
        }
    }

    /** Parents as the facts say, without spouses of parents. */
    private long written(int child) {
        long parents = 0;
        for (Relation relation : household.relations()) {
            boolean parental = relation.kind() == Relation.Kind.PARENT || relation.kind() == Relation.Kind.STEPPARENT;
            if (parental && kin.place(relation.of()) == child) {
                parents |= Kin.bit(kin.place(relation.person()));
            }
        }
        return parents;
    }

    private void daysFit(Person person) {
        LocalDate day = household.day();
        if (person.born().isAfter(day) || Ages.at(person.born(), day) > OLDEST) {
            problem(person, "eligibility.problem.born");
        }
        LocalDate ended = person.pregnancy().endedOn();
        if (ended != null && ended.isAfter(day)) {
            problem(person, "eligibility.problem.pregnancy-end");
        }
        LocalDate since = person.immigration().since();
        if (since != null && (since.isAfter(day) || since.isBefore(person.born()))) {
            problem(person, "eligibility.problem.status-since");
        }
    }

    private void amountsFit(Person person) {
        for (Income income : person.incomes()) {
            if (isNegative(income.amount()) && !income.kind().mayBeNegative()) {
                problem(person, "eligibility.problem.negative-income");
            }
        }
        for (Deduction deduction : person.deductions()) {
            if (isNegative(deduction.amount())) {
                problem(person, "eligibility.problem.negative-deduction");
            }
        }
    }

    private static boolean isNegative(@Nullable Money amount) {
        return amount != null && amount.isNegative();
    }

    private void offersFit() {
        for (EmployerOffer offer : household.offers()) {
            Person employee = kin.people[kin.place(offer.employee())];
            if (offer.family().contains(offer.employee())) {
                problem(employee, "eligibility.problem.own-family");
            }
            if (isNegative(offer.employeeOnly()) || isNegative(offer.familyCost())) {
                problem(employee, "eligibility.problem.negative-price");
            }
        }
    }
}
