package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ProductionSettingsTests {
    private static MockEnvironment complete() {
        return new MockEnvironment()
                .withProperty("assisterportal.base-url", "https://portal.example.org")
                .withProperty("assisterportal.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
                .withProperty("assisterportal.mail.from", "no-reply@example.org")
                .withProperty("assisterportal.mail.arc-from", "arc@example.org")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/assisterportal")
                .withProperty("spring.mail.host", "mail.example.org");
    }

    @Test
    void completeSettingsAreAccepted() {
        assertThat(ProductionSettings.problems(complete())).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(ProductionSettings.problems(new MockEnvironment())).hasSize(6);
    }

    @Test
    void aPlainHttpAddressAndAShortKeyAreRefused() {
        var settings = complete();
        settings.setProperty("assisterportal.base-url", "http://portal.example.org");
        settings.setProperty("assisterportal.key", "c2hvcnQ=");
        assertThat(ProductionSettings.problems(settings))
                .satisfiesExactly(
                        address -> assertThat(address).contains("https://"),
                        key -> assertThat(key).contains("5 bytes, 32 are needed"));
    }
}
