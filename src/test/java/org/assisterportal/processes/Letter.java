package org.assisterportal.processes;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as a mail server has it; {@code client} is the name that its sender greeted with. */
public record Letter(String client, String messageId, String from, String to, String subject, String text) {

    /** The first group of the pattern in the newest of these that has it. */
    public static Optional<String> find(List<Letter> letters, String pattern) {
        return letters.reversed().stream().flatMap(letter -> find(letter.text(), pattern).stream()).findFirst();
    }

    public static Optional<String> find(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    static Letter read(String client, byte[] bytes) {
        try {
            Session session = Session.getInstance(new Properties());
            return read(client, new MimeMessage(session, new ByteArrayInputStream(bytes)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Letter read(String client, MimeMessage mail) {
        try {
            return new Letter(
                    client,
                    mail.getMessageID(),
                    mail.getFrom()[0].toString(),
                    mail.getRecipients(Message.RecipientType.TO)[0].toString(),
                    mail.getSubject(),
                    plain(mail));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = plain(parts.getBodyPart(i));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
