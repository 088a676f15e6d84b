package org.assisterportal.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The marketplace's key, given from outside (at least 32 bytes), and the keys derived from it, one for each purpose.
 */
public final class Keys {

    private final byte[] master;
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

    private Keys(byte[] master) {
        this.master = master;
    }

    /**
     * Reads the key.
     *
     * @throws IllegalArgumentException when it isn't Base64 or shorter than 32 bytes
     */
    public static Keys fromBase64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the key is not Base64", e);
        }
        if (bytes.length < 32) {
            throw new IllegalArgumentException("the key has " + bytes.length + " bytes, 32 are needed");
        }
        return new Keys(bytes);
    }

    /** A 256-bit key for one purpose (HKDF-SHA256); other purposes' keys tell nothing about it. */
    public SecretKey derive(String purpose, String algorithm) {
        return derived.computeIfAbsent(algorithm + " " + purpose, key -> make(purpose, algorithm));
    }

    /** A box for one purpose's secrets. */
    public SecretBox box(String purpose) {
        return new SecretBox(derive(purpose, "AES"));
    }

    private SecretKey make(String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(master)
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HMAC-SHA256 of the text under the purpose's key, 32 bytes. */
    public byte[] hmac(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(derive(purpose, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
