package org.assisterportal.application.domain;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assisterportal.application.Answered;
import org.assisterportal.application.Question;

/** Pages that ask about the plan year itself: what was answered for another year is asked again. */
final class OfItsYear {
    private static final Set<Question> ASKED = Set.of(Question.TAXES, Question.EXPECTED);

    private OfItsYear() {}

    /** Whether it is such a page, or says which year. */
    static boolean is(Question question) {
        return question == Question.YEAR || ASKED.contains(question);
    }

    /** The content with the year for which it is answered, where that is known already. */
    static Map<String, String> kept(Question question, Map<String, String> content, Sheet sheet) {
        if (!ASKED.contains(question)) {
            return content;
        }
        Map<String, String> kept = new TreeMap<>(content);
        kept.remove(Answered.FOR_YEAR);
        int year = YearForm.of(sheet.fields(Question.YEAR), sheet).year();
        if (year != 0 && !kept.isEmpty()) {
            kept.put(Answered.FOR_YEAR, String.valueOf(year));
        }
        return kept;
    }

    /** Adds a problem where it was answered for another year. */
    static void check(Question question, Fields fields, Sheet sheet) {
        if (ASKED.contains(question) && isOfAnother(fields, sheet)) {
            fields.wrong(Answered.FOR_YEAR, "other-year");
        }
    }

    /** Whether it was answered for another year than the one that is applied for. */
    static boolean isOfAnother(Fields fields, Sheet sheet) {
        String kept = fields.cell(Answered.FOR_YEAR);
        int year = YearForm.of(sheet.fields(Question.YEAR), sheet).year();
        return !kept.isEmpty() && year != 0 && !kept.equals(String.valueOf(year));
    }
}
