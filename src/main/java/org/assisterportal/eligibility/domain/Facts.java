package org.assisterportal.eligibility.domain;

import static org.assisterportal.eligibility.domain.Kin.has;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.CountedHousehold;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.Sentence.Who;
import org.assisterportal.eligibility.domain.Rules.Guideline;

/** A household with what its rules of one plan year make of it, worked out once for all of its people. */
final class Facts {
    final Kin kin;
    final Rules rules;
    final Incomes incomes;
    final Who[] who;

    Facts(Kin kin, Rules rules) {
        this.kin = kin;
        this.rules = rules;
        this.incomes =
                new Incomes(
                        kin,
                        rules.file.medicalAssistance().householdChildUnder().years(),
                        rules.filing(kin.household.day().getYear()),
                        rules.filing(kin.household.planYear()));
        this.who = new Who[kin.count()];
        for (int i = 0; i < who.length; i++) {
            who[i] = new Who(kin.people[i].key());
        }
    }

    Person person(int place) {
        return kin.people[place];
    }

    /** The day itself, or the first of a plan year that lies ahead. */
    LocalDate firstDay() {
        LocalDate begins = LocalDate.of(rules.file.planYear(), 1, 1);
        return kin.household.day().isBefore(begins) ? begins : kin.household.day();
    }

    /** Children expected by the people of a group: 42 CFR 435.603(b). */
    int expected(long group) {
        int expected = 0;
        for (int i = 0; i < who.length; i++) {
            if (has(group, i)) {
                expected += kin.people[i].pregnancy().expected();
            }
        }
        return expected;
    }

    /** How many of a group may be pregnant, for all that is known. */
    int pregnancyUnknown(long group) {
        int open = 0;
        for (int i = 0; i < who.length; i++) {
            if (has(group, i) && kin.people[i].pregnancy().pregnant() == Answer.UNKNOWN) {
                open++;
            }
        }
        return open;
    }

    /** Pregnant, or within the months after: to the end of the month in which the last of them ends. */
    Answer pregnantOrAfter(int place) {
        Person person = kin.people[place];
        if (person.pregnancy().pregnant() != Answer.NO) {
            return person.pregnancy().pregnant();
        }
        if (person.pregnancy().endedOn() == null) {
            return Answer.NO;
        }
        int months = rules.file.medicalAssistance().postpartumMonths().months();
        return Answer.of(
                kin.household.day().withDayOfMonth(1).compareTo(person.pregnancy().endedOn().plusMonths(months)) <= 0);
    }

    CountedHousehold month(long group, int size, Guideline guideline) {
        long twelve = incomes.twelveMonths(group);
        return new CountedHousehold(
                keys(group),
                size,
                true,
                Shown.month(twelve),
                incomes.monthKnown(group),
                new Money(guideline.of(size)),
                Shown.percent(twelve, guideline.of(size)));
    }

    CountedHousehold year(long group) {
        int size = Long.bitCount(group);
        long year = incomes.year(group);
        long guideline = rules.yearly.of(size);
        return new CountedHousehold(
                keys(group), size, false, new Money(year), incomes.yearKnown(group), new Money(guideline), Shown.percent(year, guideline));
    }

    List<String> keys(long group) {
        List<String> keys = new ArrayList<>(who.length);
        for (int i = 0; i < who.length; i++) {
            if (has(group, i)) {
                keys.add(who[i].key());
            }
        }
        return keys;
    }

    List<Who> names(long group) {
        List<Who> names = new ArrayList<>(who.length);
        for (int i = 0; i < who.length; i++) {
            if (has(group, i)) {
                names.add(who[i]);
            }
        }
        return names;
    }
}
