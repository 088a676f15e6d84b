package org.assisterportal.consumer.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.assisterportal.consumer.Authorizations.Words;
import org.assisterportal.consumer.HelperCard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.policy.PolicyText.Paragraph;
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
        String choice = scope.name().toLowerCase(Locale.ROOT);
        Map<String, String> names = Map.of("consumer", consumer, "assister", card.name(), "agency", card.agencyName());
        return new Words(text, choice, names, hash(text, choice, text.read(choice, names)));
    }

    private static String hash(PolicyText text, String choice, List<Paragraph> paragraphs) {
        String whole =
                text.version() + "\n" + text.tag() + "\n" + choice + "\n"
                        + paragraphs.stream().map(Paragraph::words).collect(Collectors.joining("\n"));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
