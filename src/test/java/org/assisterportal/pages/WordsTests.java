package org.assisterportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;

class WordsTests {

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
