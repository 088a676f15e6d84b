package org.assisterportal;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.AbstractMessageSource;

/**
 * A language that runs from right to left and that everybody can read, {@code ar-XB}: each text is the English one with
 * accents on its letters, longer, and turned round on the screen. Whatever reads as plain English there isn't a text.
 */
@TestComponent
public class MirroredTexts implements BeanPostProcessor {
    private static final String PLAIN = "aceinosuyzACEINOSUYZ";
    private static final String ACCENTED = "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ";
    private static final char TURN = '\u202e';
    private static final char TURN_BACK = '\u202c';

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof AbstractMessageSource texts ? new Mirrored(texts) : bean;
    }

    static String mirrored(String text) {
        StringBuilder turned = new StringBuilder().append(TURN);
        for (char sign : text.toCharArray()) {
            int at = PLAIN.indexOf(sign);
            turned.append(at < 0 ? sign : ACCENTED.charAt(at));
        }
        return turned.append(" ~".repeat(text.length() / 20)).append(TURN_BACK).toString();
    }

    private record Mirrored(MessageSource texts) implements MessageSource {
        @Override
        public @Nullable String getMessage(
                String code, Object @Nullable [] facts, @Nullable String otherwise, @Nullable Locale locale) {
            @Nullable String text = texts.getMessage(code, facts, null, english(locale));
            return text == null ? otherwise : said(text, locale);
        }

        @Override
        public String getMessage(String code, Object @Nullable [] facts, @Nullable Locale locale) {
            return said(texts.getMessage(code, facts, english(locale)), locale);
        }

        @Override
        public String getMessage(MessageSourceResolvable message, @Nullable Locale locale) {
            return said(texts.getMessage(message, english(locale)), locale);
        }

        private static String said(String text, @Nullable Locale locale) {
            return isMirrored(locale) ? mirrored(text) : text;
        }

        private static Locale english(@Nullable Locale locale) {
            return isMirrored(locale) ? Locale.US : Objects.requireNonNull(locale);
        }

        private static boolean isMirrored(@Nullable Locale locale) {
            return locale != null && locale.getLanguage().equals("ar");
        }
    }
}
