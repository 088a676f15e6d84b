package org.assisterportal.identity.domain;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Activations;
import org.assisterportal.identity.Activations.Completed;
import org.assisterportal.identity.Activations.Link;
import org.assisterportal.identity.ActivationView;
import org.assisterportal.identity.Invitation;
import org.assisterportal.notification.Outbox;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** People with accounts that were set up, and what their apps show. */
@MarketplaceTest
public abstract class AccountScene {
    protected static final String PASSWORD = "violet tractor hums below nine clouds";

    @Autowired protected Accounts accounts;
    @Autowired protected Activations activations;
    @Autowired protected SignedLinks links;
    @Autowired protected Outbox outbox;
    @Autowired SecretBox secrets;
    @Autowired protected TransactionTemplate transaction;
    @Autowired protected JdbcClient jdbc;
    @Autowired protected Clock clock;
    @Autowired FlywayConnectionDetails owner;

    /** Somebody whose account is set up. */
    public record Member(AccountId account, EmailAddress email, Actor actor, List<String> recoveryCodes) {}

    protected Member member(Hat hat) {
        return member(hat, null, null);
    }

    protected Member member(Hat hat, @Nullable UUID subject, @Nullable UUID agency) {
        EmailAddress email = new EmailAddress(Region.unique("mara.") + "@example.org");
        invite(email, hat, subject, agency);
        AccountId account = accounts.byEmail(email).orElseThrow();
        UUID about = subject == null ? account.value() : subject;
        Link.Usable link = (Link.Usable) activations.look(token(hat, about));
        byte[] prepared = activations.prepare(link.activation(), PASSWORD);
        Completed.Done done = (Completed.Done) activations.complete(prepared, codeOf(prepared, 0));
        return new Member(account, email, new Actor(account.value(), hat, about, agency, "Mara Member"), done.recoveryCodes());
    }

    protected void invite(EmailAddress email, Hat hat, @Nullable UUID subject, @Nullable UUID agency) {
        Invitation invitation = new Invitation(email, "Mara Member", hat, subject, agency, "Lake Agency", "the ARC");
        transaction.executeWithoutResult(state -> accounts.invite(List.of(invitation), Actor.SYSTEM));
    }

    protected String token(Hat hat, UUID subject) {
        ActivationView view = accounts.activation(hat, subject).orElseThrow();
        return links.token("activation", view.id(), view.expiresAt());
    }

    /** What the app with the prepared secret shows some seconds from now. */
    String codeOf(byte[] prepared, long seconds) {
        String[] parts = new String(secrets.open(prepared), java.nio.charset.StandardCharsets.UTF_8).split("\n", 3);
        return Authenticator.code(java.util.Base64.getDecoder().decode(parts[1]), clock.instant().plusSeconds(seconds));
    }

    /** What the account's app shows some seconds from now. */
    String codeOf(AccountId account, long seconds) {
        byte[] box =
                jdbc.sql("SELECT totp_secret FROM identity.account WHERE id = :id")
                        .param("id", account.value())
                        .query(byte[].class)
                        .single();
        return Authenticator.code(secrets.open(box), clock.instant().plusSeconds(seconds));
    }

    List<String> mailsTo(Member member) {
        return outbox.about(member.account().value()).stream().map(mail -> mail.kind()).toList();
    }

    // The application's role can't take an acceptance back, so the owner of the tables dates it.
    protected void acceptedOlderTerms(Member member) {
        JdbcClient.create(
                        new DriverManagerDataSource(
                                requireNonNull(owner.getJdbcUrl()), requireNonNull(owner.getUsername()),
                                requireNonNull(owner.getPassword())))
                .sql("UPDATE identity.terms_acceptance SET version = version - 1 WHERE account = :id")
                .param("id", member.account().value())
                .update();
    }

    long linesAbout(AccountId account, String act) {
        return jdbc.sql("SELECT count(*) FROM audit.line WHERE subject = :id AND act = :act")
                .param("id", account.value())
                .param("act", act)
                .query(Long.class)
                .single();
    }
}
