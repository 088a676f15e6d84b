package org.assisterportal.identity.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ten codes for the day the authenticator is lost: each 60 random bits, used once, kept only as keyed hashes. */
@Component
class RecoveryCodes {
    private static final int HOW_MANY = 10;
    private static final int LENGTH = 12;
    // 32 letters and digits without look-alikes.
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz0";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** Replaces all earlier ones; shown to the person this once. */
    List<String> renew(AccountId account) {
        drop(account);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < HOW_MANY; i++) {
            String code = code();
            codes.add(code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8));
            jdbc.sql("INSERT INTO identity.recovery_code (account, code_hash) VALUES (:account, :hash)")
                    .param("account", account.value())
                    .param("hash", hash(account, code))
                    .update();
        }
        return codes;
    }

    /** None works any more. */
    void drop(AccountId account) {
        jdbc.sql("DELETE FROM identity.recovery_code WHERE account = :account").param("account", account.value()).update();
    }

    /** Uses a code up; false when it isn't one of the unused. */
    boolean use(AccountId account, String typed) {
        return jdbc.sql(
                                "UPDATE identity.recovery_code SET used_at = :now"
                                        + " WHERE account = :account AND code_hash = :hash AND used_at IS NULL")
                        .param("now", Sql.time(clock.instant()))
                        .param("account", account.value())
                        .param("hash", hash(account, typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")))
                        .update()
                == 1;
    }

    private byte[] hash(AccountId account, String code) {
        return keys.hmac("recovery-code", account + ":" + code);
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
