package org.assisterportal.notification;

import java.util.Properties;
import org.assisterportal.shared.ThisMachine;

/** Mail leaves this machine encrypted, and only to a server whose certificate has its name. */
final class MailTls {
    private MailTls() {}

    /** Adds what the operator's settings leave open. */
    static void demand(Properties properties, String host) {
        if (ThisMachine.is(host)) {
            return;
        }
        properties.putIfAbsent("mail.smtp.ssl.checkserveridentity", "true");
        if (!"true".equals(properties.getProperty("mail.smtp.ssl.enable"))) {
            properties.putIfAbsent("mail.smtp.starttls.enable", "true");
            properties.putIfAbsent("mail.smtp.starttls.required", "true");
        }
    }
}
