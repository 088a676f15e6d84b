package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import java.util.Map;
import java.util.UUID;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.Profile;
import org.assisterportal.notification.Mail;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails to consumers, in their language: their own name and organizations' names, nothing else personal. */
@Component
class ConsumerMails {
    static final String WRONG = "authorization-wrong";
    private static final Duration LINK_WORKS = Duration.ofDays(30);

    private final Outbox outbox;
    private final Clock clock;

    ConsumerMails(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Someone may help from now on; the link says that this is wrong. */
    void given(Profile to, AuthorizationView given) {
        queue(to, "authorization-given", Map.of("agency", given.agencyName(), "number", String.valueOf(given.number())), given.id());
    }

    /** An assister sent something on the consumer's behalf. */
    void submitted(Profile to, UUID authorization, String agency) {
        queue(to, "done-for-you", Map.of("agency", agency), authorization);
    }

    void ended(Profile to, EndReason reason) {
        outbox.queue(mail(to, "authorization-ended", Map.of("reason", reason.name()), null));
    }

    private void queue(Profile to, String kind, Map<String, String> facts, UUID authorization) {
        outbox.queue(
                mail(to, kind, facts, new Mail.Link(WRONG, "/wrong", authorization, clock.instant().plus(LINK_WORKS))));
    }

    /** Told by the set: their helper can't help now, or can again. */
    void told(List<Paused> consumers, String kind) {
        outbox.queueAll(
                consumers.stream()
                        .map(one -> mail(one.id(), one.name(), one.email(), one.language(), kind, Map.of("agency", one.agency()), null))
                        .toList());
    }

    /** A consumer whose helper stopped or came back. */
    record Paused(UUID id, String name, String email, String language, String agency) {}

    private static Mail mail(Profile to, String kind, Map<String, String> facts, Mail.@Nullable Link link) {
        return mail(to.id().value(), to.name(), to.email(), to.language(), kind, facts, link);
    }

    private static Mail mail(
            UUID subject, String name, String email, String language, String kind, Map<String, String> facts,
            Mail.@Nullable Link link) {
        Map<String, String> values = new LinkedHashMap<>(facts);
        values.put("name", name);
        return new Mail(UUID.randomUUID(), kind, Mail.Sender.SYSTEM, new EmailAddress(email), values, link, subject)
                .in(Locale.of(language, "US"));
    }
}
