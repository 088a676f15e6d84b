package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;

/** How somebody is related to each person who was named before. */
final class RelationForm {
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
        if (bond.elderIsOne() && isYounger(bond.one(), bond.other())) {
            fields.wrong(field, "elder");
        }
        if (bond.elderIsOther() && isYounger(bond.other(), bond.one())) {
            fields.wrong(field, "elder");
        }
        if (bond.kin() == Kin.SPOUSE && hasAnotherSpouse(bond, fields, sheet)) {
            fields.wrong(field, "two-spouses");
        }
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
