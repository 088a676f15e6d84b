package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.util.Map;
import org.assisterportal.application.Member;
import org.assisterportal.shared.PersonName;

/** Somebody in the application: name, day of birth, whether coverage is wanted, whether at home here. */
final class PersonForm {
    private static final int NAME = 80;
    private static final int MOST = 20;
    private static final int OLDEST = 125;

    private PersonForm() {}

    static Member of(String key, Fields fields, Sheet sheet) {
        String first = name(fields, "first-name");
        String last = name(fields, "last-name");
        LocalDate born = fields.day("birth-date");
        if (born != null && born.isAfter(sheet.today())) {
            fields.wrong("birth-date", "born");
        } else if (born != null && born.isBefore(sheet.today().minusYears(OLDEST + 1).plusDays(1))) {
            fields.wrong("birth-date", "long-ago");
        }
        boolean applies = fields.yes("applies");
        boolean here = key.equals(Member.SELF) || fields.yes("here");
        boolean twice =
                sheet.members().stream()
                        .filter(one -> !one.key().equals(key))
                        .anyMatch(one -> one.firstName().equalsIgnoreCase(first) && one.lastName().equalsIgnoreCase(last)
                                && one.born() != null && one.born().equals(born));
        if (twice) {
            fields.wrong("first-name", "twice");
        }
        if (sheet.member(key).isEmpty() && sheet.members().size() >= MOST) {
            fields.wrong("first-name", "many");
        }
        Member person = new Member(key, first, last, born, applies, here);
        RelationForm.checkBirth(person, fields, sheet);
        return person;
    }

    private static String name(Fields fields, String field) {
        String name = fields.text(field, NAME);
        if (!name.isEmpty() && !PersonName.isName(name)) {
            fields.wrong(field, "name");
        }
        return name;
    }

    /** The person as far as is known, complete or not. */
    static Member member(String key, Fields fields) {
        Fields quiet = new Fields(Map.of("birth-date", fields.cell("birth-date")));
        return new Member(
                key, fields.cell("first-name"), fields.cell("last-name"), quiet.day("birth-date"),
                fields.cell("applies").equals("YES"), key.equals(Member.SELF) || !fields.cell("here").equals("NO"));
    }
}
