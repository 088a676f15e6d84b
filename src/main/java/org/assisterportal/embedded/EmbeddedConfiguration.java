package org.assisterportal.embedded;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Wires the embedded servers in place of the configured ones; only in the profiles that ask for it. */
@Configuration
@Profile({"demo", "embedded"})
class EmbeddedConfiguration {
    private final Path folder;

    EmbeddedConfiguration(@Value("${assisterportal.embedded.folder:data}") Path folder) {
        this.folder = folder;
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres() {
        return EmbeddedPostgres.start(folder);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgres server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "app";
            }

            @Override
            public String getPassword() {
                return server.password("app");
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(EmbeddedPostgres server) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return "app_owner";
            }

            @Override
            public String getPassword() {
                return server.password("app_owner");
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }

    @Bean(destroyMethod = "close")
    EmbeddedMail embeddedMail() {
        return new EmbeddedMail(folder.resolve("mail"));
    }

    @Bean
    Mailbox mailbox(EmbeddedMail ignored) {
        return new Mailbox(folder.resolve("mail"));
    }

    @Bean
    JavaMailSenderImpl embeddedMailSender(EmbeddedMail server) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        sender.setDefaultEncoding("UTF-8");
        return sender;
    }
}
