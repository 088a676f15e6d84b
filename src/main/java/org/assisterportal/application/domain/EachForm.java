package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assisterportal.application.Member;
import org.assisterportal.application.Question;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Custody;
import org.assisterportal.eligibility.Pregnancy;

/** Questions to the household that each person concerned has an answer to: yes, no, "I don't know yet". */
final class EachForm {
    private static final int OLDEST = 120;
    private static final int MOST_EXPECTED = 9;

    private EachForm() {}

    /** Whom a question concerns; nobody means that it isn't asked. */
    static List<Member> concerned(Question question, Sheet sheet) {
        LocalDate today = sheet.today();
        Predicate<Member> who =
                switch (question) {
                    case CITIZENS, DISABILITY, MEDICARE, TRIBES, COVERED -> Member::applies;
                    case CUSTODY -> one -> one.applies() && one.isAged(12, OLDEST, today);
                    case PREGNANCY -> one -> (one.here() || one.applies()) && one.isAged(10, 60, today);
                    case FOSTER_CARE -> one -> one.applies() && one.isAged(18, 25, today);
                    case RESIDENCE -> one -> one.applies() && !one.here();
                    case EARNERS -> one -> true;
                    default -> one -> false;
                };
        return sheet.members().stream().filter(who).toList();
    }

    /** What was answered for each, unknown where nothing is chosen. */
    static Map<String, Answer> of(Question question, Fields fields, Sheet sheet) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Member one : concerned(question, sheet)) {
            boolean mustKnow = question == Question.EARNERS;
            answers.put(
                    one.key(), mustKnow ? Answer.of(fields.yes(one.key())) : fields.answer(one.key()));
        }
        return answers;
    }

    static Answer of(Question question, String person, Sheet sheet) {
        return sheet.fields(question).chosen(person, Answer.class).orElse(Answer.UNKNOWN);
    }

    /** Whether it was asked of somebody and answered with yes. */
    static boolean isYes(Question question, Member person, Sheet sheet) {
        return concerned(question, sheet).contains(person) && of(question, person.key(), sheet) == Answer.YES;
    }

    static void checkCustody(Fields fields, Sheet sheet) {
        concerned(Question.CUSTODY, sheet).forEach(one -> fields.choice(one.key(), Custody.class));
    }

    static Pregnancy pregnancy(Member person, Fields fields, Sheet sheet) {
        return switch (fields.answer(person.key())) {
            case UNKNOWN -> Pregnancy.UNKNOWN;
            case YES -> {
                int expected = fields.number("expected-" + person.key(), 1, MOST_EXPECTED);
                yield expected < 1 || expected > MOST_EXPECTED ? Pregnancy.UNKNOWN : Pregnancy.expecting(expected);
            }
            case NO -> {
                LocalDate ended = fields.dayIfAny("ended-" + person.key());
                if (ended != null && ended.isAfter(sheet.today())) {
                    fields.wrong("ended-" + person.key(), "future");
                }
                yield ended == null ? Pregnancy.NONE : Pregnancy.ended(ended);
            }
        };
    }
}
