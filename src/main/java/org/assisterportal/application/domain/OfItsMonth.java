package org.assisterportal.application.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assisterportal.application.Answered;
import org.assisterportal.application.Paper.Again;
import org.assisterportal.application.Paper.Worked;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Income;
import org.assisterportal.eligibility.Money;
import org.jspecify.annotations.Nullable;

/** What was said of somebody's year rests on the income of the month in which it was said: where that has changed since, it is asked again. */
final class OfItsMonth {
    private static final String SAME = "same";
    private static final String BETWEEN = ", ";
    private static final String UNKNOWN = "?";

    private OfItsMonth() {}

    /** The content with the income on which it rests; what isn't answered again yet rests on what it rested on. */
    static Map<String, String> kept(Spot spot, Map<String, String> content, Sheet sheet) {
        if (spot.question() != Question.EXPECTED) {
            return content;
        }
        Map<String, String> kept = new TreeMap<>(content);
        kept.remove(Answered.FOR_INCOME);
        String incomes = kept.containsKey(SAME) ? incomes(spot, sheet) : sheet.fields(spot).cell(Answered.FOR_INCOME);
        if (!kept.isEmpty() && !incomes.isEmpty()) {
            kept.put(Answered.FOR_INCOME, incomes);
        }
        return kept;
    }

    /** Adds a problem where the income has changed since; what wasn't known then may stay unknown. */
    static void check(Spot spot, Fields fields, Sheet sheet) {
        if (fields.chosen(SAME, Answer.class).isPresent() && again(spot, fields, sheet) != null) {
            fields.wrong(Answered.FOR_INCOME, "income-changed");
        }
    }

    /** On what it rested and on what it would rest now, where that isn't the same. */
    static @Nullable Again again(Spot spot, Fields fields, Sheet sheet) {
        if (spot.question() != Question.EXPECTED) {
            return null;
        }
        String then = fields.cell(Answered.FOR_INCOME);
        String now = incomes(spot, sheet);
        boolean unknown = fields.cell(SAME).equals(Answer.UNKNOWN.name());
        return unknown || then.isEmpty() || now.isEmpty() || then.equals(now) ? null : new Again(worked(then), worked(now));
    }

    /** Each with kind, amount and how often, in an order that doesn't depend on the rows'. */
    private static String incomes(Spot spot, Sheet sheet) {
        return MoneyForm.incomes(sheet.fields(new Spot(Question.INCOME, spot.subject()))).stream().map(OfItsMonth::line).sorted().collect(Collectors.joining(BETWEEN));
    }

    private static String line(Income income) {
        Money amount = income.amount();
        return income.kind() + " " + (amount == null ? UNKNOWN : amount.toDecimal().toPlainString()) + " " + income.frequency();
    }

    /** Worked out for the year as an answer of "the same in every month" is; null where an amount isn't known. */
    private static @Nullable Worked worked(String incomes) {
        List<String[]> lines = Arrays.stream(incomes.split(BETWEEN)).map(line -> line.split(" ")).toList();
        if (lines.stream().anyMatch(line -> line[1].equals(UNKNOWN))) {
            return null;
        }
        long each = lines.stream().mapToLong(line -> Money.of(line[1]).cents()).sum();
        long year = lines.stream().mapToLong(line -> Money.of(line[1]).cents() * Frequency.valueOf(line[2]).timesAYear()).sum();
        boolean monthly = lines.stream().allMatch(line -> line[2].equals(Frequency.MONTHLY.name()));
        return new Worked(monthly ? new Money(each) : null, new Money(year));
    }
}
