package org.assisterportal.identity.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.ActivationView;
import org.assisterportal.identity.Invitation;
import org.assisterportal.identity.Invited;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one way into an empty marketplace: a link for its first administrator. */
@Component
class FirstAdministrator {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final SignedLinks links;
    private final String baseUrl;

    FirstAdministrator(
            JdbcClient jdbc, Accounts accounts, SignedLinks links, @Value("${assisterportal.base-url}") String baseUrl) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.links = links;
        this.baseUrl = baseUrl;
    }

    /** The activation link; empty once an administrator has activated an account. A repeated call replaces the link. */
    @Transactional
    Optional<String> link(EmailAddress email) {
        // Two calls at once would otherwise both find nobody.
        jdbc.sql("SELECT pg_advisory_xact_lock(7236401)").query(row -> {});
        long active =
                jdbc.sql(
                                "SELECT count(*) FROM identity.hat WHERE hat = 'ADMINISTRATOR' AND ended_at IS NULL"
                                        + " AND activated_at IS NOT NULL")
                        .query(Long.class)
                        .single();
        if (active > 0) {
            return Optional.empty();
        }
        endPending();
        Invitation invitation =
                new Invitation(
                        email, email.mailbox(), Hat.ADMINISTRATOR, null, null, "the marketplace", "the marketplace");
        Map<String, Invited> invited = accounts.invite(List.of(invitation), Actor.SYSTEM);
        Invited administrator = Objects.requireNonNull(invited.get(email.key()));
        ActivationView view =
                accounts.activation(Hat.ADMINISTRATOR, administrator.account().value()).orElseThrow();
        return Optional.of(
                baseUrl + "/activate/" + links.token(Inviting.PURPOSE, view.id(), view.expiresAt()));
    }

    private void endPending() {
        jdbc.sql("SELECT subject FROM identity.hat WHERE hat = 'ADMINISTRATOR' AND ended_at IS NULL")
                .query(java.util.UUID.class)
                .list()
                .forEach(subject -> accounts.endHat(Hat.ADMINISTRATOR, subject, Actor.SYSTEM));
    }
}
