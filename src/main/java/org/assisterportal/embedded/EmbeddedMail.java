package org.assisterportal.embedded;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** An SMTP server on a free port of 127.0.0.1 that keeps every mail it takes as a file. */
final class EmbeddedMail implements AutoCloseable {
    private final GreenMail server;
    private final Path folder;

    EmbeddedMail(Path folder) {
        try {
            this.folder = Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getManagers().getUserManager().setAuthRequired(false);
        server.getManagers().getUserManager().setMessageDeliveryHandler((message, mailbox) -> {
            keep(message.getMessage());
            return server.getManagers().getUserManager().getUserByEmail(mailbox.getEmail()) == null
                    ? server.getManagers().getUserManager().createUser(mailbox.getEmail(), mailbox.getEmail(), "")
                    : server.getManagers().getUserManager().getUserByEmail(mailbox.getEmail());
        });
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    private void keep(MimeMessage message) {
        Path part = folder.resolve("." + UUID.randomUUID());
        try (OutputStream out = Files.newOutputStream(part)) {
            message.writeTo(out);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("mail could not be kept", e);
        }
        try {
            String name = System.currentTimeMillis() + "-" + UUID.randomUUID() + ".eml";
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
