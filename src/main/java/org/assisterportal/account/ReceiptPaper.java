package org.assisterportal.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.pages.Languages;
import org.assisterportal.pages.PdfPaper;
import org.assisterportal.pages.Words;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.policy.PolicyText.Paragraph;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A receipt as a PDF: what its page says, in the reader's language, and the words as they were agreed to. */
@Component
class ReceiptPaper {
    private final Words words;
    private final String marketplace;
    private final String baseUrl;

    ReceiptPaper(
            Words words,
            @Value("${assisterportal.marketplace}") String marketplace,
            @Value("${assisterportal.base-url}") String baseUrl) {
        this.words = words;
        this.marketplace = marketplace;
        this.baseUrl = baseUrl;
    }

    byte[] of(AuthorizationView one, Authorizations.Words agreed) {
        String language = Languages.tag(Languages.current());
        String title = words.say("manage.receipt.title.number", List.of(String.valueOf(one.number())));
        try (PdfPaper paper = new PdfPaper(title, language)) {
            paper.heading(1, title, language);
            paper.paragraph(words.key("layout.product") + ", " + marketplace, language);
            paper.paragraph(lead(one), language);
            paper.facts(facts(one));
            paper.paragraph(words.key("manage.receipt.check") + " " + baseUrl + "/receipt", language);
            paper.heading(2, words.key("manage.receipt.words"), language);
            if (agreed.privacy() != null) {
                text(paper, agreed.privacy(), agreed);
            }
            text(paper, agreed.text(), agreed);
            paper.paragraph(words.say("manage.receipt.hash", List.of(one.textHash())), language);
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lead(AuthorizationView one) {
        Instant ended = one.endedAt();
        String given = words.day(one.givenAt());
        return ended == null
                ? words.say("manage.receipt.lead", List.of(one.assisterName(), one.agencyName(), given))
                : words.say("manage.receipt.lead.ended", List.of(one.assisterName(), one.agencyName(), given, words.day(ended)));
    }

    private Map<String, String> facts(AuthorizationView one) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(words.key("manage.receipt.consumer"), one.consumerName());
        facts.put(words.key("manage.assister"), one.assisterName());
        facts.put(words.key("manage.agency"), one.agencyName());
        facts.put(words.key("manage.number"), words.grouped(one.referenceNumber()));
        facts.put(words.key("manage.may"), words.key("manage.scope." + one.scope()));
        facts.put(words.key("manage.receipt.at"), words.time(one.givenAt()));
        facts.put(
                words.key("manage.until"), one.until() == null ? words.key("manage.until.open") : words.day(one.until()));
        facts.put(words.key("manage.over"), over(one));
        facts.put(words.key("manage.receipt.method"), words.key("manage.method." + one.method()));
        facts.put(
                words.key("manage.receipt.status"),
                words.say("manage.receipt.status.held", List.of(one.assisterName(), one.agencyName())));
        facts.put(
                words.key("manage.receipt.text"),
                words.say(
                        "manage.receipt.text.version",
                        List.of(words.day(one.textVersion()), words.key("manage.language." + one.textLanguage()))));
        facts.put(words.key("manage.receipt.code"), words.inFours(one.receiptCode()));
        return facts;
    }

    private String over(AuthorizationView one) {
        return one.endedAt() == null
                ? words.key("manage.over.not")
                : words.time(one.endedAt()) + ". " + words.key("manage.reason." + one.endReason());
    }

    private static void text(PdfPaper paper, PolicyText text, Authorizations.Words agreed) throws IOException {
        for (Paragraph paragraph : text.read(agreed.choice(), agreed.names())) {
            if (paragraph.heading()) {
                paper.heading(3, paragraph.words(), text.tag());
            } else {
                paper.paragraph(paragraph.words(), text.tag());
            }
        }
    }
}
