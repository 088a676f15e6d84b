package org.assisterportal.arc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says the record's codes in words; what has no words stays as it is. */
@Component("recordFacts")
class RecordFacts {
    private static final Map<String, String> WORDS =
            Map.of(
                    "reason", "audit.reason.",
                    "tab", "arc.tab.",
                    "hat", "hat.",
                    "result", "certification.result.",
                    "state", "arc.mail.",
                    "roles", "agency.role.",
                    "checked", "arc.resets.check.");

    private static final Object[] UNSAID = {"…", "…", "…", "…"};

    private final MessageSource messages;

    RecordFacts(MessageSource messages) {
        this.messages = messages;
    }

    /** The value of a fact; a list of codes is said one after the other. */
    public String say(String fact, String value) {
        String start = WORDS.get(fact);
        return start == null
                ? value
                : Arrays.stream(value.split("[\\[\\], ]+"))
                        .filter(code -> !code.isEmpty())
                        .map(code -> said(start, code))
                        .collect(Collectors.joining("; "));
    }

    // A refusal's reason is the very key of what its person was told, or a short code.
    private String said(String start, String code) {
        String told = messages.getMessage(code, null, "", Locale.US);
        if (told != null && told.contains("{0}")) {
            // The line keeps what was told, not the names in it.
            told = messages.getMessage(code, UNSAID, Locale.US);
        }
        String said = told == null || told.isEmpty() ? messages.getMessage(start + code, null, code, Locale.US) : told;
        return said == null ? code : said;
    }
}
