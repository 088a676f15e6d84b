package org.assisterportal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.processes.Letter;
import org.assisterportal.processes.MailServer;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@MarketplaceTest
class OutboxDeliveryTests {
    @Autowired private OutboxTable outbox;
    @Autowired private MailComposer composer;
    @Autowired private MailSettings settings;
    @Autowired private Postman postman;
    @Autowired private Mailbox mailbox;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Clock clock;
    @Autowired private JdbcClient jdbc;

    private Mail mail(UUID subject, String to) {
        Map<String, String> values =
                Map.of("name", "Ana", "hat", "ASSISTER", "organization", "Lake Agency", "invitedBy", "Lake Agency");
        Mail.Link link =
                new Mail.Link("activation", "/activate", UUID.randomUUID(), clock.instant().plusSeconds(86_400));
        return new Mail(UUID.randomUUID(), "activation", Mail.Sender.SYSTEM, new EmailAddress(to), values, link, subject);
    }

    private void queue(List<Mail> mails) {
        postman.deliverAll();
        transaction.executeWithoutResult(state -> outbox.queueAll(mails));
    }

    @Test
    void twoThatDeliverAtOnceSendEachMailOnce() throws Exception {
        String domain = UUID.randomUUID() + ".example.org";
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            mails.add(mail(UUID.randomUUID(), "ana" + i + "@" + domain));
        }
        queue(mails);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(Executors.callable(postman::deliverAll), Executors.callable(postman::deliverAll)))) {
                done.get();
            }
        }
        List<String> arrived =
                mailbox.newest(null, 1000).stream()
                        .filter(mail -> mail.to().endsWith(domain))
                        .map(Mailbox.Received::messageId)
                        .toList();
        assertThat(arrived)
                .containsExactlyInAnyOrderElementsOf(
                        mails.stream().map(mail -> "<" + mail.id() + "@portal.example>").toList());
    }

    @Test
    void whatADeliveredMailSaidIsForgotten() {
        Mail mail = mail(UUID.randomUUID(), "ana@example.org");
        queue(List.of(mail));
        postman.deliverAll();
        assertThat(
                        jdbc.sql("SELECT state || facts::text FROM notification.outbox WHERE id = :id")
                                .param("id", mail.id())
                                .query(String.class)
                                .single())
                .isEqualTo("SENT{}");
    }

    @Test
    void aMailWhoseActIsRolledBackIsNeverSent() {
        UUID subject = UUID.randomUUID();
        transaction.executeWithoutResult(
                state -> {
                    outbox.queue(mail(subject, "nobody@example.org"));
                    state.setRollbackOnly();
                });
        assertThat(outbox.about(subject)).isEmpty();
    }

    @Test
    void aRefusalForGoodFailsAndAPassingOneIsTriedAgain() throws Exception {
        UUID refused = UUID.randomUUID();
        UUID delayed = UUID.randomUUID();
        queue(List.of(mail(refused, "gone@example.org"), mail(delayed, "later@example.org")));
        try (ScriptedServer server = new ScriptedServer()) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.port());
            new Delivery(outbox, composer, sender, settings, clock).deliver();
        }
        assertThat(outbox.about(refused).getFirst())
                .satisfies(
                        mail -> {
                            assertThat(mail.state()).isEqualTo(MailState.FAILED);
                            assertThat(mail.lastError()).contains("550").doesNotContain("gone@example.org");
                        });
        assertThat(outbox.about(delayed).getFirst())
                .satisfies(
                        mail -> {
                            assertThat(mail.state()).isEqualTo(MailState.WAITING);
                            assertThat(mail.nextAttemptAt()).isAfter(clock.instant());
                        });
    }

    @Test
    void anAbsentServerCostsNoMailItsTries() throws Exception {
        UUID subject = UUID.randomUUID();
        queue(List.of(mail(subject, "ana@example.org")));
        JavaMailSenderImpl nowhere = new JavaMailSenderImpl();
        nowhere.setHost("127.0.0.1");
        try (ServerSocket closed = new ServerSocket(0)) {
            nowhere.setPort(closed.getLocalPort());
        }
        new Delivery(outbox, composer, nowhere, settings, clock).deliver();
        assertThat(outbox.about(subject).getFirst())
                .satisfies(
                        mail -> {
                            assertThat(mail.state()).isEqualTo(MailState.WAITING);
                            assertThat(mail.attempts()).isZero();
                            assertThat(mail.lastError()).isNotBlank();
                        });
    }

    @Test
    void aServerThatTakesAMailAndFallsSilentCostsThatOneATryAndTheOthersGo() {
        UUID silent = UUID.randomUUID();
        UUID fine = UUID.randomUUID();
        String domain = UUID.randomUUID() + ".example.org";
        queue(List.of(mail(silent, "silent@" + domain), mail(fine, "fine@" + domain)));
        try (MailServer server = new MailServer()) {
            server.script(letter -> letter.to().startsWith("silent@") ? MailServer.Answer.SILENCE : MailServer.Answer.TAKE);
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.port());
            MailSettings impatient = MailSettingsTests.settings(Duration.ofSeconds(16), Duration.ofSeconds(2));
            Delivery delivery = new Delivery(outbox, composer, sender, impatient, clock);
            delivery.deliver();
            delivery.deliver();
            assertThat(server.taken(domain)).extracting(Letter::to).containsExactly("fine@" + domain);
        }
        assertThat(outbox.about(fine).getFirst().state()).isEqualTo(MailState.SENT);
        assertThat(outbox.about(silent).getFirst())
                .satisfies(
                        mail -> {
                            assertThat(mail.state()).isEqualTo(MailState.WAITING);
                            assertThat(mail.attempts()).isOne();
                            assertThat(mail.lastError()).contains("timed out");
                            assertThat(mail.nextAttemptAt()).isAfter(clock.instant());
                        });
    }

    @Test
    void aClaimedMailIsNobodyElsesUntilItsLeaseEnds() {
        Mail mail = mail(UUID.randomUUID(), "ana@example.org");
        queue(List.of(mail));
        assertThat(claimed(Duration.ofMinutes(3))).contains(mail.id());
        assertThat(claimed(Duration.ofMinutes(3))).doesNotContain(mail.id());
        jdbc.sql("UPDATE notification.outbox SET leased_until = :past WHERE id = :id")
                .param("past", Sql.time(clock.instant().minusSeconds(1)))
                .param("id", mail.id())
                .update();
        assertThat(claimed(Duration.ofMinutes(3))).contains(mail.id());
        outbox.giveBack(mail.id());
    }

    private List<UUID> claimed(Duration lease) {
        return outbox.claim(500, lease).stream().map(one -> one.mail().id()).toList();
    }

    /** Answers 550 to gone@ and 451 to later@, as a mail server's own words. */
    private static final class ScriptedServer implements AutoCloseable {
        private final ServerSocket socket;

        ScriptedServer() throws IOException {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept();
                        BufferedReader in =
                                new BufferedReader(
                                        new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                    answer(client, "220 scripted");
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        answer(
                                client,
                                line.contains("gone@")
                                        ? "550 no mailbox gone@example.org"
                                        : line.contains("later@") ? "451 try later" : "250 fine");
                    }
                } catch (IOException e) {
                    return;
                }
            }
        }

        private static void answer(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
