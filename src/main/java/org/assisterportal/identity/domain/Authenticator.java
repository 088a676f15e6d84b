package org.assisterportal.identity.domain;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Six-digit codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, one step of clock error either way). */
final class Authenticator {
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;

    private Authenticator() {}

    static byte[] newSecret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** The code at the moment, six digits. */
    static String code(byte[] secret, Instant moment) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The time step whose code was typed; empty for a wrong code. */
    static OptionalLong step(byte[] secret, String typed, Instant now) {
        String digits = typed.replaceAll("\\s", "");
        for (int offset = -1; offset <= 1; offset++) {
            Instant moment = now.plus(CODES.getTimeStep().multipliedBy(offset));
            if (code(secret, moment).equals(digits)) {
                return OptionalLong.of(moment.getEpochSecond() / CODES.getTimeStep().toSeconds());
            }
        }
        return OptionalLong.empty();
    }

    /** RFC 4648 without padding, as authenticator apps read it. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : secret) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return text.toString();
    }
}
