package org.assisterportal.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.assisterportal.shared.LongDay;
import org.assisterportal.shared.Minnesota;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Makes the message out of its kind's texts, in its reader's language; where those lack, in English, which its first line
 * says. The link's token is made here and kept nowhere.
 */
@Component
class MailComposer {
    private static final String UTF_8 = "UTF-8";
    private static final String FOLDER = "templates/mail/";

    private final TemplateEngine engine;
    private final MessageSource messages;
    private final SignedLinks links;
    private final MailSettings settings;
    private final String baseUrl;
    private final String arcPhone;
    private final Map<String, Boolean> translated = new ConcurrentHashMap<>();

    MailComposer(
            MessageSource messages,
            SignedLinks links,
            MailSettings settings,
            @Value("${assisterportal.base-url}") String baseUrl,
            @Value("${assisterportal.arc.phone}") String arcPhone) {
        this.messages = messages;
        this.links = links;
        this.settings = settings;
        this.baseUrl = baseUrl;
        this.arcPhone = arcPhone;
        SpringTemplateEngine own = new SpringTemplateEngine();
        own.setEnableSpringELCompiler(true);
        own.setTemplateEngineMessageSource(messages);
        own.addTemplateResolver(resolver(".html", TemplateMode.HTML, 1));
        own.addTemplateResolver(resolver(".txt", TemplateMode.TEXT, 2));
        this.engine = own;
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode, int order) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(FOLDER);
        resolver.setResolvablePatterns(java.util.Set.of("*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(UTF_8);
        resolver.setOrder(order);
        return resolver;
    }

    MimeMessage compose(Mail mail) throws MessagingException, UnsupportedEncodingException {
        Locale reader = mail.language();
        Locale written = isWrittenIn(mail.kind(), reader) ? reader : Locale.US;
        Context context = new Context(written);
        mail.values().forEach(context::setVariable);
        context.setVariable("baseUrl", baseUrl);
        context.setVariable("arcPhone", arcPhone);
        Mail.Link link = mail.link();
        if (link != null) {
            context.setVariable(
                    "link",
                    baseUrl + link.path() + "/" + links.token(link.purpose(), link.id(), link.expires())
                            + (isEnglish(reader) ? "" : "?lang=" + reader.getLanguage()));
            context.setVariable("expires", LongDay.of(LocalDate.ofInstant(link.expires(), Minnesota.ZONE), written));
            context.setVariable("linkCode", links.code(link.purpose(), link.id(), link.expires()));
        }
        MimeMessage message = new IdentifiedMessage("<" + mail.id() + "@" + domain() + ">");
        boolean arc = mail.sender() == Mail.Sender.ARC;
        message.setFrom(
                new InternetAddress(
                        arc ? settings.arcFrom() : settings.from(),
                        messages.getMessage(arc ? "mail.from.arc" : "mail.from.system", null, written), UTF_8));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to().value()));
        message.setSubject(subject(mail, written), UTF_8);
        String file = mail.kind() + suffix(written);
        String text = engine.process(file + ".txt", context);
        String html = engine.process(file + ".html", context);
        if (written.equals(reader) || isEnglish(reader)) {
            message.setContent(either(text, html));
        } else {
            String mark = messages.getMessage("mail.english-only", new Object[] {arcPhone}, reader);
            message.setContent(
                    either(
                            mark + "\n\n" + text,
                            html.replaceFirst("<body>", "<body>\n<p lang=\"" + reader.getLanguage() + "\">" + mark + "</p>")));
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** A kind about several things has a subject for each that its fact {@code what} names. */
    private String subject(Mail mail, Locale written) {
        String kind = "mail." + mail.kind() + ".subject";
        String one = messages.getMessage(kind + "." + mail.values().get("what"), null, "", written);
        return one == null || one.isEmpty() ? messages.getMessage(kind, null, written) : one;
    }

    // By hand and no more than is needed: each part searches the class path, and a usual helper makes eight and a list of
    // file types.
    private static MimeMultipart either(String text, String html) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, UTF_8);
        MimeBodyPart marked = new MimeBodyPart();
        marked.setText(html, UTF_8, "html");
        MimeMultipart either = new MimeMultipart("alternative");
        either.addBodyPart(plain);
        either.addBodyPart(marked);
        return either;
    }

    private boolean isWrittenIn(String kind, Locale language) {
        return isEnglish(language)
                || translated.computeIfAbsent(
                        kind + suffix(language), file -> new ClassPathResource(FOLDER + file + ".html").exists());
    }

    private static boolean isEnglish(Locale language) {
        return language.getLanguage().equals("en");
    }

    private static String suffix(Locale language) {
        return isEnglish(language) ? "" : "_" + language.getLanguage();
    }

    /** Behind the system's address. */
    String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    /** A message whose Message-ID is ours, so that a second delivery is recognized as the same mail. */
    private static final class IdentifiedMessage extends MimeMessage {
        // Making one searches the class path, so all messages share it; it holds nothing.
        private static final Session NO_SESSION = Session.getInstance(new Properties());
        private final String id;

        IdentifiedMessage(String id) {
            super(NO_SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
