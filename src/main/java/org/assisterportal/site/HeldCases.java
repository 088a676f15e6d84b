package org.assisterportal.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.identity.HeldForms;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Kept forms about a consumer for whom an assister acted: shown only while the authorization holds, and without an address
 * that is confidential by now.
 */
@Component
class HeldCases {
    private static final Pattern APPLICATION = Pattern.compile("/coverage/([0-9a-f-]{36})(/.*)?");
    private static final Pattern CASE = Pattern.compile("/portal/consumers/([0-9a-f-]{36})(/.*)?");
    /** The question whether to act, which carries what was typed. */
    private static final String QUESTION = "/portal/act";
    private static final Set<String> ADDRESS =
            Set.of("street", "city", "state", "zip", "county", "confidential", "no-home", "mail-street", "mail-city", "mail-state", "mail-zip");

    private final Guard guard;
    private final Consumers consumers;
    private final Applications applications;

    HeldCases(Guard guard, Consumers consumers, Applications applications) {
        this.guard = guard;
        this.consumers = consumers;
        this.applications = applications;
    }

    /** What may be shown of the form's fields; empty when nothing may. */
    Optional<Map<String, List<String>>> fields(HeldForms.Form form, Actor reader) {
        String about = reader.wears(Hat.CONSUMER) ? null : about(form);
        if (about == null) {
            return Optional.of(form.fields());
        }
        return !about.isEmpty() && guard.decide(reader, ConsumerId.parse(about), Scope.SEE) instanceof Guard.Decision.Granted granted
                ? Optional.of(consumers.keepsAddress(granted.acting()) ? withoutAddress(form.fields()) : form.fields())
                : Optional.empty();
    }

    /** The consumer's id, empty where nobody is found any more; null for forms about nobody's case. */
    private @Nullable String about(HeldForms.Form form) {
        if (form.path().equals(QUESTION)) {
            return form.fields().getOrDefault("consumer", List.of()).stream().findFirst().orElse("");
        }
        Matcher page = APPLICATION.matcher(form.path());
        if (page.matches()) {
            return applications.owner(ApplicationId.parse(page.group(1))).map(owner -> owner.value().toString()).orElse("");
        }
        Matcher path = CASE.matcher(form.path());
        return path.matches() ? path.group(1) : null;
    }

    private static Map<String, List<String>> withoutAddress(Map<String, List<String>> fields) {
        Map<String, List<String>> rest = new HashMap<>(fields);
        rest.keySet().removeAll(ADDRESS);
        return rest;
    }
}
