package org.assisterportal.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One version of a text in one language.
 *
 * @param code dotted name, e.g. {@code text.authorization}
 * @param version the Minnesota date it took effect
 * @param reviewed whether it may bind anybody
 * @param paragraphs with placeholders like {@code {assister}} still in them
 * @param sha256 of the text as stored, 64 hexadecimal digits
 * @param aid the same version in the language that was asked for, while nobody has reviewed it; it helps to read and
 *     binds nobody
 */
public record PolicyText(
        String code,
        LocalDate version,
        Locale language,
        boolean reviewed,
        List<Paragraph> paragraphs,
        String sha256,
        @Nullable PolicyText aid) {
    private static final Pattern CHOICE = Pattern.compile("\\[([a-z]+)] ");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    public PolicyText {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * A heading or a paragraph.
     *
     * @param choice for which choice of the reader it stands; empty for every one
     */
    public record Paragraph(boolean heading, String choice, String words) {}

    static PolicyText of(String code, LocalDate version, Locale language, boolean reviewed, String body) {
        List<Paragraph> paragraphs =
                Arrays.stream(body.strip().split("\n\\s*\n")).map(String::strip).map(PolicyText::paragraph).toList();
        return new PolicyText(code, version, language, reviewed, paragraphs, Sha256.hex(body), null);
    }

    PolicyText with(PolicyText unreviewed) {
        return new PolicyText(code, version, language, reviewed, paragraphs, sha256, unreviewed);
    }

    /** What stands for this choice, with names in place of the placeholders; a name that is missing fails. */
    public List<Paragraph> read(String choice, Map<String, String> names) {
        return paragraphs.stream()
                .filter(paragraph -> paragraph.choice().isEmpty() || paragraph.choice().equals(choice))
                .map(paragraph -> new Paragraph(paragraph.heading(), "", filled(paragraph.words(), names)))
                .toList();
    }

    /** The language as pages name it. */
    public String tag() {
        return language.getLanguage();
    }

    private static Paragraph paragraph(String words) {
        if (words.startsWith("# ")) {
            return new Paragraph(true, "", words.substring(2));
        }
        Matcher choice = CHOICE.matcher(words);
        return choice.lookingAt()
                ? new Paragraph(false, choice.group(1), words.substring(choice.end()))
                : new Paragraph(false, "", words);
    }

    // In one pass, so that a name that looks like a placeholder stays what it is.
    private static String filled(String words, Map<String, String> names) {
        return PLACEHOLDER
                .matcher(words)
                .replaceAll(
                        found -> {
                            String name = names.get(found.group(1));
                            if (name == null) {
                                throw new IllegalArgumentException("no name for " + found.group());
                            }
                            return Matcher.quoteReplacement(name);
                        });
    }
}
