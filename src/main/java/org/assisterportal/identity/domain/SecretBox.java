package org.assisterportal.identity.domain;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.assisterportal.shared.Keys;
import org.springframework.stereotype.Component;

/** Keeps small secrets under the outside key (AES-256-GCM): 12 bytes of nonce, then text and tag. */
@Component
class SecretBox {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SecretBox(Keys keys) {
        this.key = keys.derive("identity-secrets", "AES");
    }

    byte[] close(byte[] secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, secret);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    byte[] open(byte[] box) {
        byte[] nonce = new byte[NONCE];
        byte[] closed = new byte[box.length - NONCE];
        ByteBuffer.wrap(box).get(nonce).get(closed);
        return run(Cipher.DECRYPT_MODE, nonce, closed);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored secret can't be read with this key", e);
        }
    }
}
