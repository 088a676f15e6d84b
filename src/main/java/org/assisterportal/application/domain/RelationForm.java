package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;

/** How somebody is related to each person who was named before. */
final class RelationForm {
    /** Minn. Stat. 517.02, as the rules of eligibility have it. */
    private static final int MARRIAGE_AGE = 18;

    /** Between a child and its mother or father: what is less is a slip, or a stepparent. */
    private static final int LEAST_BETWEEN = 10;

    private RelationForm() {}

    static String field(Member other) {
        return "to-" + other.key();
    }

    static void check(String key, Fields fields, Sheet sheet) {
        Member one = sheet.member(key).orElseThrow();
        for (Member other : sheet.before(key)) {
            fields.choice(field(other), Kin.class).ifPresent(kin -> check(new Bond(one, kin, other), fields, sheet));
        }
    }

    private static void check(Bond bond, Fields fields, Sheet sheet) {
        String field = field(bond.other());
        if (isTheWrongWayRound(bond)) {
            fields.wrong(field, "elder", person(bond.one()));
        } else if (isTooNear(bond)) {
            fields.wrong(field, "near", person(bond.one()));
        }
        if (bond.kin() == Kin.SPOUSE) {
            anotherMarriage(bond, fields, sheet).ifPresent(marriage -> twoSpouses(field, bond, marriage, fields));
        }
        if (bond.kin() == Kin.SPOUSE) {
            Stream.of(bond.one(), bond.other())
                    .filter(one -> isTooYoung(one, sheet))
                    .forEach(one -> fields.wrong(field, "young-spouse", person(one)));
        }
    }

    /** Whether somebody's day of birth fits to what they were said to be to the others. */
    static void checkBirth(Member person, Fields fields, Sheet sheet) {
        for (Bond bond : sheet.bonds()) {
            if (!bond.isOf(person.key())) {
                continue;
            }
            Bond now = bond.with(person);
            Spot relation = new Spot(Question.RELATION, bond.one().key());
            if (isTheWrongWayRound(now)) {
                fields.wrong("birth-date", "birth-elder", relation);
            } else if (isTooNear(now)) {
                fields.wrong("birth-date", "birth-near", relation);
            }
            if (now.kin() == Kin.SPOUSE && isTooYoung(person, sheet)) {
                fields.wrong("birth-date", "birth-spouse", relation);
            }
        }
    }

    private static Spot person(Member one) {
        return new Spot(Question.PERSON, one.key());
    }

    private static boolean isTooYoung(Member spouse, Sheet sheet) {
        return spouse.isAged(0, MARRIAGE_AGE - 1, sheet.today());
    }

    private static boolean isTheWrongWayRound(Bond bond) {
        return bond.elderIsOne() && isYounger(bond.one(), bond.other()) || bond.elderIsOther() && isYounger(bond.other(), bond.one());
    }

    private static boolean isTooNear(Bond bond) {
        return switch (bond.kin()) {
            case PARENT -> isYoungerThan(LEAST_BETWEEN, bond.one(), bond.other());
            case CHILD -> isYoungerThan(LEAST_BETWEEN, bond.other(), bond.one());
            default -> false;
        };
    }

    /** Whether the parent wasn't so many years old yet when the child was born. */
    private static boolean isYoungerThan(int years, Member parent, Member child) {
        LocalDate one = parent.born();
        LocalDate other = child.born();
        return one != null && other != null && one.plusYears(years).isAfter(other);
    }

    private static boolean isYounger(Member elder, Member younger) {
        LocalDate one = elder.born();
        LocalDate other = younger.born();
        return one != null && other != null && !one.isBefore(other);
    }

    /** With the page that says so, where it isn't this one. */
    private static void twoSpouses(String field, Bond bond, Bond marriage, Fields fields) {
        if (marriage.one().key().equals(bond.one().key())) {
            fields.wrong(field, "two-spouses");
        } else {
            fields.wrong(field, "two-spouses", new Spot(Question.RELATION, marriage.one().key()));
        }
    }

    private static Optional<Bond> anotherMarriage(Bond bond, Fields fields, Sheet sheet) {
        Stream<Bond> others =
                sheet.bonds().stream().filter(one -> !one.one().key().equals(bond.one().key()));
        return Stream.concat(others, bonds(bond.one(), sheet, fields).stream())
                .filter(one -> one.kin() == Kin.SPOUSE && !one.equals(bond))
                .filter(one -> one.isOf(bond.one().key()) || one.isOf(bond.other().key()))
                .findFirst();
    }

    /** What is said so far. */
    static List<Bond> bonds(Member one, Sheet sheet, Fields fields) {
        return sheet.before(one.key()).stream()
                .flatMap(other -> fields.chosen(field(other), Kin.class).map(kin -> new Bond(one, kin, other)).stream())
                .toList();
    }
}
