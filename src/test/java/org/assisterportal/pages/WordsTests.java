package org.assisterportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;

class WordsTests {

    @AfterEach
    void speakEnglishAgain() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2026-11-12, 'Nov 12, 4 days ago'",
        "es, 2026-11-12, '12 de noviembre, hace 4 días'",
        "es, 2026-11-16, '16 de noviembre, hoy'",
        "es, 2026-11-17, '17 de noviembre, mañana'",
        "en, 2025-12-30, 'Dec 30, 2025, 321 days ago'",
        "es, 2025-12-30, '30 de diciembre de 2025, hace 321 días'"
    })
    void aDayAndHowFarItIsAreSaidInThePagesLanguage(String language, LocalDate day, String said) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/shared");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        LocaleContextHolder.setLocale(Languages.locale(language));
        Clock noon = Clock.fixed(Instant.parse("2026-11-16T18:00:00Z"), ZoneOffset.UTC);
        assertThat(new Words(messages, noon).dayAndDistance(day)).isEqualTo(said);
    }

    @Test
    void aMomentIsWrittenInThePagesLanguage() {
        Words words = new Words(new StaticMessageSource(), Clock.systemUTC());
        Instant moment = Instant.parse("2026-11-16T20:05:00Z");
        assertThat(words.time(moment)).isEqualTo("Nov 16, 2026, 2:05 PM");
        LocaleContextHolder.setLocale(Languages.SPANISH);
        assertThat(words.day(moment)).isEqualTo("16 de noviembre de 2026");
        assertThat(words.time(moment)).startsWith("16 de noviembre de 2026, 2:05").endsWith("m.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-15, 'Oct 15, 2026'",
        "2026-99-99, 2026-99-99",
        "2026-02-30, 2026-02-30",
        "0000-00-00, 0000-00-00",
        "Moved to Ely, Moved to Ely"
    })
    void aDayIsWrittenOutAndATextThatIsNoneStaysAsItIs(String fact, String said) {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("closed", Locale.US, "Closed: {0}");
        assertThat(new Words(messages, Clock.systemUTC()).say("closed", List.of(fact))).isEqualTo("Closed: " + said);
    }
}
