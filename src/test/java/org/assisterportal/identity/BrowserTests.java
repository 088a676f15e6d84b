package org.assisterportal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class BrowserTests {
    @ParameterizedTest
    @CsvSource({
        "'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:135.0) Gecko/20100101 Firefox/135.0', Firefox, Windows",
        "'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', Edge, Windows",
        "'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/18.0 Safari/605', Safari, macOS",
        "'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile Safari/604', Chrome, iPhone",
        "'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', Chrome, Android"
    })
    void aBrowserIsNamedByTheFirstNameThatIsItsOwn(String userAgent, String name, String system) {
        assertThat(Browser.of(userAgent)).isEqualTo(new Browser(name, system));
    }

    @Test
    void whatIsNotKnownStaysEmpty() {
        assertThat(Browser.of(null)).isEqualTo(Browser.UNKNOWN);
        assertThat(Browser.of("curl/8.0")).isEqualTo(Browser.UNKNOWN);
    }
}
