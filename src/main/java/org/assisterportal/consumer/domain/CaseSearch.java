package org.assisterportal.consumer.domain;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * How well a consumer fits what was typed. Every word has to fit something: a word of the name, the address or the
 * e-mail, misspelled by one letter (two from six letters on) or by two that changed places, or begun; digits fit a phone number or a date of birth.
 */
final class CaseSearch {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int ONE_WRONG_FROM = 3;
    private static final int TWO_WRONG_FROM = 6;
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_WORDS = 8;
    private static final int PHONE = 10;
    private static final LevenshteinDistance ONE = new LevenshteinDistance(1);
    private static final LevenshteinDistance TWO = new LevenshteinDistance(2);

    private final List<String> words;
    private final String digits;
    private final @Nullable LocalDate day;
    private final String whole;

    CaseSearch(String term) {
        String folded = fold(term);
        this.whole = folded.strip();
        this.words = words(folded).stream().limit(MOST_WORDS).toList();
        this.day = ProfileRules.day(term.strip()).orElse(null);
        this.digits = term.chars().allMatch(c -> "0123456789 ()-+./".indexOf(c) >= 0) ? withoutCountry(term.replaceAll("\\D", "")) : "";
    }

    /** Phone numbers are kept without it. */
    private static String withoutCountry(String typed) {
        return typed.length() == PHONE + 1 && typed.startsWith("1") ? typed.substring(1) : typed;
    }

    /** What is compared. */
    record Texts(String name, String email, String phone, @Nullable LocalDate born, String address) {}

    /** Smaller fits better; empty when it doesn't fit. */
    OptionalInt fit(Texts texts) {
        if (whole.isEmpty()) {
            return OptionalInt.empty();
        }
        if (day != null) {
            return day.equals(texts.born()) ? OptionalInt.of(0) : OptionalInt.empty();
        }
        if (texts.email().equalsIgnoreCase(whole)) {
            return OptionalInt.of(0);
        }
        if (digits.length() >= FEWEST_DIGITS && texts.phone().replace("-", "").contains(digits)) {
            return OptionalInt.of(0);
        }
        List<String> name = words(fold(texts.name()));
        List<String> other = null;
        int sum = 0;
        for (String word : words) {
            int best = best(word, name);
            if (best > 1) {
                other = other == null ? words(fold(texts.email() + " " + texts.address())) : other;
                // A street's word says less of a person than a name's.
                best = Math.min(best, best(word, other) + 1);
            }
            if (best > TWO.getThreshold() + 1) {
                return OptionalInt.empty();
            }
            sum += best;
        }
        return OptionalInt.of(sum);
    }

    private static int best(String word, List<String> among) {
        int best = Integer.MAX_VALUE - 1;
        for (String one : among) {
            best = Math.min(best, distance(word, one));
        }
        return best;
    }

    private static int distance(String word, String one) {
        if (one.equals(word)) {
            return 0;
        }
        if (word.length() > 1 && one.startsWith(word)) {
            return 1;
        }
        if (word.length() < ONE_WRONG_FROM || Character.isDigit(word.charAt(0))) {
            return Integer.MAX_VALUE - 1;
        }
        if (swapped(word, one)) {
            return 1;
        }
        LevenshteinDistance allowed = word.length() < TWO_WRONG_FROM ? ONE : TWO;
        if (Math.abs(word.length() - one.length()) > allowed.getThreshold()) {
            return Integer.MAX_VALUE - 1;
        }
        int wrong = allowed.apply(word, one);
        return wrong < 0 ? Integer.MAX_VALUE - 1 : wrong;
    }

    /** Whether two neighbours changed places, the commonest slip at a keyboard. */
    private static boolean swapped(String word, String one) {
        int length = word.length();
        if (one.length() != length) {
            return false;
        }
        int first = 0;
        while (first < length && word.charAt(first) == one.charAt(first)) {
            first++;
        }
        return first + 1 < length
                && word.charAt(first) == one.charAt(first + 1)
                && word.charAt(first + 1) == one.charAt(first)
                && word.substring(first + 2).equals(one.substring(first + 2));
    }

    // Thousands of texts a search: by hand, because an expression takes longer than all the rest.
    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < folded.length(); ) {
            int letter = folded.codePointAt(i);
            int next = i + Character.charCount(letter);
            if (!isOfAWord(letter)) {
                if (start < i) {
                    words.add(folded.substring(start, i));
                }
                start = next;
            }
            i = next;
        }
        if (start < folded.length()) {
            words.add(folded.substring(start));
        }
        return words;
    }

    private static boolean isOfAWord(int letter) {
        return Character.isLetterOrDigit(letter)
                || Character.getType(letter) == Character.LETTER_NUMBER
                || Character.getType(letter) == Character.OTHER_NUMBER;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    static String fold(String text) {
        // Most texts have nothing to fold, and thousands are compared.
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether there is anything to look for. */
    static Optional<CaseSearch> of(String term) {
        CaseSearch search = new CaseSearch(term);
        return search.words.isEmpty() ? Optional.empty() : Optional.of(search);
    }
}
