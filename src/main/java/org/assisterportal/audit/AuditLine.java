package org.assisterportal.audit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * One act, or one page of private data that was shown. Holds identifiers and counts, never the data itself.
 *
 * @param act past tense, dotted: {@code roster.submitted}, {@code person.shown}
 * @param subject whom or what it is about
 * @param shown the ids of everybody whose private data the page showed
 * @param facts small facts: numbers, codes, keyed hashes of search terms
 */
public record AuditLine(
        Actor actor,
        String act,
        boolean refused,
        @Nullable UUID subject,
        @Nullable UUID agency,
        List<UUID> shown,
        Map<String, String> facts) {

    public AuditLine {
        shown = List.copyOf(shown);
        facts = Map.copyOf(facts);
    }

    public static AuditLine of(Actor actor, String act) {
        return new AuditLine(actor, act, false, null, actor.agency(), List.of(), Map.of());
    }

    public AuditLine about(UUID id) {
        return new AuditLine(actor, act, refused, id, agency, shown, facts);
    }

    public AuditLine in(AgencyId id) {
        return new AuditLine(actor, act, refused, subject, id.value(), shown, facts);
    }

    public AuditLine showing(Collection<UUID> ids) {
        return new AuditLine(actor, act, refused, subject, agency, List.copyOf(ids), facts);
    }

    public AuditLine with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, String.valueOf(value));
        return new AuditLine(actor, act, refused, subject, agency, shown, more);
    }

    public AuditLine refused(String reason) {
        AuditLine line = with("reason", reason);
        return new AuditLine(line.actor, act, true, subject, agency, shown, line.facts);
    }
}
