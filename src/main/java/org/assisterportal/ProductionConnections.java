package org.assisterportal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.assisterportal.shared.ThisMachine;
import org.postgresql.Driver;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;
import org.springframework.core.env.Environment;

/** What leaves this machine, to the database or the mail server, is encrypted, and the other side's certificate checked. */
final class ProductionConnections {
    private static final String MAIL = "spring.mail.properties.mail.smtp.";

    private ProductionConnections() {}

    static List<String> problems(Environment environment) {
        List<String> problems = new ArrayList<>();
        for (String setting : List.of("spring.datasource.url", "spring.flyway.url")) {
            database(environment.getProperty(setting, "")).ifPresent(why -> problems.add(setting + " " + why));
        }
        String host = environment.getProperty("spring.mail.host", "");
        if (!host.isBlank() && !ThisMachine.is(host)) {
            mail(environment).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<String> database(String url) {
        if (url.isBlank()) {
            return Optional.empty();
        }
        Properties read = Driver.parseURL(url, new Properties());
        if (read == null) {
            return Optional.of("must begin with jdbc:postgresql://");
        }
        if (Arrays.stream(read.getProperty("PGHOST", "localhost").split(",")).allMatch(ThisMachine::is)) {
            return Optional.empty();
        }
        boolean checked;
        try {
            checked = SslMode.of(read).verifyCertificate();
        } catch (PSQLException e) {
            checked = false;
        }
        return checked && !read.getProperty("sslfactory", "").contains("NonValidating")
                ? Optional.empty()
                : Optional.of(
                        "goes over a network and must end with ?sslmode=verify-full (or verify-ca), without"
                                + " NonValidatingFactory: whoever stands between would read everything");
    }

    private static Optional<String> mail(Environment environment) {
        boolean fromTheStart = environment.getProperty(MAIL + "ssl.enable", Boolean.class, false);
        boolean required =
                environment.getProperty(MAIL + "starttls.required", Boolean.class, true)
                        && environment.getProperty(MAIL + "starttls.enable", Boolean.class, true);
        if (!fromTheStart && !required) {
            return Optional.of(MAIL + "starttls.required must not be switched off: mails hold links and codes");
        }
        boolean checked =
                environment.getProperty(MAIL + "ssl.checkserveridentity", Boolean.class, true)
                        && environment.getProperty(MAIL + "ssl.trust", "").isBlank();
        return checked
                ? Optional.empty()
                : Optional.of(
                        "the mail server's certificate must be checked: leave out " + MAIL + "ssl.trust and "
                                + MAIL + "ssl.checkserveridentity");
    }
}
