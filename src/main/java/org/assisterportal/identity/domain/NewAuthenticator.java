package org.assisterportal.identity.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.assisterportal.identity.AuthenticatorSecret;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An authenticator on its way to the account: its fresh secret waits in the session, sealed under the outside key, until
 * a code of it proves that the app has it.
 */
@Component
class NewAuthenticator {
    private static final String SEPARATOR = "\n";

    private final JdbcClient jdbc;
    private final SecretBox secrets;
    private final RecoveryCodes recoveryCodes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    NewAuthenticator(JdbcClient jdbc, SecretBox secrets, RecoveryCodes recoveryCodes, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.recoveryCodes = recoveryCodes;
        this.clock = clock;
    }

    /**
     * What was prepared.
     *
     * @param owner the activation, reset or account for which it was
     * @param more what goes with it, e.g. the new password's hash
     */
    record Prepared(UUID owner, byte[] secret, String more) {}

    byte[] prepare(UUID owner, String more) {
        String secret = Base64.getEncoder().encodeToString(Authenticator.newSecret(random));
        return secrets.close(String.join(SEPARATOR, owner.toString(), secret, more).getBytes(StandardCharsets.UTF_8));
    }

    Prepared open(byte[] sealed) {
        String[] parts = new String(secrets.open(sealed), StandardCharsets.UTF_8).split(SEPARATOR, 3);
        return new Prepared(UUID.fromString(parts[0]), Base64.getDecoder().decode(parts[1]), parts[2]);
    }

    AuthenticatorSecret shown(Prepared prepared, String email) {
        String text = Authenticator.base32(prepared.secret());
        String label = URLEncoder.encode("Assister Portal:" + email, StandardCharsets.UTF_8).replace("+", "%20");
        return new AuthenticatorSecret("otpauth://totp/" + label + "?secret=" + text + "&issuer=Assister%20Portal", text);
    }

    /** The time step of the typed code; empty for a wrong one. */
    OptionalLong step(Prepared prepared, String code) {
        return Authenticator.step(prepared.secret(), code, clock.instant());
    }

    /** Makes it the account's authenticator, whose code of this step is used up; answers ten new recovery codes. */
    List<String> keep(AccountId account, Prepared prepared, long step) {
        jdbc.sql("UPDATE identity.account SET totp_secret = :secret, totp_last_step = :step WHERE id = :id")
                .param("secret", secrets.close(prepared.secret()))
                .param("step", step)
                .param("id", account.value())
                .update();
        Arrays.fill(prepared.secret(), (byte) 0);
        return recoveryCodes.renew(account);
    }
}
