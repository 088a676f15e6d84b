package org.assisterportal.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.assisterportal.application.Hand;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.document.Documents;
import org.assisterportal.document.Incoming;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.ProofRequest.Reason;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Papers of made-up consumers, which say so: sent, waiting, decided on. */
@Component
@Profile("demo")
class DemoDocuments {
    private final Documents documents;
    private final DocumentReviews reviews;

    DemoDocuments(Documents documents, DocumentReviews reviews) {
        this.documents = documents;
        this.reviews = reviews;
    }

    /** Sends a pay stub that waits for an officer. */
    void sendPay(Actor consumer) {
        send(consumer, ProofKind.INCOME, "pay stub November.png", "PAY STUB", "Lake Bakery (made up)", consumer.name(), "Gross pay $1,250.00, every two weeks");
    }

    /** Sends two papers, of which an officer accepts one. */
    void decide(Actor consumer, Actor officer) {
        send(consumer, ProofKind.CITIZENSHIP, "passport.png", "PASSPORT (made up)", consumer.name(), "Nationality: United States of America");
        decide(consumer, ProofKind.CITIZENSHIP, null, "", officer);
        send(consumer, ProofKind.INCOME, "IMG_2041.png", "PAY STUB", "Cedar Boats (made up)", "Page 1 of 2");
        decide(consumer, ProofKind.INCOME, Reason.INCOMPLETE, "Page 2 with your name is missing. Please send both pages.", officer);
    }

    private void send(Actor consumer, ProofKind kind, String name, String... lines) {
        byte[] picture = picture(lines);
        Incoming file = new Incoming(name, () -> new ByteArrayInputStream(picture));
        Documents.Sent sent = documents.send(new Hand.Own(consumer), asked(consumer, kind).id(), List.of(file));
        if (!(sent instanceof Documents.Sent.Done)) {
            throw new IllegalStateException("the demo's " + name + " of " + consumer.name() + " is refused: " + sent);
        }
    }

    private ProofRequest asked(Actor consumer, ProofKind kind) {
        return documents.list(new Hand.Own(consumer)).stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private void decide(Actor consumer, ProofKind kind, @Nullable Reason reason, String note, Actor officer) {
        ProofRequest request = asked(consumer, kind);
        request.waiting().forEach(file -> reviews.open(request.id(), file.id(), officer));
        reviews.decide(request.id(), reason, note, request.version(), officer);
    }

    /** A paper with some lines. */
    private static byte[] picture(String... lines) {
        BufferedImage image = new BufferedImage(900, 560, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        paper.setColor(new Color(250, 248, 240));
        paper.fillRect(0, 0, 900, 560);
        paper.setColor(Color.DARK_GRAY);
        paper.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
        for (int i = 0; i < lines.length; i++) {
            paper.drawString(lines[i], 60, 110 + 80 * i);
        }
        paper.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
