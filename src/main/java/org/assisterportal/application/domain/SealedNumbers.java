package org.assisterportal.application.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.assisterportal.shared.Keys;
import org.springframework.stereotype.Component;

/**
 * Seals Social Security numbers under the outside key (AES-256-GCM): 12 bytes of nonce, then number and tag. The
 * application and the person belong to the seal, so that no row's number passes for another's.
 */
@Component
class SealedNumbers {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SealedNumbers(Keys keys) {
        this.key = keys.derive("application-ssn", "AES");
    }

    byte[] seal(String number, String of) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, number.getBytes(StandardCharsets.UTF_8), of);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    String open(byte[] sealed, String of) {
        byte[] nonce = new byte[NONCE];
        byte[] closed = new byte[sealed.length - NONCE];
        ByteBuffer.wrap(sealed).get(nonce).get(closed);
        return new String(run(Cipher.DECRYPT_MODE, nonce, closed, of), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String of) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(of.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored number can't be read with this key", e);
        }
    }
}
