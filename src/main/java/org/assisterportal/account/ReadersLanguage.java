package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.pages.Languages;
import org.assisterportal.shared.Actor;
import org.springframework.stereotype.Component;

/** Lets a consumer's pages speak the language of their profile. */
@Component
class ReadersLanguage {
    private final Consumers consumers;
    private final Languages languages;

    ReadersLanguage(Consumers consumers, Languages languages) {
        this.consumers = consumers;
        this.languages = languages;
    }

    /** From signing in on, whatever the browser holds; English is also what nobody chose, and then its choice stands. */
    void signedIn(Actor consumer, HttpServletRequest request, HttpServletResponse response) {
        own(consumer)
                .ifPresent(
                        language -> {
                            languages.prefer(request, language);
                            if (!language.equals(Languages.ENGLISH)) {
                                languages.forgetOther(language, request, response);
                            }
                        });
    }

    /** A language that was changed just now is the browser's choice, too. */
    void changed(List<String> fields, Actor consumer, HttpServletRequest request, HttpServletResponse response) {
        if (fields.contains("language")) {
            own(consumer)
                    .ifPresent(
                            language -> {
                                languages.prefer(request, language);
                                languages.choose(response, language);
                            });
        }
    }

    /** A form's value as people read it: a language of pages by its own name. */
    static String shown(String field, String value) {
        return field.equals("language") && value.matches("en|es") ? Languages.Language.of(Languages.locale(value)).name() : value;
    }

    private Optional<Locale> own(Actor consumer) {
        return consumers.language(consumer).flatMap(languages::offered);
    }
}
