package org.assisterportal.consumer.domain;

import java.util.Map;
import java.util.UUID;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.HelperPost;
import org.assisterportal.notification.Mail;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.EmailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails to assisters about what a consumer did: their own name, their agency's, and an id behind which they sign in. */
@Component
class HelperMails implements HelperPost {
    private final AuthorizationTable authorizations;
    private final PortalAccess access;
    private final Outbox outbox;

    HelperMails(AuthorizationTable authorizations, PortalAccess access, Outbox outbox) {
        this.authorizations = authorizations;
        this.access = access;
        this.outbox = outbox;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void mail(ConsumerId about, String kind) {
        authorizations
                .now(about)
                .flatMap(now -> access.of(now.assister()).filter(standing -> standing.granted() && standing.roster().agency().value().equals(now.agency())))
                .ifPresent(standing -> queue(standing, about, kind));
    }

    private void queue(AccessStanding standing, ConsumerId about, String kind) {
        String email = standing.roster().email();
        if (email == null) {
            return;
        }
        Map<String, String> values =
                Map.of("name", standing.roster().name().full(), "agency", standing.roster().agencyName(), "workspace", about.value().toString());
        outbox.queue(
                new Mail(UUID.randomUUID(), kind, Mail.Sender.SYSTEM, new EmailAddress(email), values, null, standing.person().value()));
    }
}
