package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.ConsumerPost;
import org.assisterportal.consumer.Profile;
import org.assisterportal.notification.Mail;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;


/** Mails to consumers, in their language: their own name and organizations' names, nothing else personal. */
@Component
class ConsumerMails implements ConsumerPost {
    static final String WRONG = "authorization-wrong";
    static final String REQUEST = "mailed-request";
    private static final Duration LINK_WORKS = Duration.ofDays(30);

    private final ConsumerTable consumers;
    private final Outbox outbox;
    private final Clock clock;

    ConsumerMails(ConsumerTable consumers, Outbox outbox, Clock clock) {
        this.consumers = consumers;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void mail(ConsumerId to, String kind, Map<String, String> facts) {
        consumers.find(to).ifPresent(one -> outbox.queue(mail(one, kind, facts, null)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Locale language(ConsumerId to) {
        return consumers.find(to).map(one -> Locale.of(one.language(), "US")).orElse(Locale.US);
    }

    /** Someone may help from now on; the link says that this is wrong. */
    void given(Profile to, AuthorizationView given) {
        queue(to, "authorization-given", Map.of("agency", given.agencyName(), "number", String.valueOf(given.number())), given.id());
    }

    /** An assister sent something on the consumer's behalf; that it was a signed application is said at once. */
    void submitted(Profile to, String what, UUID authorization, String agency) {
        queue(to, what.equals("application.signed") ? "signed-for-you" : "done-for-you", Map.of("agency", agency, "what", what), authorization);
    }

    /** An assister saved changes; for so long the next ones stand in the diary only. */
    void changed(Profile to, UUID authorization, String agency, Duration apart) {
        Map<String, String> facts = Map.of("agency", agency, "minutes", String.valueOf(apart.toMinutes()));
        queue(to, "changed-for-you", facts, authorization);
    }

    void ended(Profile to, EndReason reason) {
        outbox.queue(mail(to, "authorization-ended", Map.of("reason", reason.name()), null));
    }

    /** An assister asks somebody without an account; the mail has the link and the code that goes with it. */
    void asked(UUID request, RequestTable.Entry to, String agency, Instant expires, Duration open) {
        Map<String, String> facts = Map.of("agency", agency, "hours", String.valueOf(open.toHours()));
        asked(request, to, "request-asked", facts, new Mail.Link(REQUEST, "/confirm", request, expires));
    }

    /** The same to somebody who has an account or a helper already: how to authorize from the account. */
    void haveAccount(UUID request, RequestTable.Entry to, String agency) {
        asked(request, to, "request-account", Map.of("agency", agency), null);
    }

    private void asked(
            UUID request, RequestTable.Entry to, String kind, Map<String, String> facts, Mail.@Nullable Link link) {
        outbox.queue(mail(request, to.name(), to.email(), to.language(), kind, facts, link));
    }

    /** Confirmed by mail, and for how long; the link says that this is wrong. */
    void givenByMail(Profile to, AuthorizationView given, Duration lasts) {
        Map<String, String> facts =
                Map.of(
                        "agency", given.agencyName(), "number", String.valueOf(given.number()), "days",
                        String.valueOf(lasts.toDays()));
        queue(to, "authorization-given-mailed", facts, given.id());
    }

    /** It ends soon; the link leads to where it can be confirmed again or ended. */
    void confirmAgain(Profile to, UUID request, String agency, Instant until) {
        outbox.queue(
                mail(to, "authorization-again", Map.of("agency", agency), new Mail.Link(REQUEST, "/confirm", request, until)));
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
