package org.assisterportal.access.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.RequirementAnswer;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.ContactView;
import org.assisterportal.notification.Mail;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.springframework.stereotype.Component;

/** The mails about access; a contact's mail names nobody, because mail is no safe place for it. */
@Component
class AccessMails {
    private final Outbox outbox;
    private final Agencies agencies;

    AccessMails(Outbox outbox, Agencies agencies) {
        this.outbox = outbox;
        this.agencies = agencies;
    }

    /** The ARC's own mail beside the automatic activation mail (policy 3.2). */
    void confirmed(List<AccessStanding> people) {
        outbox.queueAll(
                people.stream().flatMap(standing -> toPerson("access-confirmed", standing, Mail.Sender.ARC).stream()).toList());
    }

    void reinstated(AccessStanding standing) {
        outbox.queueAll(toPerson("access-reinstated", standing, Mail.Sender.ARC));
    }

    void suspended(List<AccessStanding> people) {
        List<Mail> mails = new ArrayList<>();
        Map<AgencyId, List<ContactView>> contacts = new HashMap<>();
        for (AccessStanding standing : people) {
            mails.addAll(toPerson("access-suspended", standing, Mail.Sender.SYSTEM));
            AgencyId agency = standing.roster().agency();
            for (ContactView contact : contacts.computeIfAbsent(agency, agencies::authorizedContacts)) {
                Map<String, String> values = values(standing);
                values.put("name", contact.name());
                mails.add(
                        new Mail(
                                UUID.randomUUID(), "access-suspended-agency", Mail.Sender.SYSTEM,
                                new EmailAddress(contact.email()), values, null, standing.person().value()));
            }
        }
        if (!mails.isEmpty()) {
            outbox.queueAll(mails);
        }
    }

    private static List<Mail> toPerson(String kind, AccessStanding standing, Mail.Sender sender) {
        String email = standing.roster().email();
        if (email == null) {
            return List.of();
        }
        return List.of(
                new Mail(
                        UUID.randomUUID(), kind, sender, new EmailAddress(email), values(standing), null,
                        standing.person().value()));
    }

    private static Map<String, String> values(AccessStanding standing) {
        Map<String, String> values = new HashMap<>();
        values.put("name", standing.roster().name().full());
        values.put("agency", standing.roster().agencyName());
        RequirementAnswer open = standing.open().isEmpty() ? null : standing.open().getFirst();
        values.put("reason", open == null ? "access.reason.gap" : open.reason());
        values.put("todo", open == null ? "access.todo.gap" : open.todo());
        for (int i = 0; i < 3; i++) {
            values.put("fact" + i, open == null || open.facts().size() <= i ? "" : open.facts().get(i));
        }
        return values;
    }
}
