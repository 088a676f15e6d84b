package org.assisterportal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.shared.EmailAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail speaks its reader's language, and says so where it can't. */
@MarketplaceTest
class MailLanguageTests {
    private static final Locale SPANISH = Locale.of("es", "US");

    @Autowired private Outbox outbox;
    @Autowired private Postman postman;
    @Autowired private Mailbox mailbox;
    @Autowired private TransactionTemplate transaction;

    private final String address = Region.unique("maria.") + "@example.org";

    private Mailbox.Received arrived(Mail mail) {
        transaction.executeWithoutResult(status -> outbox.queue(mail));
        postman.deliverAll();
        return mailbox.newest(address, 1).getFirst();
    }

    private Mail mail(String kind, Map<String, String> values, Instant expires) {
        Mail.Link link = new Mail.Link("test", "/wrong", UUID.randomUUID(), expires);
        return new Mail(UUID.randomUUID(), kind, Mail.Sender.SYSTEM, new EmailAddress(address), values, link, null);
    }

    @Test
    void aSpanishReaderGetsSpanishWordsDaysAndPages() {
        Map<String, String> values = Map.of("name", "Maria Lopez", "agency", "Lakes Health");
        Instant expires = Instant.parse("2027-01-05T18:00:00Z");
        Mailbox.Received mail = arrived(mail("done-for-you", values, expires).in(SPANISH));
        assertThat(mail.subject()).isEqualTo("Se hizo algo en su nombre");
        assertThat(mail.from()).contains("portal");
        assertThat(mail.text())
                .contains("Hola, Maria Lopez:", "Lakes Health", "hasta el 5 de enero de 2027", "?lang=es")
                .doesNotContain("[English]", "solo en inglés");
        assertThat(mail.html()).contains("<html lang=\"es\"", "5 de enero de 2027", "?lang=es");
    }

    @Test
    void anEnglishReaderGetsTheSameInEnglish() {
        Map<String, String> values = Map.of("name", "Maria Lopez", "agency", "Lakes Health");
        Mailbox.Received mail = arrived(mail("done-for-you", values, Instant.parse("2027-01-05T18:00:00Z")));
        assertThat(mail.subject()).isEqualTo("Something was done for you");
        assertThat(mail.text()).contains("Hello Maria Lopez,", "through January 5, 2027").doesNotContain("?lang");
    }

    @Test
    void whatNobodyTranslatedComesInEnglishAndItsFirstLineSaysSo() {
        Map<String, String> values =
                Map.of("name", "Ana", "hat", "ASSISTER", "organization", "Lake Agency", "invitedBy", "Lake Agency");
        Mailbox.Received mail = arrived(mail("activation", values, Instant.parse("2027-01-05T18:00:00Z")).in(SPANISH));
        assertThat(mail.subject()).isEqualTo("Set up your account");
        assertThat(mail.text()).startsWith("Este correo está solo en inglés.").contains("January 5, 2027");
        assertThat(mail.html()).contains("<p lang=\"es\">Este correo está solo en inglés.");
    }
}
