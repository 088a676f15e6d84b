package org.assisterportal.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.learning.domain.SignInCodes.Addressee;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarketplaceTest
class SignInCodesTests {
    @Autowired private SignInCodes codes;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private final PersonId person = new PersonId(UUID.randomUUID());
    private final String key = "BC" + UUID.randomUUID().toString().substring(0, 5);
    private final Optional<Addressee> lena =
            Optional.of(new Addressee(person, "Lena Learner", new EmailAddress("lena@agency.example"), key));

    private List<String> mailed() {
        return jdbc.sql("SELECT facts->>'code' FROM notification.outbox WHERE subject = :id ORDER BY queued_at DESC")
                .param("id", person.value())
                .query(String.class)
                .list();
    }

    private String wrong() {
        return mailed().getFirst().equals("00000000") ? "00000001" : "00000000";
    }

    @Test
    void aCodeOpensOnceForTheBrowserThatAsked() {
        codes.request(key, "browser", lena);
        String code = mailed().getFirst();
        assertThat(code).hasSize(8);
        assertThat(codes.redeem(key, "another browser", code)).isEmpty();
        assertThat(codes.redeem(key.toLowerCase(java.util.Locale.ROOT), "browser", code)).contains(person);
        assertThat(codes.redeem(key, "browser", code)).isEmpty();
    }

    @Test
    void aCodeEndsAfterTenMinutes() {
        codes.request(key, "browser", lena);
        clock.travel(Duration.ofMinutes(10));
        assertThat(codes.redeem(key, "browser", mailed().getFirst())).isEmpty();
    }

    @Test
    void aCodeEndsAfterFiveTries() {
        codes.request(key, "browser", lena);
        for (int i = 0; i < 5; i++) {
            assertThat(codes.redeem(key, "browser", wrong())).isEmpty();
        }
        assertThat(codes.redeem(key, "browser", mailed().getFirst())).isEmpty();
    }

    @Test
    void fiveMailsGoOutInAnHourAndNoSixth() {
        for (int i = 0; i < 7; i++) {
            codes.request(key, "browser " + i, lena);
        }
        assertThat(mailed()).hasSize(5);
        clock.travel(Duration.ofMinutes(61));
        codes.request(key, "browser", lena);
        assertThat(mailed()).hasSize(6);
    }

    @Test
    void anUnknownKeyGetsNoMailAndNoCode() {
        codes.request("ZZZZZZZ", "browser", Optional.empty());
        assertThat(codes.redeem("ZZZZZZZ", "browser", "00000000")).isEmpty();
    }

    @Test
    void theLostKeyIsMailed() {
        codes.mailKey(key + "@agency.example", lena);
        assertThat(jdbc.sql("SELECT facts->>'trainingId' FROM notification.outbox WHERE subject = :id")
                        .param("id", person.value())
                        .query(String.class)
                        .list())
                .containsExactly(key);
    }
}
