package org.assisterportal.consumer.domain;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.consumer.MailedRequests.State;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PersonName;

/** What the form of a request must be, and how a request stands; each refusal is a message key with its remedy. */
final class RequestRules {

    private final Map<String, String> form;
    private final Map<String, String> problems = new LinkedHashMap<>();

    RequestRules(Map<String, String> form) {
        this.form = form;
    }

    Map<String, String> problems() {
        return problems;
    }

    Optional<RequestTable.Entry> read() {
        String first = name("first-name");
        String last = name("last-name");
        String email = typed("email");
        if (!EmailAddress.isValid(email)) {
            problems.put("email", "request.problem.email");
        }
        String language = typed("language");
        if (!ProfileRules.PAGE_LANGUAGES.contains(language)) {
            problems.put("language", "request.problem.language");
        }
        Scope scope = scope(typed("scope")).orElse(null);
        if (scope == null) {
            problems.put("scope", "request.problem.scope");
        }
        return scope == null || !problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new RequestTable.Entry(first, last, email, language, scope));
    }

    static Optional<Scope> scope(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "SEE" -> Optional.of(Scope.SEE);
            case "APPLY" -> Optional.of(Scope.APPLY);
            default -> Optional.empty();
        };
    }

    private String name(String field) {
        String name = typed(field);
        if (!PersonName.isName(name)) {
            problems.put(field, "request.problem." + field);
        }
        return name;
    }

    private String typed(String field) {
        return form.getOrDefault(field, "").replace('\u00a0', ' ').strip().replaceAll(" {2,}", " ");
    }

    /** How a request stands that nobody has confirmed. */
    static State state(RequestTable.Row row, java.time.Instant now, int mostWrong) {
        if (row.withdrawn()) {
            return State.WITHDRAWN;
        }
        if (row.declined()) {
            return State.DECLINED;
        }
        if (row.wrongCodes() >= mostWrong) {
            return State.CODES;
        }
        return now.isBefore(row.expiresAt()) ? State.WAITING : State.EXPIRED;
    }
}
