package org.assisterportal.application.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assisterportal.application.Member;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.EmployerOffer;
import org.assisterportal.eligibility.Money;
import org.jspecify.annotations.Nullable;

/** Coverage that somebody's employer offers, and what it costs. */
final class OfferForm {
    private static final Money MOST = Money.dollars(100_000);

    private OfferForm() {}

    static Optional<EmployerOffer> of(String employee, Fields fields, Sheet sheet) {
        return switch (fields.answer("offered")) {
            case NO -> Optional.empty();
            // Whom it would cover isn't known either: it may be everybody.
            case UNKNOWN ->
                    Optional.of(
                            new EmployerOffer(
                                    employee, others(employee, sheet).stream().map(Member::key).collect(Collectors.toSet()), null, null,
                                    Answer.UNKNOWN, Answer.UNKNOWN));
            case YES -> {
                Set<String> family = new LinkedHashSet<>();
                List<Member> others = others(employee, sheet);
                others.stream()
                        .map(Member::key)
                        .filter(key -> fields.checked("family-" + key))
                        .forEach(family::add);
                if (family.isEmpty() && !others.isEmpty() && !fields.isEmpty("all")) {
                    fields.wrong("all", "whom");
                }
                @Nullable Money own = price(fields, "own");
                @Nullable Money all = family.isEmpty() ? null : price(fields, "all");
                Answer value = fields.answer("value");
                yield Optional.of(new EmployerOffer(employee, family, own, all, value, value));
            }
        };
    }

    private static @Nullable Money price(Fields fields, String field) {
        Money price = fields.checked(field + "-unknown") && fields.isEmpty(field) ? null : fields.money(field, false);
        if (price != null && price.compareTo(MOST) > 0) {
            fields.wrong(field, "price-most");
        }
        return price;
    }

    static List<Member> others(String employee, Sheet sheet) {
        return sheet.members().stream().filter(one -> !one.key().equals(employee)).toList();
    }
}
