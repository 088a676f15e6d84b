package org.assisterportal.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The languages of consumers' pages, and which of them a page speaks; work pages are English. */
@Component("languages")
public class Languages {
    public static final Locale ENGLISH = Locale.US;

    /** Spanish as it is written in the United States: numbers and hours as in English. */
    public static final Locale SPANISH = Locale.of("es", "US");

    /** The cookie with the language that a reader chose. */
    public static final String COOKIE = "lang";

    private static final String PREFERRED = Languages.class.getName() + ".preferred";
    private static final String PSEUDO_REGION = "XB";
    private static final Set<String> FOR_CONSUMERS =
            Set.of("", "account", "coverage", "directory", "receipt", "authorize", "wrong", "confirm", "language", "plans");
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi");

    private static final Duration KEPT = Duration.ofDays(365);

    private final List<Locale> offered;
    private final boolean secure;

    Languages(
            @Value("${assisterportal.languages}") List<String> tags, @Value("${assisterportal.base-url}") String baseUrl) {
        secure = baseUrl.startsWith("https:");
        offered = tags.stream().map(Languages::locale).toList();
    }

    /**
     * A language as pages name it.
     *
     * @param tag for {@code <html lang>}, the cookie and the switch
     * @param name in the language itself
     * @param direction {@code ltr} or {@code rtl}
     */
    public record Language(String tag, String name, String direction) {
        public static Language of(Locale locale) {
            String name = locale.getDisplayLanguage(locale);
            return new Language(
                    Languages.tag(locale), name.substring(0, 1).toUpperCase(locale) + name.substring(1),
                    RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr");
        }
    }

    /** The locale of a tag, e.g. {@code es}. */
    public static Locale locale(String tag) {
        return switch (tag.strip()) {
            case "en" -> ENGLISH;
            case "es" -> SPANISH;
            default -> Locale.forLanguageTag(tag.strip());
        };
    }

    /** The tag of a locale: {@code en}, {@code es}. */
    public static String tag(Locale locale) {
        return locale.getCountry().equals("US") ? locale.getLanguage() : locale.toLanguageTag();
    }

    /** The locale with this tag, if pages are offered in it. */
    public Optional<Locale> offered(@Nullable String tag) {
        return offered.stream().filter(locale -> tag(locale).equals(tag)).findFirst();
    }

    /** What a reader of this language may change to. */
    public List<Language> besides(Locale current) {
        return named().filter(locale -> !locale.equals(current)).map(Language::of).toList();
    }

    /** Whether the page at this path is one for consumers, which has a language. */
    public static boolean isForConsumers(String path) {
        String[] parts = path.split("/", 3);
        return parts.length > 1 && FOR_CONSUMERS.contains(parts[1]);
    }

    /** The reader's choice, which this browser keeps for a year. */
    public void choose(HttpServletResponse response, Locale language) {
        keep(response, tag(language), KEPT);
    }

    /** Where this browser chose another one than this, that counts no more. */
    public void forgetOther(Locale language, HttpServletRequest request, HttpServletResponse response) {
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null && !chosen.getValue().equals(tag(language))) {
            keep(response, "", Duration.ZERO);
        }
    }

    private void keep(HttpServletResponse response, String value, Duration time) {
        ResponseCookie cookie =
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .maxAge(time)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** From now on the session's consumer pages speak this language, as long as the reader chooses no other. */
    public void prefer(HttpServletRequest request, Locale language) {
        request.getSession().setAttribute(PREFERRED, tag(language));
    }

    /** What was preferred in this session. */
    public Optional<Locale> preferred(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PREFERRED) instanceof String tag ? offered(tag) : Optional.empty();
    }

    /** What the reader's browser asks for first among what is offered. */
    public Optional<Locale> wished(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(wish -> named().filter(locale -> locale.getLanguage().equals(wish.getLanguage())))
                .findFirst();
    }

    // Languages made up for tests are never named.
    private Stream<Locale> named() {
        return offered.stream().filter(locale -> !locale.getCountry().equals(PSEUDO_REGION));
    }

    /** The language of the page that is being made; English where no page is. */
    public static Locale current() {
        LocaleContext context = LocaleContextHolder.getLocaleContext();
        Locale locale = context == null ? null : context.getLocale();
        return locale == null ? ENGLISH : locale;
    }
}
