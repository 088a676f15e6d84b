package org.assisterportal.journeys;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/** The app on the phone: it knows only the Base32 text that the page shows. */
public final class AuthenticatorApp {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private AuthenticatorApp() {}

    public static String code(String shown, Instant moment) {
        BigInteger number = BigInteger.ONE;
        for (char letter : shown.replace(" ", "").toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(letter)));
        }
        byte[] bytes = number.toByteArray();
        byte[] secret = Arrays.copyOfRange(bytes, 1, bytes.length);
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
