package org.assisterportal.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SubscriberRulesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final Map<String, LocalDate> BORN =
            Map.of(
                    "self", LocalDate.of(1990, 1, 1), "spouse", LocalDate.of(1980, 1, 1), "grown", DAY.minusYears(19), "nearly", DAY.minusYears(19).plusDays(1),
                    "child", LocalDate.of(2015, 1, 1));

    private static List<String> first(String... keys) {
        return SubscriberRules.first(List.of(keys), key -> Objects.requireNonNull(BORN.get(key)), DAY);
    }

    @Test
    void theConsumerComesFirstWhoeverElseIsOlder() {
        assertThat(first("spouse", "child", "self")).containsExactly("self", "spouse", "child");
    }

    @Test
    void elseTheOldestWhoIsGrown() {
        assertThat(first("child", "grown", "spouse")).startsWith("spouse");
        assertThat(first("nearly", "grown", "child")).startsWith("grown");
    }

    @Test
    void elseTheOldestChild() {
        assertThat(first("child", "nearly")).containsExactly("nearly", "child");
    }
}
