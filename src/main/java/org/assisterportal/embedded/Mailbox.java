package org.assisterportal.embedded;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every mail the embedded SMTP server took, newest first. */
public final class Mailbox {
    private final Path folder;

    Mailbox(Path folder) {
        this.folder = folder;
    }

    /** A mail as it arrived. */
    public record Received(
            String file, Instant at, String messageId, String from, String to, String subject, String text, String html) {}

    /** The newest, at most {@code limit}, to this address; null address = to anybody. */
    public List<Received> newest(@Nullable String to, int limit) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
                    .map(this::read)
                    .filter(mail -> to == null || mail.to().equalsIgnoreCase(to))
                    .limit(limit)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Received> find(String file) {
        if (!file.matches("[0-9]+-[0-9a-f-]+\\.eml") || !Files.exists(folder.resolve(file))) {
            return Optional.empty();
        }
        return Optional.of(read(folder.resolve(file)));
    }

    private Received read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
            String name = file.getFileName().toString();
            return new Received(
                    name,
                    Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('-')))),
                    mail.getMessageID(),
                    mail.getFrom()[0].toString(),
                    mail.getRecipients(Message.RecipientType.TO)[0].toString(),
                    mail.getSubject(),
                    body(mail, "text/plain"),
                    body(mail, "text/html"));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("unreadable mail " + file.getFileName(), e);
        }
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = body(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
