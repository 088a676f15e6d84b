package org.assisterportal.eligibility.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/** What a birthday of the months ahead changes, so that nobody learns of it on that day. */
final class BirthdayRules {
    /** An answer is renewed after twelve months; what comes later is asked then. */
    private static final int MONTHS = 12;

    private BirthdayRules() {}

    /** The limit of an age group ends with its last year of age. */
    static void leaves(Facts facts, int place, Basis basis, Findings found) {
        switch (basis) {
            case INFANT, CHILD, YOUNG_ADULT, ADULT -> {
                RuleFile.Group group = facts.rules.file.medicalAssistance().groups().get(basis);
                if (group != null) {
                    next(facts, place, group.through() + 1, found);
                }
            }
            case PREGNANT, PARENT -> {}
        }
    }

    /** Coverage is for whole months: what an age changes, it changes from the first month that begins at that age. */
    static void next(Facts facts, int place, int age, Findings found) {
        LocalDate birthday = facts.person(place).born().plusYears(age);
        if (!birthday.isAfter(facts.firstDay().plusMonths(MONTHS))) {
            LocalDate from = birthday.getDayOfMonth() == 1 ? birthday : YearMonth.from(birthday).plusMonths(1).atDay(1);
            found.change("eligibility.change.birthday", from, age);
        }
    }
}
