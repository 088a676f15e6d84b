package org.assisterportal.agency.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assisterportal.agency.AssisterAddresses;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mailboxes and mail domains of rosters and contacts, found by their indexes. */
@Component
class MailboxTable implements AssisterAddresses {
    private final JdbcClient jdbc;
    private final PolicyValues policy;

    MailboxTable(JdbcClient jdbc, PolicyValues policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    @Override
    @Transactional(readOnly = true)
    public Whose whose(EmailAddress email) {
        if (isPersons(email)) {
            return Whose.PERSON;
        }
        List<String> domains = domains(email);
        domains.removeAll(policy.inForce("authorization.public-mail-providers").items());
        return domains.isEmpty() || !areAgencies(domains) ? Whose.NOBODY : Whose.AGENCY;
    }

    private boolean isPersons(EmailAddress email) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM agency.person p JOIN agency.entry e ON e.person = p.id
                                        WHERE agency.mailbox(p.email_key) = agency.mailbox(:email)
                                          AND e.valid_until IS NULL AND e.active)
                            OR EXISTS (SELECT 1 FROM agency.entry
                                        WHERE agency.mailbox(public_email) = agency.mailbox(:email)
                                          AND valid_until IS NULL AND active)
                            OR EXISTS (SELECT 1 FROM agency.contact
                                        WHERE agency.mailbox(email) = agency.mailbox(:email) AND ended_at IS NULL)
                        """)
                .param("email", email.key())
                .query(Boolean.class)
                .single();
    }

    private boolean areAgencies(List<String> domains) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM agency.person p JOIN agency.entry e ON e.person = p.id
                                        WHERE split_part(p.email_key, '@', 2) = ANY(:domains)
                                          AND e.valid_until IS NULL AND e.active)
                            OR EXISTS (SELECT 1 FROM agency.contact
                                        WHERE split_part(lower(email), '@', 2) = ANY(:domains) AND ended_at IS NULL)
                            OR EXISTS (SELECT 1 FROM agency.entry
                                        WHERE split_part(lower(public_email), '@', 2) = ANY(:domains)
                                          AND valid_until IS NULL AND active)
                        """)
                .param("domains", Sql.texts(domains))
                .query(Boolean.class)
                .single();
    }

    /** The address' domain and those above it, without the last label. */
    static List<String> domains(EmailAddress email) {
        List<String> domains = new ArrayList<>();
        String rest = email.key().substring(email.key().indexOf('@') + 1).toLowerCase(Locale.ROOT);
        while (rest.indexOf('.') > 0) {
            domains.add(rest);
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return domains;
    }
}
