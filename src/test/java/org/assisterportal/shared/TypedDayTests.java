package org.assisterportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A day as people type it, and what is said of one that is none. */
class TypedDayTests {
    @Test
    void bothWaysOfWritingAreRead() {
        assertThat(TypedDay.of("5/17/1990")).isEqualTo("1990-05-17");
        assertThat(TypedDay.of(" 1990-05-17 ")).isEqualTo("1990-05-17");
        assertThat(TypedDay.of("2/29/2024")).isEqualTo("2024-02-29");
        assertThat(TypedDay.of("1/1/1900")).isEqualTo("1900-01-01");
        assertThat(TypedDay.of("12/31/2199")).isEqualTo("2199-12-31");
    }

    @Test
    void whatIsNoDaySaysWhatIsWrongWithIt() {
        Map.ofEntries(
                        Map.entry("11/31/1990", "date.days.11"), Map.entry("1/32/1990", "date.days.1"), Map.entry("2/29/2023", "date.days.2-28"),
                        Map.entry("2/30/2024", "date.days.2-29"), Map.entry("1990-11-31", "date.days.11"), Map.entry("5/0/1990", "date.days.5"),
                        Map.entry("5/17/90", "date.digits"), Map.entry("5/17/19900", "date.digits"), Map.entry("17/5/1990", "date.no-month"),
                        Map.entry("0/5/1990", "date.no-month"), Map.entry("/17/1990", "date.month"), Map.entry("5//1990", "date.day"),
                        Map.entry("5/17/", "date.year"), Map.entry("5/17", "date.year"), Map.entry("17/1990", "date.month-or-day"),
                        Map.entry("1990-05", "date.month-or-day"), Map.entry("12/31/1899", "date.range"), Map.entry("1/1/2200", "date.range"),
                        Map.entry("May 17, 1990", "date"), Map.entry("1990", "date"), Map.entry("5/17/1990/1", "date"), Map.entry("5-17-1990", "date"))
                .forEach(
                        (typed, fault) -> {
                            assertThat(TypedDay.of(typed)).as(typed).isNull();
                            assertThat(TypedDay.fault(typed)).as(typed).isEqualTo(fault);
                        });
    }
}
