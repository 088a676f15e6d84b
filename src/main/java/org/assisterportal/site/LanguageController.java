package org.assisterportal.site;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assisterportal.pages.Languages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The language that a reader of consumers' pages chose, kept for a year. */
@Controller
class LanguageController {
    // One slash and then no other, so that it can't name another site.
    private static final Pattern OUR_OWN = Pattern.compile("/([A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*)?(\\?[A-Za-z0-9._~%&=+;,-]*)?");
    private static final Duration KEPT = Duration.ofDays(365);

    private final Languages languages;
    private final boolean secure;

    LanguageController(Languages languages, @Value("${assisterportal.base-url}") String baseUrl) {
        this.languages = languages;
        this.secure = baseUrl.startsWith("https:");
    }

    @PostMapping("/language")
    String choose(
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String back,
            HttpServletResponse response) {
        languages.offered(lang)
                .map(Languages::tag)
                .ifPresent(
                        tag ->
                                response.addHeader(
                                        HttpHeaders.SET_COOKIE,
                                        ResponseCookie.from(Languages.COOKIE, tag)
                                                .path("/")
                                                .maxAge(KEPT)
                                                .httpOnly(true)
                                                .secure(secure)
                                                .sameSite("Lax")
                                                .build()
                                                .toString()));
        return "redirect:" + (OUR_OWN.matcher(back).matches() ? back : "/directory");
    }
}
