package org.assisterportal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailTlsTests {
    @Test
    void mailToAnotherMachineNeedsTlsAndTheServersName() {
        Properties properties = new Properties();
        MailTls.demand(properties, "mail.example.org");
        assertThat(properties)
                .containsEntry("mail.smtp.starttls.enable", "true")
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }

    @Test
    void tlsFromTheFirstByteNeedsNoStarttls() {
        Properties properties = new Properties();
        properties.put("mail.smtp.ssl.enable", "true");
        MailTls.demand(properties, "mail.example.org");
        assertThat(properties)
                .doesNotContainKey("mail.smtp.starttls.required")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }

    @Test
    void mailToThisMachineCrossesNoNetwork() {
        Properties properties = new Properties();
        MailTls.demand(properties, "127.0.0.1");
        assertThat(properties).isEmpty();
    }
}
