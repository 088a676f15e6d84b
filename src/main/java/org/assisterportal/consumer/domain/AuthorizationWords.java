package org.assisterportal.consumer.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.assisterportal.consumer.Authorizations.Words;
import org.assisterportal.consumer.HelperCard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.policy.PolicyTexts;
import org.springframework.stereotype.Component;

/** The authorization's text with the names in it, as it is shown, agreed to and hashed. */
@Component
class AuthorizationWords {
    static final String TEXT = "text.authorization";

    private final PolicyTexts texts;

    AuthorizationWords(PolicyTexts texts) {
        this.texts = texts;
    }

    Words fill(String consumer, HelperCard card, Scope scope, Locale language) {
        PolicyText text = texts.inForce(TEXT, language);
        List<String> paragraphs =
                text.paragraphs().stream()
                        .map(
                                paragraph ->
                                        paragraph
                                                .replace("{consumer}", consumer)
                                                .replace("{assister}", card.name())
                                                .replace("{agency}", card.agencyName()))
                        .toList();
        return new Words(text, paragraphs, hash(text, scope, paragraphs));
    }

    private static String hash(PolicyText text, Scope scope, List<String> paragraphs) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String whole = text.version() + "\n" + text.language() + "\n" + scope + "\n" + String.join("\n", paragraphs);
            return HexFormat.of().formatHex(digest.digest(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
