package org.assisterportal.document.domain;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.assisterportal.document.Incoming;

/** Real files of each kind, made here. */
public final class TestFiles {
    private TestFiles() {}

    /** A PDF that says this in its title; opened with these passwords, where they aren't empty. */
    public static byte[] pdf(String title, String owner, String user) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(title);
            if (!owner.isEmpty()) {
                document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] pdf(String title) {
        return pdf(title, "", "");
    }

    /** A picture of one color; another color is another file. */
    public static byte[] picture(String format, int color) {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 60; x++) {
            for (int y = 0; y < 40; y++) {
                image.setRGB(x, y, color);
            }
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The boxes by which an iPhone's photo is known: what it is, what is in it, and its pixels. */
    public static byte[] heic() {
        byte[] file = new byte[200];
        byte[] begin =
                "\0\0\0\u0018ftypheic\0\0\0\0mif1heic\0\0\0\u0020meta\0\0\0\0\0\0\0\u0014hdlr\0\0\0\0\0\0\0\0pict\0\0\0\u0090mdat"
                        .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(begin, 0, file, 0, begin.length);
        return file;
    }

    /** A PDF that is made longer: what stands behind its end is left alone by readers. */
    public static byte[] longPdf(String title, int bytes) {
        byte[] pdf = pdf(title);
        byte[] file = Arrays.copyOf(pdf, bytes);
        Arrays.fill(file, pdf.length, bytes, (byte) '\n');
        return file;
    }

    public static Incoming incoming(String name, byte[] content) {
        return new Incoming(name, () -> new ByteArrayInputStream(content));
    }
}
