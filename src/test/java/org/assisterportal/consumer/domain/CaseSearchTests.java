package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well a consumer fits what was typed. */
class CaseSearchTests {
    private static final CaseSearch.Texts MARIA =
            new CaseSearch.Texts(
                    "Maria Hernández-Lindqvist", "m.lopez77@example.org", "612-555-0177", LocalDate.of(1990, 5, 17),
                    "1200 Superior Street Duluth 55802");

    private static boolean fits(String term) {
        return CaseSearch.of(term).map(search -> search.fit(MARIA).isPresent()).orElse(false);
    }

    private static int fit(String term) {
        return CaseSearch.of(term).orElseThrow().fit(MARIA).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maria", "maria hernandez", "HERNÁNDEZ", "¡María—Hernández!", "😀 Maria", "lindqvist maria", "Mar", "Mraia Lindqvist", "hernandes", "lindquist",
                "m.lopez77@example.org", "M.LOPEZ77@EXAMPLE.ORG", "555-0177", "(612) 555-0177", "0177", "5/17/1990", "1990-05-17", "May 17, 1990", "may 17, 1990",
                "Superior Duluth", "superor", "55802", "maria duluth", "1200 Superior"
            })
    void isFound(String term) {
        assertThat(fits(term)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "  ", "-", "¿😀?", "Tom", "Maria Olson", "Mxxia", "5/18/1990", "May 18, 1990", "555-0178", "55803", "17", "Mo Li Xu", "nobody@example.org"
            })
    void isNotFound(String term) {
        assertThat(fits(term)).isFalse();
    }

    @Test
    void whatFitsExactlyFitsBetterThanWhatIsBegunOrMisspelled() {
        assertThat(fit("Maria")).isLessThan(fit("Mar"));
        assertThat(fit("Hernandez")).isLessThan(fit("Hernandes"));
        assertThat(fit("Maria")).isLessThan(fit("Duluth"));
    }

    @Test
    void whatIsMissingFitsNothing() {
        CaseSearch.Texts bare = new CaseSearch.Texts("Tom Olson", "tom@example.org", "", null, "");
        assertThat(CaseSearch.of("5/17/1990").orElseThrow().fit(bare)).isEmpty();
        assertThat(CaseSearch.of("0177").orElseThrow().fit(bare)).isEmpty();
    }
}
