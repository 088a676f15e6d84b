package org.assisterportal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which text binds: the newest reviewed one, in the reader's language only where that was reviewed. */
@MarketplaceTest
class PolicyTextsTests {
    private static final Locale SPANISH = Locale.of("es", "US");
    private static final Map<String, String> NAMES =
            Map.of("assister", "Ana Torres", "agency", "Lake Agency", "consumer", "Cam Consumer");

    @Autowired private PolicyTexts texts;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private final String code = Region.unique("text.test.");
    private final Actor adam = new Actor(UUID.randomUUID(), Hat.ADMINISTRATOR, UUID.randomUUID(), null, "Adam Admin");

    private void write(String language, String day, String body) {
        jdbc.sql("INSERT INTO policy.policy_text VALUES (:code, :day::date, :language, :body, 'a clause')")
                .param("code", code).param("day", day).param("language", language).param("body", body).update();
    }

    private void review(Locale language, String day) {
        assertThat(texts.review(code, LocalDate.parse(day), language, "Rosa Reader", LocalDate.parse("2026-01-02"), adam))
                .isInstanceOf(PolicyTexts.Outcome.Done.class);
    }

    @Test
    void anUnreviewedTranslationIsAnAidAndTheEnglishTextBinds() {
        write("en", "2020-01-01", "English");
        write("es", "2020-01-01", "Español");
        review(Locale.ENGLISH, "2020-01-01");
        PolicyText text = texts.inForce(code, SPANISH);
        assertThat(text.tag()).isEqualTo("en");
        assertThat(text.reviewed()).isTrue();
        assertThat(text.aid()).isNotNull().satisfies(aid -> {
            assertThat(aid.tag()).isEqualTo("es");
            assertThat(aid.reviewed()).isFalse();
        });
        assertThat(texts.inForce(code, Locale.US).aid()).isNull();
        assertThat(texts.inForce(code, Locale.of("ar")).aid()).isNull();
    }

    @Test
    void aReviewedTranslationBinds() {
        write("en", "2020-01-01", "English");
        write("es", "2020-01-01", "Español");
        review(Locale.ENGLISH, "2020-01-01");
        review(SPANISH, "2020-01-01");
        assertThat(texts.inForce(code, SPANISH).tag()).isEqualTo("es");
        assertThat(texts.inForce(code, SPANISH).aid()).isNull();
    }

    @Test
    void aNewVersionBindsFromItsDayOnceItIsReviewedAndAnOldTranslationIsNoAidToIt() {
        write("en", "2020-01-01", "Old");
        write("es", "2020-01-01", "Viejo");
        review(Locale.ENGLISH, "2020-01-01");
        review(SPANISH, "2020-01-01");
        write("en", "2021-01-01", "New");
        assertThat(texts.inForce(code, SPANISH).version()).isEqualTo("2020-01-01");
        review(Locale.ENGLISH, "2021-01-01");
        PolicyText text = texts.inForce(code, SPANISH);
        assertThat(text.tag() + text.version()).isEqualTo("en2021-01-01");
        assertThat(text.aid()).isNull();
        String later = Minnesota.today(clock).plusDays(5).toString();
        write("en", later, "Later");
        review(Locale.ENGLISH, later);
        assertThat(texts.inForce(code, SPANISH).version()).isEqualTo("2021-01-01");
    }

    @Test
    void aTextThatNobodyReviewedIsNotInForce() {
        write("en", "2020-01-01", "English");
        assertThatThrownBy(() -> texts.inForce(code, Locale.US)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyAnAdministratorRecordsAReviewAndItStays() {
        write("en", "2020-01-01", "English");
        LocalDate day = LocalDate.parse("2020-01-01");
        assertThatThrownBy(() -> texts.review(code, day, Locale.ENGLISH, "Rosa", day, Region.officer()))
                .isInstanceOf(NotFound.class);
        LocalDate tomorrow = Minnesota.today(clock).plusDays(1);
        assertThat(texts.review(code, day, Locale.ENGLISH, "Rosa", tomorrow, adam))
                .isEqualTo(new PolicyTexts.Outcome.Refused("policy.review.day"));
        assertThat(texts.review(code, day, Locale.ENGLISH, " ", day, adam))
                .isEqualTo(new PolicyTexts.Outcome.Refused("policy.review.name"));
        review(Locale.ENGLISH, "2020-01-01");
        for (String change : Set.of("UPDATE policy.text_review SET reviewed_by = 'x'", "DELETE FROM policy.policy_text")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theAuthorizationIsShortSaysWhatItMustAndIsTheSameInBothLanguages() {
        PolicyText english = texts.inForce("text.authorization", SPANISH);
        PolicyText spanish = java.util.Objects.requireNonNull(english.aid());
        for (PolicyText text : Set.of(english, spanish)) {
            for (String choice : Set.of("apply", "see")) {
                var read = text.read(choice, NAMES);
                assertThat(words(text, choice)).as(text.tag()).isBetween(340L, 450L);
                assertThat(read).extracting(PolicyText.Paragraph::words).noneMatch(words -> words.matches(".*[\\[{].*"));
                assertThat(String.join(" ", read.stream().map(PolicyText.Paragraph::words).toList()))
                        .contains("Ana Torres", "Lake Agency", "Cam Consumer");
            }
        }
        assertThat(shape(spanish)).isEqualTo(shape(english));
        PolicyText privacy = texts.inForce("text.authorization-privacy", SPANISH);
        assertThat(shape(java.util.Objects.requireNonNull(privacy.aid()))).isEqualTo(shape(privacy));
    }

    private static long words(PolicyText text, String choice) {
        return text.read(choice, NAMES).stream().flatMap(one -> Arrays.stream(one.words().split("\\s+"))).count();
    }

    private static String shape(PolicyText text) {
        return text.paragraphs().stream().map(one -> one.heading() + one.choice()).collect(Collectors.joining(" "));
    }
}
