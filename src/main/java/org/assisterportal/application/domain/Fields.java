package org.assisterportal.application.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assisterportal.application.Spot;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Money;
import org.assisterportal.shared.TypedDay;
import org.jspecify.annotations.Nullable;

/** The fields of one page as typed, read one by one; what is wrong is kept by field as a message key. */
final class Fields {
    private static final Pattern AMOUNT = Pattern.compile("-?(\\d{1,7}|\\d{1,3}(,\\d{3}){1,2})(\\.\\d{1,2})?");

    private static final Pattern ANY_AMOUNT = Pattern.compile("-?(\\d{1,300}|\\d{1,3}(,\\d{3}){1,75})(\\.\\d{1,2})?");
    /** Of a field that is empty itself: what was said elsewhere on the page doesn't fit together. */
    private static final Set<String> CONTRADICTIONS = Set.of("apply.problem.known-and-not");
    private static final Money MOST = Money.of(new BigDecimal("9999999.99"));

    private final Map<String, String> typed;
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final Map<String, Spot> elsewhere = new LinkedHashMap<>();

    Fields(Map<String, String> typed) {
        this.typed = typed;
    }

    Map<String, String> problems() {
        return problems;
    }

    Map<String, Spot> elsewhere() {
        return elsewhere;
    }

    boolean contradicts(String field) {
        return CONTRADICTIONS.contains(problems.get(field));
    }

    void wrong(String field, String problem) {
        problems.putIfAbsent(field, "apply.problem." + problem);
    }

    /** The same of an answer that doesn't fit to that of another page. */
    void wrong(String field, String problem, Spot other) {
        if (!problems.containsKey(field)) {
            elsewhere.put(field, other);
        }
        wrong(field, problem);
    }

    String cell(String field) {
        return typed.getOrDefault(field, "").replace('\u00a0', ' ').strip();
    }

    boolean isEmpty(String field) {
        return cell(field).isEmpty();
    }

    boolean checked(String field) {
        return cell(field).equals("true");
    }

    String text(String field, int longest) {
        String value = cell(field);
        if (value.isEmpty()) {
            wrong(field, "needed");
        } else if (value.length() > longest) {
            wrong(field, "long");
        } else if (value.codePoints().anyMatch(Fields::unseen)) {
            wrong(field, "characters");
        }
        return value;
    }

    <E extends Enum<E>> Optional<E> choice(String field, Class<E> kind) {
        return choice(field, kind, "choose");
    }

    <E extends Enum<E>> Optional<E> choice(String field, Class<E> kind, String problem) {
        Optional<E> chosen = chosen(field, kind);
        if (chosen.isEmpty()) {
            wrong(field, problem);
        }
        return chosen;
    }

    <E extends Enum<E>> Optional<E> chosen(String field, Class<E> kind) {
        String value = cell(field);
        return Arrays.stream(kind.getEnumConstants()).filter(one -> one.name().equals(value)).findFirst();
    }

    /** Yes, no or "I don't know yet"; unknown, too, while nothing is chosen, which is a problem. */
    Answer answer(String field) {
        return choice(field, Answer.class).orElse(Answer.UNKNOWN);
    }

    /** Yes or no. */
    boolean yes(String field) {
        Answer answer = answer(field);
        if (answer == Answer.UNKNOWN) {
            wrong(field, "choose");
        }
        return answer == Answer.YES;
    }

    /** A day as people type it; null and a problem when it is none. */
    @Nullable LocalDate day(String field) {
        LocalDate day = TypedDay.of(cell(field));
        if (day == null) {
            wrong(field, isEmpty(field) ? "needed" : TypedDay.fault(cell(field)));
            return null;
        }
        return day;
    }

    /** The same where it may be left empty. */
    @Nullable LocalDate dayIfAny(String field) {
        return isEmpty(field) ? null : day(field);
    }

    /** An amount as people type it: 1,234.50 with or without a dollar sign. */
    @Nullable Money money(String field, boolean mayBeNegative) {
        String value = cell(field).replaceAll("[$\\s]", "");
        if (!AMOUNT.matcher(value).matches()) {
            wrong(field, value.isEmpty() ? "needed" : ANY_AMOUNT.matcher(value).matches() ? "amount-most" : "amount");
            return null;
        }
        Money money = Money.of(new BigDecimal(value.replace(",", "")));
        if (Math.abs(money.cents()) > MOST.cents()) {
            wrong(field, "amount-most");
        }
        if (money.isNegative() && !mayBeNegative) {
            wrong(field, "negative");
        }
        return money;
    }

    int number(String field, int least, int most) {
        return number(field, least, most, "number");
    }

    int number(String field, int least, int most, String problem) {
        String value = cell(field);
        int number = value.matches("\\d{1,6}") ? Integer.parseInt(value) : -1;
        if (number < least || number > most) {
            wrong(field, problem);
        }
        return number;
    }

    // Invisible and direction-changing characters have no place in a name or an address.
    private static boolean unseen(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED || type == Character.SURROGATE;
    }
}
