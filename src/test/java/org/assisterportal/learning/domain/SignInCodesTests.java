package org.assisterportal.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.identity.Tries;
import org.assisterportal.learning.LearningSignIn;
import org.assisterportal.learning.domain.SignInCodes.Addressee;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarketplaceTest
class SignInCodesTests {
    @Autowired private SignInCodes codes;
    @Autowired private LearningSignIn signIn;
    @Autowired private Tries tries;
    @Autowired private CodePurge purge;
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
        codes.request(key, "browser", "192.0.2.1", lena);
        String code = mailed().getFirst();
        assertThat(code).hasSize(8);
        assertThat(codes.redeem(key, "another browser", code)).isEmpty();
        assertThat(codes.redeem(key.toLowerCase(java.util.Locale.ROOT), "browser", code)).contains(person);
        assertThat(codes.redeem(key, "browser", code)).isEmpty();
    }

    @Test
    void aCodeEndsAfterTenMinutes() {
        codes.request(key, "browser", "192.0.2.1", lena);
        clock.travel(Duration.ofMinutes(10));
        assertThat(codes.redeem(key, "browser", mailed().getFirst())).isEmpty();
    }

    @Test
    void aCodeEndsAfterFiveTries() {
        codes.request(key, "browser", "192.0.2.1", lena);
        for (int i = 0; i < 5; i++) {
            assertThat(codes.redeem(key, "browser", wrong())).isEmpty();
        }
        assertThat(codes.redeem(key, "browser", mailed().getFirst())).isEmpty();
    }

    @Test
    void fiveMailsGoOutInAnHourAndNoSixth() {
        for (int i = 0; i < 7; i++) {
            codes.request(key, "browser " + i, "192.0.2.1", lena);
        }
        assertThat(mailed()).hasSize(5);
        clock.travel(Duration.ofMinutes(61));
        codes.request(key, "browser", "192.0.2.1", lena);
        assertThat(mailed()).hasSize(6);
    }

    @Test
    void whoeverAsksFromAnotherNetworkUsesUpNobodyElsesMailsUntilFifteenWentOut() {
        for (int i = 0; i < 7; i++) {
            codes.request(key, "browser " + i, "192.0.2.1", lena);
        }
        codes.request(key, "browser", "192.0.2.2", lena);
        assertThat(mailed()).hasSize(6);
        for (int i = 0; i < 20; i++) {
            codes.request(key, "browser " + i, "192.0.3." + i, lena);
        }
        assertThat(mailed()).hasSize(15);
    }

    @Test
    void anUnknownKeyGetsNoMailAndNoCode() {
        codes.request("ZZZZZZZ", "browser", "192.0.2.1", Optional.empty());
        assertThat(codes.redeem("ZZZZZZZ", "browser", "00000000")).isEmpty();
    }

    @Test
    void theLostKeyIsMailed() {
        codes.mailKey(key + "@agency.example", "192.0.2.1", lena);
        assertThat(jdbc.sql("SELECT facts->>'trainingId' FROM notification.outbox WHERE subject = :id")
                        .param("id", person.value())
                        .query(String.class)
                        .list())
                .containsExactly(key);
    }

    @Test
    void askingAndGuessingForUnknownKeysFromOneAddressEndsAndLeavesALineForEachKeyAndAWordThatItEnded() {
        String address = "2001:db8:" + key.substring(2, 6) + "::1";
        String unknown = "Z" + key;
        long asked = refusals("learning.code-asked", "unknown-key");
        long ended = refusals("learning.code-asked", "throttled");
        for (int i = 0; i < 3; i++) {
            signIn.request(unknown, "browser", address);
            signIn.redeem(unknown, "browser", "00000000", address);
        }
        assertThat(refusals("learning.code-asked", "unknown-key")).isEqualTo(asked + 1);
        long rows = rows();
        for (int i = 0; i < 70; i++) {
            tries.tryOnce("learning.code-asked", org.assisterportal.identity.Network.of(address), 60, Duration.ofHours(1));
        }
        signIn.request(unknown, "browser", address);
        signIn.request("Y" + key, "browser", address);
        assertThat(rows()).isEqualTo(rows);
        assertThat(refusals("learning.code-asked", "throttled")).isEqualTo(ended + 1);
    }

    private long refusals(String act, String reason) {
        return jdbc.sql("SELECT count(*) FROM audit.line WHERE act = :act AND facts->>'reason' = :reason")
                .param("act", act)
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    private long rows() {
        return jdbc.sql(
                        "SELECT (SELECT count(*) FROM learning.sign_in_code) + (SELECT count(*) FROM learning.mail_asked)")
                .query(Long.class)
                .single();
    }

    @Test
    void codesAndCountsWhoseTimeIsOverAreDeletedWhoeversTheyWere() {
        codes.request("ZZZZZZZ", "browser", "192.0.2.1", Optional.empty());
        clock.travel(Duration.ofMinutes(61));
        assertThat(over()).isPositive();
        purge.purge();
        assertThat(over()).isZero();
    }

    private long over() {
        return jdbc.sql(
                        "SELECT (SELECT count(*) FROM learning.sign_in_code WHERE expires_at <= :now)"
                                + " + (SELECT count(*) FROM learning.mail_asked WHERE at <= :now - interval '1 hour')")
                .param("now", Sql.time(clock.instant()))
                .query(Long.class)
                .single();
    }
}
