package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Profile;
import org.assisterportal.consumer.WrongLinks;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** "This is wrong" from a mail: the token is the proof, and the consumer whose mail it was is who acts. */
@Component
class WrongLinkDesk implements WrongLinks {
    private final SignedLinks links;
    private final AuthorizationTable table;
    private final ConsumerTable consumers;
    private final Ending ending;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    WrongLinkDesk(
            SignedLinks links, AuthorizationTable table, ConsumerTable consumers, Ending ending, JdbcClient jdbc,
            AuditLog audit, Clock clock) {
        this.links = links;
        this.table = table;
        this.consumers = consumers;
        this.ending = ending;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Link open(String token) {
        Optional<SignedLinks.Opened> opened = links.open(ConsumerMails.WRONG, token);
        if (opened.isEmpty()) {
            return new Link.Unknown();
        }
        if (!clock.instant().isBefore(opened.get().expires())) {
            return new Link.Expired();
        }
        UUID authorization = opened.get().id();
        ConsumerId consumer = table.consumerOf(authorization).orElse(null);
        if (consumer == null) {
            return new Link.Unknown();
        }
        AuthorizationView view = table.one(consumer, authorization).orElseThrow();
        audit.record(
                AuditLine.of(consumer(consumer, view), "authorization.link-shown")
                        .about(consumer.value())
                        .with("authorization", view.number())
                        .showing(List.of(consumer.value())));
        return about(consumer, view);
    }

    private Link.About about(ConsumerId consumer, AuthorizationView view) {
        boolean helps = table.now(consumer).filter(now -> now.assister().equals(view.assister())).isPresent();
        return new Link.About(
                view.number(), view.assisterName(), view.agencyName(), view.givenAt(), helps, ending.disputed(view.id()));
    }

    @Override
    @Transactional
    public Said say(String token, String words) {
        SignedLinks.Opened opened =
                links.open(ConsumerMails.WRONG, token)
                        .filter(link -> clock.instant().isBefore(link.expires()))
                        .orElse(null);
        ConsumerId consumer = opened == null ? null : table.consumerOf(opened.id()).orElse(null);
        if (opened == null || consumer == null) {
            return new Said.Gone();
        }
        if (words.length() > LONGEST) {
            return new Said.TooLong();
        }
        consumers.lock(consumer);
        AuthorizationView view = table.one(consumer, opened.id()).orElseThrow();
        Link.About about = about(consumer, view);
        // A second press, or a second mail about the same authorization, finds it done.
        if (about.helps() || !about.said()) {
            ending.disputeByMail(consumer, view, words, consumer(consumer, view));
        }
        return new Said.Stopped();
    }

    private Actor consumer(ConsumerId consumer, AuthorizationView view) {
        UUID account =
                jdbc.sql("SELECT account FROM consumer.consumer WHERE id = :id")
                        .param("id", consumer.value())
                        .query((row, number) -> Optional.ofNullable(row.getObject("account", UUID.class)))
                        .single()
                        .orElse(null);
        String name = consumers.find(consumer).map(Profile::name).orElse(view.consumerName());
        return new Actor(account, Hat.CONSUMER, consumer.value(), null, name);
    }
}
