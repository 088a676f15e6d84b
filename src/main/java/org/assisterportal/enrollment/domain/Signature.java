package org.assisterportal.enrollment.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.policy.PolicyText;

/** What somebody types to sign: their own name, and a tick at the words that were shown. */
final class Signature {
    private Signature() {}

    /**
     * Message keys of what is wrong, by field.
     *
     * @param consumer the consumer's name, as the signed application says it
     */
    static Map<String, String> problems(Hand by, String consumer, Map<String, String> form, PolicyText words) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!form.getOrDefault("hash", "").equals(words.sha256())) {
            problems.put(Enrollments.AGREED, "apply.sign.newer");
        } else if (!form.getOrDefault(Enrollments.AGREED, "").equals("true")) {
            problems.put(Enrollments.AGREED, "apply.sign.agree-first");
        }
        String signer = by instanceof Hand.OnBehalf on ? on.actor().name() : consumer;
        if (!tidy(form.getOrDefault(Enrollments.NAME, "")).equalsIgnoreCase(tidy(signer))) {
            problems.put(Enrollments.NAME, "apply.sign.name.wrong");
        }
        return problems;
    }

    static String tidy(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
