package org.assisterportal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of one PDF: what it can write, and where its lines break. Sizes are in points. */
final class Letters {
    // Has the letters of every European language and of Vietnamese; lies in the library that writes the PDF.
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String UNWRITABLE = "?";

    private final PDType0Font font;
    private final Map<Integer, String> written = new HashMap<>();

    Letters(PDDocument document) throws IOException {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            font = PDType0Font.load(document, file);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** Lines no wider than this; a word that is wider is broken where it must. */
    List<String> wrap(String words, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : clean(words).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (wide(longer, size) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            for (int letter : word.codePoints().toArray()) {
                if (wide(line + Character.toString(letter), size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.appendCodePoint(letter);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private float wide(String words, float size) throws IOException {
        return font.getStringWidth(words) / 1000 * size;
    }

    /** What the font can write; a name in another script stays readable on the page of the receipt. */
    private String clean(String words) {
        StringBuilder clean = new StringBuilder();
        words.codePoints().forEach(letter -> clean.append(written.computeIfAbsent(letter, this::write)));
        return clean.toString().strip();
    }

    private String write(int letter) {
        int type = Character.getType(letter);
        if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
            return " ";
        }
        if (type == Character.CONTROL || type == Character.FORMAT) {
            return "";
        }
        try {
            font.encode(Character.toString(letter));
            return Character.toString(letter);
        } catch (IOException | IllegalArgumentException e) {
            return UNWRITABLE;
        }
    }
}
