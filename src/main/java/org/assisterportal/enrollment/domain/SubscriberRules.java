package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.assisterportal.application.Member;

/** In whose name a policy stands. */
final class SubscriberRules {
    private static final int GROWN = 19;

    private SubscriberRules() {}

    /** The consumer, where covered; else who is grown, and of those, or else of the children, the oldest. A child's policy is signed by the consumer, too. */
    static List<String> first(Collection<String> keys, Function<String, LocalDate> born, LocalDate day) {
        return keys.stream()
                .sorted(
                        Comparator.comparing((String key) -> !key.equals(Member.SELF))
                                .thenComparing(key -> Period.between(born.apply(key), day).getYears() < GROWN)
                                .thenComparing(born)
                                .thenComparing(key -> key))
                .toList();
    }
}
