package org.assisterportal.learning.domain;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.notification.Mail;
import org.assisterportal.notification.Outbox;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, mails and takes sign-in codes; a Training ID that is nobody's costs the same statements but the mail. */
@Component
class SignInCodes {
    private final CodeTable codes;
    private final Outbox outbox;
    private final PolicyValues policy;
    private final AuditLog audit;
    private final Keys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignInCodes(
            CodeTable codes, Outbox outbox, PolicyValues policy, AuditLog audit, Keys keys, Clock clock) {
        this.codes = codes;
        this.outbox = outbox;
        this.policy = policy;
        this.audit = audit;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whom a mail goes to. */
    record Addressee(PersonId person, String name, EmailAddress email, String trainingId) {
        static Optional<Addressee> of(RosterRecord entry) {
            String email = entry.email();
            String trainingId = entry.trainingId();
            return email == null || trainingId == null || !EmailAddress.isValid(email)
                    ? Optional.empty()
                    : Optional.of(
                            new Addressee(entry.person(), entry.name().full(), new EmailAddress(email), trainingId));
        }
    }

    @Transactional
    void request(String trainingId, String browserId, String network, Optional<Addressee> addressee) {
        Instant now = clock.instant();
        boolean mayMail = mayMail("learning-code-asked", askedFor(trainingId), whose(trainingId, network), now);
        if (!mayMail) {
            AuditLine often = AuditLine.of(Actor.SYSTEM, "learning.code-asked").refused("too-many-mails");
            audit.recordRefusal(often, whose(trainingId, network), 1);
            return;
        }
        UUID id = UUID.randomUUID();
        String code = String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
        int minutes = minutes();
        codes.add(
                id,
                askedFor(trainingId),
                keys.hmac("learning-browser", browserId),
                addressee.map(to -> to.person().value()).orElse(null),
                hashOf(id, code),
                now,
                now.plus(Duration.ofMinutes(minutes)));
        AuditLine line = AuditLine.of(Actor.SYSTEM, "learning.code-asked");
        if (addressee.isEmpty()) {
            audit.recordRefusal(line.refused("unknown-key"), whose(trainingId, network), 1);
            return;
        }
        Addressee to = addressee.get();
        audit.record(line.about(to.person().value()));
        outbox.queue(
                mail("learning-code", id, to, Map.of("code", code, "minutes", String.valueOf(minutes))));
    }

    @Transactional
    Optional<PersonId> redeem(String trainingId, String browserId, String code) {
        Instant now = clock.instant();
        return codes.tried(
                        askedFor(trainingId),
                        keys.hmac("learning-browser", browserId),
                        number("learning.code-tries"),
                        now)
                .filter(tried -> MessageDigest.isEqual(tried.code(), hashOf(tried.id(), digits(code))))
                .filter(tried -> codes.use(tried.id(), now))
                .map(CodeTable.Tried::person)
                .map(PersonId::new);
    }

    @Transactional
    void mailKey(String email, String network, Optional<Addressee> addressee) {
        byte[] askedFor = keys.hmac("learning-key-asked", email.strip().toLowerCase(Locale.ROOT));
        boolean mayMail = mayMail("learning-key-asked", askedFor, whose(email, network), clock.instant());
        AuditLine line = AuditLine.of(Actor.SYSTEM, "learning.key-asked");
        if (!mayMail || addressee.isEmpty()) {
            audit.recordRefusal(
                    line.refused(mayMail ? "unknown-address" : "too-many-mails"), whose(email, network), 1);
            return;
        }
        Addressee to = addressee.get();
        audit.record(line.about(to.person().value()));
        outbox.queue(mail("learning-key", UUID.randomUUID(), to, Map.of("trainingId", to.trainingId())));
    }

    private boolean mayMail(String purpose, byte[] askedFor, String whose, Instant now) {
        return codes.mayMail(
                keys.hmac(purpose + "-by-one", whose),
                number("learning.code-mails-an-hour"),
                askedFor,
                number("learning.code-mails-an-hour-overall"),
                now);
    }

    private static Mail mail(String kind, UUID id, Addressee to, Map<String, String> more) {
        Map<String, String> values = new java.util.HashMap<>(more);
        values.put("name", to.name());
        return new Mail(id, kind, Mail.Sender.SYSTEM, to.email(), values, null, to.person().value());
    }

    /** Whose refusals leave one line an hour: those of one key or address asked from one network. */
    static String whose(String asked, String network) {
        return asked.strip().toUpperCase(Locale.ROOT) + " " + network;
    }

    private byte[] askedFor(String trainingId) {
        return keys.hmac("learning-code-asked", trainingId.strip().toUpperCase(Locale.ROOT));
    }

    private byte[] hashOf(UUID id, String code) {
        return keys.hmac("learning-code", id + ":" + code);
    }

    private static String digits(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }

    int minutes() {
        return number("learning.code-minutes");
    }

    private int number(String code) {
        return policy.inForce(code).number();
    }
}
