package org.assisterportal.document.domain;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.Tika;
import org.assisterportal.document.Documents;
import org.assisterportal.document.Documents.Why;
import org.assisterportal.document.FileKind;
import org.assisterportal.document.Incoming;
import org.assisterportal.shared.Keys;
import org.springframework.stereotype.Component;

/** Looks at a file before it is kept: what it is by its content, whether it opens, whether it isn't too large. */
@Component
class FileCheck {
    private static final String DIGEST = "HmacSHA256";
    private static final int LONGEST_NAME = 100;
    /** Files that are looked into at the same moment; each may lie in memory meanwhile. */
    private static final Semaphore AT_ONCE = new Semaphore(4);

    private final Tika tika = new Tika();
    private final Keys keys;

    FileCheck(Keys keys) {
        this.keys = keys;
    }

    /** What came of it. */
    sealed interface Checked {}

    /**
     * It can be kept.
     *
     * @param digest keyed, of the whole content
     */
    record Fine(String name, FileKind kind, int bytes, byte[] digest) implements Checked {}

    record Wrong(Why why) implements Checked {}

    Checked check(Incoming incoming) {
        AT_ONCE.acquireUninterruptibly();
        try {
            byte[] content = content(incoming);
            if (content.length == 0) {
                return new Wrong(Why.EMPTY);
            }
            if (content.length > Documents.MOST_BYTES) {
                return new Wrong(Why.TOO_LARGE);
            }
            String type = tika.detect(new ByteArrayInputStream(content));
            Optional<FileKind> kind = Arrays.stream(FileKind.values()).filter(one -> is(one, type)).findFirst();
            Optional<Why> wrong = kind.isEmpty() ? Optional.of(Why.KIND) : unreadable(kind.get(), content);
            return wrong.isPresent()
                    ? new Wrong(wrong.get())
                    : new Fine(name(incoming.name()), kind.orElseThrow(), content.length, digest(content));
        } catch (IOException e) {
            return new Wrong(Why.UNREADABLE);
        } finally {
            AT_ONCE.release();
        }
    }

    /** One byte more than is taken tells that there is more. */
    private static byte[] content(Incoming incoming) throws IOException {
        try (InputStream in = new BufferedInputStream(incoming.source().open())) {
            return in.readNBytes(Documents.MOST_BYTES + 1);
        }
    }

    private static boolean is(FileKind kind, String type) {
        return type.equals(kind.type()) || kind == FileKind.HEIC && (type.equals("image/heif") || type.startsWith("image/heic"));
    }

    private static Optional<Why> unreadable(FileKind kind, byte[] content) {
        return switch (kind) {
            case PDF -> pdf(content);
            case JPEG, PNG -> WholePicture.is(kind, content) ? picture(content) : Optional.of(Why.UNREADABLE);
            case HEIC -> WholePicture.is(kind, content) ? Optional.empty() : Optional.of(Why.UNREADABLE);
        };
    }

    /** One that only its printing is locked of opens with an empty password, as a viewer would open it. */
    private static Optional<Why> pdf(byte[] content) {
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBuffer(content))) {
            if (document.getNumberOfPages() == 0) {
                return Optional.of(Why.UNREADABLE);
            }
            return PdfPrograms.isIn(document) ? Optional.of(Why.PROGRAM) : Optional.empty();
        } catch (InvalidPasswordException e) {
            return Optional.of(Why.PASSWORD);
        } catch (IOException | RuntimeException e) {
            return Optional.of(Why.UNREADABLE);
        }
    }

    /** Its size stands at the beginning; the picture isn't unpacked for it. */
    private static Optional<Why> picture(byte[] content) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.of(Why.UNREADABLE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return reader.getWidth(0) > 0 && reader.getHeight(0) > 0 ? Optional.empty() : Optional.of(Why.UNREADABLE);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.of(Why.UNREADABLE);
        }
    }

    private byte[] digest(byte[] content) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(keys.derive("document-digest", DIGEST));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without folders, and without what doesn't belong into a name on any system. */
    static String name(String typed) {
        String last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        String name = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*%]", "").strip().replaceAll("^\\.+", "");
        if (name.isEmpty()) {
            return "file";
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME).strip();
    }
}
