package org.assisterportal.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Keeps small secrets under a key (AES-256-GCM): 12 bytes of nonce, then text and tag. */
public final class SecretBox {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SecretBox(SecretKey key) {
        this.key = key;
    }

    public byte[] close(byte[] secret) {
        return close(secret, "");
    }

    /** Closes a secret so that it opens only as what it is {@code of}: no row's secret passes for another's. */
    public byte[] close(byte[] secret, String of) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, secret, of);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    public byte[] open(byte[] box) {
        return open(box, "");
    }

    /**
     * Opens what was closed with the same key and {@code of}.
     *
     * @throws IllegalStateException when it wasn't
     */
    public byte[] open(byte[] box, String of) {
        byte[] nonce = new byte[NONCE];
        byte[] closed = new byte[box.length - NONCE];
        ByteBuffer.wrap(box).get(nonce).get(closed);
        return run(Cipher.DECRYPT_MODE, nonce, closed, of);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String of) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(of.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored secret can't be read with this key", e);
        }
    }
}
