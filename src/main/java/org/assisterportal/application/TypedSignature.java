package org.assisterportal.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.assisterportal.policy.PolicyText;

/**
 * What somebody types to sign: their own name, and a tick at the words that were shown.
 *
 * @param by the consumer's own hand, or an assister's
 * @param consumer the consumer's name, as the application says it
 */
public record TypedSignature(Hand by, String consumer) {
    public static final String NAME = "name";
    public static final String AGREED = "agreed";
    /** The field with the hash of the words that were shown. */
    public static final String HASH = "hash";

    /** Whoever signs types their own name: the consumer's, or the assister's. */
    public String signer() {
        return by instanceof Hand.OnBehalf on ? on.actor().name() : consumer;
    }

    /** Message keys of what is wrong, by field. */
    public Map<String, String> problems(Map<String, String> form, PolicyText words) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!form.getOrDefault(HASH, "").equals(words.sha256())) {
            problems.put(AGREED, "apply.sign.newer");
        } else if (!form.getOrDefault(AGREED, "").equals("true")) {
            problems.put(AGREED, "apply.sign.agree-first");
        }
        if (!name(form).equalsIgnoreCase(tidy(signer()))) {
            problems.put(NAME, "apply.sign.name.wrong");
        }
        return problems;
    }

    /** What was typed, for a page that is shown again and perhaps in another language: what is agreed to is to be read first. */
    public static Map<String, String> again(Map<String, String> form) {
        Map<String, String> again = new TreeMap<>(form);
        again.remove(AGREED);
        return again;
    }

    /** The name as it was typed. */
    public static String name(Map<String, String> form) {
        return tidy(form.getOrDefault(NAME, ""));
    }

    private static String tidy(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
