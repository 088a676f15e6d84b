package org.assisterportal.consumer.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Authorizations.Words;
import org.assisterportal.consumer.HelperCard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.policy.PolicyText.Paragraph;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.policy.PolicyTexts;
import org.assisterportal.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The privacy warnings and the authorization's text with the names in them, as they are shown, agreed to and hashed. */
@Component
class AuthorizationWords {
    static final String TEXT = "text.authorization";
    static final String PRIVACY = "text.authorization-privacy";

    private final PolicyTexts texts;

    AuthorizationWords(PolicyTexts texts) {
        this.texts = texts;
    }

    Words fill(String consumer, HelperCard card, Scope scope, Locale language) {
        return words(
                texts.inForce(PRIVACY, language), texts.inForce(TEXT, language), scope,
                names(consumer, card.name(), card.agencyName()));
    }

    /** As they were agreed to. */
    Words given(AuthorizationView view) {
        LocalDate version = view.privacyVersion();
        String language = view.privacyLanguage();
        PolicyText privacy = version == null || language == null ? null : of(PRIVACY, version, language);
        return words(
                privacy, of(TEXT, view.textVersion(), view.textLanguage()), view.scope(),
                names(view.consumerName(), view.assisterName(), view.agencyName()));
    }

    private PolicyText of(String code, LocalDate version, String language) {
        return texts.version(code, version, Locale.of(language)).orElseThrow();
    }

    private static Map<String, String> names(String consumer, String assister, String agency) {
        return Map.of("consumer", consumer, "assister", assister, "agency", agency);
    }

    private static Words words(@Nullable PolicyText privacy, PolicyText text, Scope scope, Map<String, String> names) {
        String choice = scope.name().toLowerCase(Locale.ROOT);
        StringBuilder whole = new StringBuilder();
        if (privacy != null) {
            add(privacy, choice, names, whole);
        }
        add(text, choice, names, whole);
        return new Words(privacy, text, choice, names, Sha256.hex(whole.toString()));
    }

    private static void add(PolicyText text, String choice, Map<String, String> names, StringBuilder whole) {
        whole.append(text.version()).append('\n').append(text.tag()).append('\n').append(choice);
        for (Paragraph paragraph : text.read(choice, names)) {
            whole.append('\n').append(paragraph.words());
        }
        whole.append('\n');
    }
}
