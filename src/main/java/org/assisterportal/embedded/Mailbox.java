package org.assisterportal.embedded;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every mail the embedded SMTP server took, newest first. */
public final class Mailbox {
    private final Path folder;
    // A mail never changes: whose it is, is read once, and the others' contents never.
    private final Map<Path, String> addressees = new ConcurrentHashMap<>();

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
                    .filter(file -> to == null || addressees.computeIfAbsent(file, this::addressee).equalsIgnoreCase(to))
                    .limit(limit)
                    .map(this::read)
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
        String name = file.getFileName().toString();
        return open(
                file,
                mail ->
                        new Received(
                                name,
                                Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('-')))),
                                mail.getMessageID(),
                                mail.getFrom()[0].toString(),
                                to(mail),
                                mail.getSubject(),
                                body(mail, "text/plain"),
                                body(mail, "text/html")));
    }

    private String addressee(Path file) {
        return open(file, Mailbox::to);
    }

    private static String to(MimeMessage mail) throws MessagingException {
        return mail.getRecipients(Message.RecipientType.TO)[0].toString();
    }

    private interface Reading<T> {
        T of(MimeMessage mail) throws MessagingException, IOException;
    }

    private static <T> T open(Path file, Reading<T> reading) {
        try (InputStream in = Files.newInputStream(file)) {
            return reading.of(new MimeMessage(null, in));
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
