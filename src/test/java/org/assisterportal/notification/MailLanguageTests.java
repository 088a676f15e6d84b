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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "signed, Your choice of a plan was signed, a choice of health or dental plans was signed., Se firmó su elección de un plan",
        "ended, The end of a plan was signed, it was signed that coverage in a plan ends., Se firmó el fin de un plan",
        "cancelled, A plan was cancelled, it was signed that a plan is cancelled before it begins., Se canceló un plan",
        "taken-back, A choice of a plan was taken back, that waited for a proof is taken back., Se retiró la elección de un plan",
        "credit-signed, Another part of your tax credit was signed, another part of the tax credit is taken in advance., Se firmó otra parte de su crédito fiscal"
    })
    void aMailAboutPlansSaysWhatWasSigned(String what, String subject, String text, String spanish) {
        Map<String, String> values = Map.of("name", "Maria Lopez", "what", "enrollment." + what, "agency", "Lakes Health");
        Instant expires = Instant.parse("2027-01-05T18:00:00Z");
        Mailbox.Received own = arrived(mail("enrollment-signed", values, expires));
        assertThat(own.subject()).isEqualTo(subject);
        assertThat(own.text()).contains(text).doesNotContain("??");
        assertThat(own.html()).contains(text).doesNotContain("??");
        Mailbox.Received hers = arrived(mail("enrollment-signed", values, expires).in(SPANISH));
        assertThat(hers.subject()).isEqualTo(spanish);
        assertThat(hers.text()).doesNotContain("??", "was signed");
        Mailbox.Received done = arrived(mail("done-for-you", values, expires));
        assertThat(done.subject()).endsWith(" for you").isNotEqualTo("Something was done for you");
        assertThat(done.text()).contains("an assister of Lakes Health signed").doesNotContain("??");
        assertThat(arrived(mail("done-for-you", values, expires).in(SPANISH)).text()).contains("un asistente de Lakes Health firmó en su nombre").doesNotContain("??");
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
