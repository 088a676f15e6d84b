package org.assisterportal.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Sends a batch over one connection, each mail marked right after the server's 250. A process killed between the two
 * sends that one again with the same Message-ID; nothing else is sent twice.
 */
@Component
class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int PERMANENT = 500;
    private static final int MARKS = 3;

    private final OutboxTable outbox;
    private final MailComposer composer;
    private final JavaMailSenderImpl sender;
    private final MailSettings settings;
    private final Clock clock;

    Delivery(
            OutboxTable outbox,
            MailComposer composer,
            JavaMailSenderImpl sender,
            MailSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.composer = composer;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    /** Claims and sends one batch; how many it claimed. */
    int deliver() {
        return deliver(() -> true);
    }

    /** The same, but begins no further mail once it shall stop; what it claimed and didn't try is anybody's again. */
    int deliver(BooleanSupplier goOn) {
        Instant latest = clock.instant().plus(settings.begin());
        List<OutboxTable.Claimed> batch = outbox.claim(settings.batch(), settings.lease());
        if (batch.isEmpty()) {
            return 0;
        }
        Session session = session();
        int next = 0;
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
            boolean usable = true;
            while (usable && next < batch.size() && goOn.getAsBoolean() && clock.instant().isBefore(latest)) {
                // Only after a failure is it worth a round trip to ask whether the connection still stands.
                usable = send(transport, batch.get(next)) || transport.isConnected();
                next++;
            }
        } catch (MessagingException e) {
            LOG.warn("mail server not reached: {}", e.getClass().getSimpleName());
            if (next < batch.size()) {
                for (OutboxTable.Claimed rest : batch.subList(next, batch.size())) {
                    // Nobody's fault but the server's: it doesn't use up the mail's tries.
                    Instant again = clock.instant().plus(settings.pause(rest.attempts()));
                    outbox.giveBackLater(rest.mail().id(), words(e), again);
                }
                next = batch.size();
            }
        }
        for (OutboxTable.Claimed rest : batch.subList(next, batch.size())) {
            outbox.giveBack(rest.mail().id());
        }
        return batch.size();
    }

    private boolean send(Transport transport, OutboxTable.Claimed claimed) {
        Mail mail = claimed.mail();
        MimeMessage message;
        try {
            message = composer.compose(mail);
        } catch (RuntimeException | MessagingException | UnsupportedEncodingException e) {
            // A broken text must not stop the others.
            outbox.notSent(mail.id(), "the mail could not be made: " + e.getClass().getSimpleName(), null);
            LOG.error("mail {} of kind {} could not be made", mail.id(), mail.kind(), e);
            return true;
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            boolean last = permanent(e) || claimed.attempts() >= settings.attempts();
            Instant again = clock.instant().plus(settings.pause(claimed.attempts()));
            outbox.notSent(mail.id(), words(e), last ? null : again);
            LOG.warn("mail {} of kind {} not delivered: {}", mail.id(), mail.kind(), e.getClass().getSimpleName());
            return false;
        }
        mark(mail.id());
        return true;
    }

    /** The server has it: a database that is away for a moment must not make it go out again. */
    private void mark(UUID id) {
        for (int tries = 1; ; tries++) {
            try {
                outbox.sent(id);
                return;
            } catch (NestedRuntimeException e) {
                if (tries == MARKS) {
                    throw e;
                }
            }
        }
    }

    private Session session() {
        Properties properties = new Properties();
        properties.putAll(sender.getJavaMailProperties());
        String timeout = String.valueOf(settings.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        // The answer to QUIT is of no interest, and RCPT's answer comes before DATA.
        properties.putIfAbsent("mail.smtp.quitwait", "false");
        // The name to greet with; asking the network for this machine's own takes its time at every connection.
        properties.putIfAbsent("mail.smtp.localhost", composer.domain());
        MailTls.demand(properties, String.valueOf(sender.getHost()));
        if (sender.getUsername() != null) {
            properties.putIfAbsent("mail.smtp.auth", "true");
        }
        return Session.getInstance(properties);
    }

    private static boolean permanent(Exception e) {
        for (Exception cause = e; cause instanceof MessagingException mail; cause = mail.getNextException()) {
            if (code(mail) >= PERMANENT) {
                return true;
            }
        }
        return false;
    }

    private static int code(@Nullable Exception e) {
        return switch (e) {
            case SMTPSendFailedException failed -> failed.getReturnCode();
            case SMTPAddressFailedException failed -> failed.getReturnCode();
            case null, default -> 0;
        };
    }

    /** The server's words without addresses, which don't belong in a list that many read. */
    private static String words(Exception e) {
        StringBuilder words = new StringBuilder();
        for (Exception cause = e;
                cause != null && words.length() < 250;
                cause = cause instanceof MessagingException mail ? mail.getNextException() : null) {
            words.append(words.isEmpty() ? "" : " / ").append(String.valueOf(cause.getMessage()).strip());
        }
        return words.toString().replaceAll("\\S+@\\S+", "<address>").replaceAll("\\s+", " ");
    }
}
