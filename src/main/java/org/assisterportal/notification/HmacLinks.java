package org.assisterportal.notification;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.Keys;
import org.springframework.stereotype.Component;

/** Tokens of 40 bytes: 16 of id, 8 of expiry in seconds, 16 of the HMAC. */
@Component
class HmacLinks implements SignedLinks {
    private static final int BODY = 24;
    private static final int WHOLE = 40;

    private static final int CODE = 8;

    private final Keys keys;

    HmacLinks(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String token(String purpose, UUID id, Instant expires) {
        byte[] body =
                ByteBuffer.allocate(BODY)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putLong(expires.getEpochSecond())
                        .array();
        byte[] whole = Arrays.copyOf(body, WHOLE);
        System.arraycopy(tag(purpose, body), 0, whole, BODY, WHOLE - BODY);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    @Override
    public String code(String purpose, UUID id, Instant expires) {
        byte[] mac = keys.hmac("mailed-code", purpose + ":" + id + ":" + expires.getEpochSecond());
        BigInteger number = new BigInteger(1, mac);
        BigInteger letters = BigInteger.valueOf(LETTERS.length());
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE; i++) {
            code.append(LETTERS.charAt(number.mod(letters).intValue()));
            number = number.divide(letters);
        }
        return code.toString();
    }

    @Override
    public Optional<Opened> open(String purpose, String token) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (whole.length != WHOLE) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(whole, BODY);
        byte[] given = Arrays.copyOfRange(whole, BODY, WHOLE);
        if (!MessageDigest.isEqual(given, Arrays.copyOf(tag(purpose, body), WHOLE - BODY))) {
            return Optional.empty();
        }
        ByteBuffer reader = ByteBuffer.wrap(body);
        return Optional.of(
                new Opened(
                        new UUID(reader.getLong(), reader.getLong()),
                        Instant.ofEpochSecond(reader.getLong())));
    }

    private byte[] tag(String purpose, byte[] body) {
        return keys.hmac("mailed-link", purpose + ":" + Base64.getEncoder().encodeToString(body));
    }
}
