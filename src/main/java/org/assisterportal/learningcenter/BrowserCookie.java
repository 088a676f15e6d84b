package org.assisterportal.learningcenter;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** A random name of the browser that asks for a code; the code is good only where it is. */
@Component
class BrowserCookie {
    private static final Duration LIFE = Duration.ofHours(1);

    private final SecureRandom random = new SecureRandom();
    private final boolean secure;
    private final String name;

    BrowserCookie(@Value("${assisterportal.base-url}") String baseUrl) {
        this.secure = baseUrl.startsWith("https:");
        this.name = secure ? "__Host-learning" : "learning";
    }

    Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    /** Gives the browser a name for an hour, the one it has if it has one: its earlier code stays good. */
    String give(HttpServletRequest request, HttpServletResponse response) {
        String value = read(request).filter(known -> known.length() == 22).orElseGet(this::fresh);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(LIFE)
                        .build()
                        .toString());
        return value;
    }

    private String fresh() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
