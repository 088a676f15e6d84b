package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;

/** How somebody is related to each person who was named before. */
final class RelationForm {
    /** Minn. Stat. 517.02, as the rules of eligibility have it. */
    private static final int MARRIAGE_AGE = 18;

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
        }
        if (bond.kin() == Kin.SPOUSE && hasAnotherSpouse(bond, fields, sheet)) {
            fields.wrong(field, "two-spouses");
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

    private static boolean isYounger(Member elder, Member younger) {
        LocalDate one = elder.born();
        LocalDate other = younger.born();
        return one != null && other != null && !one.isBefore(other);
    }

    private static boolean hasAnotherSpouse(Bond bond, Fields fields, Sheet sheet) {
        Stream<Bond> others =
                sheet.bonds().stream().filter(one -> !one.one().key().equals(bond.one().key()));
        return Stream.concat(others, bonds(bond.one(), sheet, fields).stream())
                .filter(one -> one.kin() == Kin.SPOUSE && !one.equals(bond))
                .anyMatch(one -> one.isOf(bond.one().key()) || one.isOf(bond.other().key()));
    }

    /** What is said so far. */
    static List<Bond> bonds(Member one, Sheet sheet, Fields fields) {
        return sheet.before(one.key()).stream()
                .flatMap(other -> fields.chosen(field(other), Kin.class).map(kin -> new Bond(one, kin, other)).stream())
                .toList();
    }
}
