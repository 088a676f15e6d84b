package org.assisterportal.consumer.domain;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.Authorizations.Checked;
import org.assisterportal.consumer.Authorizations.Found;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.HelperCard;
import org.assisterportal.identity.Network;
import org.assisterportal.identity.Tries;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.springframework.stereotype.Component;

/** What can be found by typing a number or a code, and so can be guessed at: every try that could find somebody is counted. */
@Component
class LookUps {
    private static final Duration HOUR = Duration.ofHours(1);

    private final PortalAccess access;
    private final Helpers helpers;
    private final AuthorizationTable table;
    private final Tries tries;
    private final PolicyValues policy;
    private final AuditLog audit;

    LookUps(
            PortalAccess access, Helpers helpers, AuthorizationTable table, Tries tries, PolicyValues policy, AuditLog audit) {
        this.access = access;
        this.helpers = helpers;
        this.table = table;
        this.tries = tries;
        this.policy = policy;
        this.audit = audit;
    }

    /** An assister by the reference number. */
    Found find(Actor consumer, String typed, String network) {
        ConsumerId id = ConsumerId.of(consumer);
        String number = plain(typed);
        if (!access.isReferenceNumber(number)) {
            return new Found.Typo();
        }
        int most = policy.inForce("authorization.number-tries-an-hour").number();
        Duration byAccount = tries.tryOnce("reference-number", id.toString(), most, HOUR);
        Duration byNetwork = tries.tryOnce("reference-number-network", Network.of(network), most, HOUR);
        Duration wait = byAccount.compareTo(byNetwork) > 0 ? byAccount : byNetwork;
        AuditLine line = AuditLine.of(consumer, "assister.looked-up").about(id.value());
        if (!wait.isZero()) {
            audit.recordRefusal(line.refused("throttled"), id.toString(), 1);
            return new Found.Wait(minutes(wait));
        }
        Optional<HelperCard> card = helpers.byNumber(number).map(Helpers.Helping::card);
        audit.record(
                card.map(found -> line.with("person", found.person()))
                        .orElseGet(() -> line.with("term", audit.hashOf(number))));
        return card.<Found>map(Found.Card::new).orElseGet(Found.Nobody::new);
    }

    /** An authorization by the code of its receipt; one statement, whether or not there is one. */
    Checked check(String typed, String network) {
        int most = policy.inForce("authorization.receipt-tries-an-hour").number();
        Duration wait = tries.tryOnce("receipt-code-network", Network.of(network), most, HOUR);
        if (!wait.isZero()) {
            return new Checked.Wait(minutes(wait));
        }
        return table.byCode(plain(typed).toUpperCase(Locale.ROOT))
                .<Checked>map(Checked.Known::new)
                .orElseGet(Checked.Unknown::new);
    }

    /** Without what people put between the groups. */
    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }

    private static int minutes(Duration wait) {
        return (int) wait.toMinutes() + 1;
    }
}
