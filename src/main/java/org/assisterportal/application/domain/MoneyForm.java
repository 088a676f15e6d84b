package org.assisterportal.application.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assisterportal.application.Question;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Deduction;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Income;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.YearlyIncome;
import org.jspecify.annotations.Nullable;

/** Rows of amounts: incomes and deductions, numbered from 1; a row without a kind is left out. */
final class MoneyForm {
    private static final int MONTHS = 12;
    private static final Money HUGE = Money.dollars(1_000_000);

    private MoneyForm() {}

    static List<Income> incomes(Fields fields) {
        List<Income> incomes = new ArrayList<>();
        for (int row = 1; row <= Question.MOST_ROWS; row++) {
            if (!isUsed(fields, row)) {
                continue;
            }
            Optional<IncomeKind> kind = fields.choice("kind-" + row, IncomeKind.class);
            boolean mayBeNegative = kind.filter(IncomeKind::mayBeNegative).isPresent();
            Money amount = amount(fields, row, mayBeNegative);
            Frequency frequency = fields.choice("frequency-" + row, Frequency.class).orElse(Frequency.MONTHLY);
            if (amount != null && isHuge(amount, frequency) && !fields.checked("right-" + row)) {
                fields.wrong("amount-" + row, "huge");
            }
            kind.ifPresent(one -> incomes.add(new Income(one, amount, frequency)));
        }
        if (incomes.isEmpty()) {
            fields.wrong("kind-1", "choose");
        }
        return incomes;
    }

    /** More than a million dollars a month: a slip of the keys far more often than an income, so it has to be confirmed. */
    private static boolean isHuge(Money amount, Frequency frequency) {
        int times = frequency == Frequency.ONCE ? MONTHS : frequency.timesAYear();
        return Math.abs(amount.cents()) * times > HUGE.cents() * MONTHS;
    }

    static List<Deduction> deductions(Fields fields) {
        List<Deduction> deductions = new ArrayList<>();
        if (!fields.yes("any")) {
            return deductions;
        }
        for (int row = 1; row <= Question.MOST_ROWS; row++) {
            if (!isUsed(fields, row)) {
                continue;
            }
            Optional<Deduction.Kind> kind = fields.choice("kind-" + row, Deduction.Kind.class);
            Money amount = amount(fields, row, false);
            Frequency frequency = fields.choice("frequency-" + row, Frequency.class).orElse(Frequency.YEARLY);
            kind.ifPresent(one -> deductions.add(new Deduction(one, amount, frequency)));
        }
        if (deductions.isEmpty()) {
            fields.wrong("kind-1", "choose");
        }
        return deductions;
    }

    private static boolean isUsed(Fields fields, int row) {
        return !fields.isEmpty("kind-" + row) || !fields.isEmpty("amount-" + row) || fields.checked("unknown-" + row);
    }

    private static @Nullable Money amount(Fields fields, int row, boolean mayBeNegative) {
        return fields.checked("unknown-" + row) && fields.isEmpty("amount-" + row)
                ? null
                : fields.money("amount-" + row, mayBeNegative);
    }

    /** What is expected for the year; null when it is twelve times the present month. */
    static @Nullable YearlyIncome expected(Fields fields) {
        Answer same = fields.answer("same");
        return switch (same) {
            case YES -> null;
            case UNKNOWN -> new YearlyIncome(null);
            case NO -> new YearlyIncome(fields.money("amount", true));
        };
    }
}
