package org.assisterportal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

class ProductionSettingsTests {
    private static MockEnvironment complete() {
        return new MockEnvironment()
                .withProperty("assisterportal.base-url", "https://portal.example.org")
                .withProperty("assisterportal.key", "PpjzC0WeRvFl02Y86oxQ6PUASqUNcYtNZNwzw6MGKzE=")
                .withProperty("assisterportal.mail.from", "no-reply@example.org")
                .withProperty("assisterportal.mail.arc-from", "arc@example.org")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/assisterportal?sslmode=verify-full")
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://", "https:///", "https://?x", "https://user@portal.example.org", "https://portal.example.org/",
                "https://portal.example.org/portal", "https:portal.example.org", "https://portal example.org"
            })
    void aBaseAddressWithoutAHostOrWithMoreThanOneIsRefused(String address) {
        var settings = complete();
        settings.setProperty("assisterportal.base-url", address);
        assertThat(ProductionSettings.problems(settings))
                .singleElement(as(STRING))
                .contains("ASSISTERPORTAL_BASE_URL must be the public address");
    }

    @Test
    void aPortMayFollowTheHost() {
        var settings = complete();
        settings.setProperty("assisterportal.base-url", "https://localhost:8443");
        assertThat(ProductionSettings.problems(settings)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ZGVtby1tb2RlLW9ubHktZGVtby1tb2RlLW9ubHktMDE=, is the demo's",
        "dGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIHRoZSBsYXp5IGRvZw==, is text",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, repeats itself",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=, repeats itself",
    })
    void aKeyThatIsPublishedOrGuessedIsRefusedWithTheReason(String key, String why) {
        var settings = complete();
        settings.setProperty("assisterportal.key", key);
        assertThat(ProductionSettings.problems(settings)).singleElement(as(STRING)).contains(why);
    }

    @Test
    void theDemosKeyIsTheOneThatIsRefused() throws IOException {
        for (String mode : List.of("demo", "embedded")) {
            assertThat(new ClassPathResource("application-" + mode + ".properties").getContentAsString(UTF_8))
                    .contains(KeyQuality.PUBLISHED);
        }
    }

    @Test
    void randomKeysAreAccepted() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            assertThat(KeyQuality.problem(Base64.getEncoder().encodeToString(bytes))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/portal", "jdbc:postgresql://db/portal?sslmode=require",
                "jdbc:postgresql://db/portal?sslmode=prefer", "jdbc:postgresql://10.0.0.5:5432/portal",
                "jdbc:postgresql://localhost,db/portal", "jdbc:postgresql://db/portal?sslmode=nonsense",
                "jdbc:postgresql://db/portal?sslmode=verify-ca&sslfactory=org.postgresql.ssl.NonValidatingFactory"
            })
    void aDatabaseOverANetworkNeedsACheckedCertificate(String url) {
        for (String setting : List.of("spring.datasource.url", "spring.flyway.url")) {
            var settings = complete();
            settings.setProperty(setting, url);
            assertThat(ProductionSettings.problems(settings))
                    .singleElement(as(STRING))
                    .startsWith(setting)
                    .contains("sslmode=verify-full");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/portal", "jdbc:postgresql://127.0.0.1:5432/portal",
                "jdbc:postgresql://[::1]/portal", "jdbc:postgresql:portal", "jdbc:postgresql://db/portal?sslmode=verify-ca",
                "jdbc:postgresql://db/portal?ssl=true"
            })
    void aDatabaseOnThisMachineOrWithACheckedCertificateIsAccepted(String url) {
        var settings = complete();
        settings.setProperty("spring.datasource.url", url);
        assertThat(ProductionSettings.problems(settings)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "starttls.required, false, starttls.required must not",
        "starttls.enable, false, starttls.required must not",
        "ssl.trust, *, certificate must be checked",
        "ssl.checkserveridentity, false, certificate must be checked",
    })
    void mailOverANetworkNeedsTlsAndACheckedCertificate(String name, String value, String why) {
        var settings = complete();
        settings.setProperty("spring.mail.properties.mail.smtp." + name, value);
        assertThat(ProductionSettings.problems(settings)).singleElement(as(STRING)).contains(why);
        settings.setProperty("spring.mail.host", "localhost");
        assertThat(ProductionSettings.problems(settings)).isEmpty();
    }
}
