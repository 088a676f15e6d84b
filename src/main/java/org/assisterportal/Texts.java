package org.assisterportal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.ClassPathResource;

/**
 * The texts of every module and door, looked up in one map a language: asking one file after the other takes its time,
 * and a page of fifty people asks a thousand times. What a language lacks is said in English and marked, so that its
 * reader sees that it is not theirs.
 */
final class Texts extends AbstractMessageSource {
    /** Stands before a text that isn't translated. */
    static final String ENGLISH_MARK = "[English] ";

    private static final Pattern DOUBLED = Pattern.compile("(?<=[ap]\\.[\\s\u00a0\u202f]?)m\\.\\.(?!\\.)");

    private final Map<String, Text> english;
    private final Map<String, Map<String, Text>> translated = new HashMap<>();

    Texts(List<String> files, List<Locale> languages) {
        english = texts(files, "", Locale.US);
        for (Locale language : languages) {
            if (!isEnglish(language)) {
                Map<String, Text> all = new HashMap<>();
                english.forEach((key, text) -> all.put(key, new Text(ENGLISH_MARK + text.words(), Locale.US)));
                all.putAll(texts(files, "_" + language.getLanguage(), language));
                translated.put(language.getLanguage(), all);
            }
        }
    }

    /** A text and, once somebody gave it facts, its format; the base class lets one at a time use that. */
    private static final class Text {
        private final String words;
        private final Locale locale;
        private volatile @Nullable MessageFormat format;

        Text(String words, Locale locale) {
            this.words = words;
            this.locale = locale;
        }

        String words() {
            return words;
        }

        MessageFormat format() {
            MessageFormat made = format;
            if (made == null) {
                made = new MessageFormat(words, locale);
                format = made;
            }
            return made;
        }
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        Text text = of(locale).get(code);
        return text == null ? null : text.words();
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        Text text = of(locale).get(code);
        return text == null ? null : text.format();
    }

    /** A time that ends in {@code a. m.} ends its sentence, too. */
    @Override
    protected @Nullable String getMessageInternal(@Nullable String code, Object @Nullable [] facts, @Nullable Locale locale) {
        String said = super.getMessageInternal(code, facts, locale);
        return said == null || facts == null || facts.length == 0 || !said.contains("m..") ? said : DOUBLED.matcher(said).replaceAll("m.");
    }

    private Map<String, Text> of(Locale locale) {
        return isEnglish(locale) ? english : translated.getOrDefault(locale.getLanguage(), english);
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private static Map<String, Text> texts(List<String> files, String suffix, Locale locale) {
        Map<String, Text> texts = new HashMap<>();
        for (String file : files) {
            ClassPathResource resource = new ClassPathResource(file + suffix + ".properties");
            if (resource.exists()) {
                read(resource).forEach((key, words) -> texts.put(key.toString(), new Text(words.toString(), locale)));
            }
        }
        return texts;
    }

    private static Properties read(ClassPathResource file) {
        try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            Properties read = new Properties();
            read.load(in);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
