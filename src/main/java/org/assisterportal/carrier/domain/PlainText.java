package org.assisterportal.carrier.domain;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people typed, in the characters that every carrier's system reads: Latin letters without marks, no separators of X12. */
final class PlainText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String SEPARATORS = "*~:^";
    // Letters that aren't a plain one with a mark.
    private static final String[][] LETTERS = {
        {"ß", "ss"}, {"æ", "ae"}, {"Æ", "AE"}, {"œ", "oe"}, {"Œ", "OE"}, {"ø", "o"}, {"Ø", "O"}, {"đ", "d"}, {"Đ", "D"}, {"ð", "d"}, {"Ð", "D"},
        {"þ", "th"}, {"Þ", "Th"}, {"ł", "l"}, {"Ł", "L"}, {"ı", "i"}, {"’", "'"}, {"‘", "'"}, {"ʻ", "'"}, {"–", "-"}, {"—", "-"}
    };

    private PlainText() {}

    /** At most so many characters; a letter that has no plain form is a question mark, so that nothing gets empty. */
    static String of(String typed, int most) {
        String text = isPlain(typed) ? typed : folded(typed);
        text = text.strip();
        return text.length() <= most ? text : text.substring(0, most).strip();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int letter) {
        return letter >= ' ' && letter < 0x7f && SEPARATORS.indexOf(letter) < 0 && letter != '`';
    }

    private static String folded(String typed) {
        String text = MARKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKD)).replaceAll("");
        for (String[] letter : LETTERS) {
            text = text.replace(letter[0], letter[1]);
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .forEach(
                        letter -> {
                            if (isPlain(letter)) {
                                plain.append((char) letter);
                            } else if (letter < 0x80 || Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                                plain.append(' ');
                            } else {
                                plain.append('?');
                            }
                        });
        return plain.toString();
    }
}
