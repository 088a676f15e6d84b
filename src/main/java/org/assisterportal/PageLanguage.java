package org.assisterportal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.pages.Languages;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a request: on a consumer's page what the reader chose, else what a signed-in consumer prefers, else
 * that of the mail whose link led here, else what the browser asks for, else English; on every other page English. A page
 * that ends such a request early speaks its language.
 */
@Component("localeResolver")
class PageLanguage implements LocaleContextResolver {
    /** Part of links in mails that aren't in English. */
    private static final String LANGUAGE = "lang";

    private final Languages languages;

    PageLanguage(Languages languages) {
        this.languages = languages;
    }

    /** The path that was asked for, also on the page that ends the request early. */
    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** Found once a request: a page asks for its language as often as it says something. */
    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new SimpleLocaleContext(resolveLocale(request));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Languages.isForConsumers(path(request))
                ? chosen(request)
                        .or(() -> isAssister() ? Optional.of(Languages.ENGLISH) : Optional.empty())
                        .or(() -> languages.preferred(request))
                        .or(() -> languages.offered(request.getParameter(LANGUAGE)))
                        .or(() -> languages.wished(request))
                        .orElse(Languages.ENGLISH)
                : Languages.ENGLISH;
    }

    /** Assisters work in English; on a consumer's page they may choose the consumer's language, to read it out. */
    private static boolean isAssister() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                && who.getPrincipal().wears(Hat.ASSISTER);
    }

    private Optional<Locale> chosen(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, Languages.COOKIE);
        return languages.offered(cookie == null ? null : cookie.getValue());
    }

    @Override
    public void setLocaleContext(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("the reader chooses at /language");
    }
}
