package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.Acting;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Access judged live from the facts, and the authority by its one row; both by one statement. */
@Component
class AuthorityGuard implements Guard {
    private static final int LINES_AN_HOUR = 60;

    private final PortalAccess access;
    private final ConsumerTable consumers;
    private final AuditLog audit;
    private final Clock clock;

    AuthorityGuard(PortalAccess access, ConsumerTable consumers, AuditLog audit, Clock clock) {
        this.access = access;
        this.consumers = consumers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Decision decide(Actor assister, ConsumerId consumer, Scope scope) {
        return judge(assister, consumer, scope);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision hold(Actor assister, ConsumerId consumer, Scope scope) {
        // Every act about a consumer begins with this row, so none waits for another that waits for it.
        consumers.lock(consumer);
        return judge(assister, consumer, scope);
    }

    private Decision judge(Actor by, ConsumerId consumer, Scope scope) {
        UUID person = by.subject();
        if (!by.wears(Hat.ASSISTER) || person == null) {
            return refused(by, consumer, Why.NO_AUTHORITY, null);
        }
        AuthorityFacts authority = new AuthorityFacts(consumer, clock.instant());
        AccessStanding standing = access.of(new PersonId(person), authority).orElse(null);
        if (standing == null || !standing.granted()) {
            return refused(by, consumer, Why.NO_ACCESS, standing);
        }
        AuthorityFacts.Found found = authority.answer().orElse(null);
        if (found == null) {
            return refused(by, consumer, Why.NO_AUTHORITY, null);
        }
        AgencyId agency = standing.roster().agency();
        if (!agency.value().equals(found.agency())) {
            return refused(by, consumer, Why.MOVED, null);
        }
        if (!found.scope().covers(scope)) {
            return refused(by, consumer, Why.SCOPE, null);
        }
        return new Decision.Granted(
                new Acting(
                        by, standing.person(), consumer, found.name(), found.authorization(), found.number(),
                        found.scope(), found.since(), found.until(), agency, standing.roster().agencyName()));
    }

    private Decision refused(Actor by, ConsumerId consumer, Why why, @Nullable AccessStanding standing) {
        audit.recordRefusal(
                AuditLine.of(by, "consumer.case-opened")
                        .about(consumer.value())
                        .refused(why.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                String.valueOf(by.account()),
                LINES_AN_HOUR);
        return new Decision.Refused(why, standing);
    }
}
