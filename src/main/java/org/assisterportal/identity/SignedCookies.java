package org.assisterportal.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.assisterportal.shared.Keys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Short texts that a browser keeps for us until a time; each can be read only as the cookie it was given as. */
@Component
class SignedCookies {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Keys keys;
    private final Clock clock;
    private final boolean secure;

    SignedCookies(Keys keys, Clock clock, @Value("${assisterportal.base-url}") String baseUrl) {
        this.keys = keys;
        this.clock = clock;
        this.secure = baseUrl.startsWith("https:");
    }

    /** The text; empty when there is none, it was changed, or its time is over. */
    Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, named(name)))
                .map(Cookie::getValue)
                .flatMap(value -> open(name, value));
    }

    void give(HttpServletResponse response, String name, String text, Duration life) {
        String dated = clock.instant().plus(life).getEpochSecond() + " " + text;
        byte[] bytes = dated.getBytes(StandardCharsets.UTF_8);
        set(response, name, ENCODER.encodeToString(bytes) + "." + ENCODER.encodeToString(signature(name, dated)), life);
    }

    void take(HttpServletResponse response, String name) {
        set(response, name, "", Duration.ZERO);
    }

    private Optional<String> open(String name, String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String dated;
        byte[] signature;
        try {
            dated = new String(Base64.getUrlDecoder().decode(value.substring(0, dot)), StandardCharsets.UTF_8);
            signature = Base64.getUrlDecoder().decode(value.substring(dot + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!MessageDigest.isEqual(signature, signature(name, dated))) {
            return Optional.empty();
        }
        int space = dated.indexOf(' ');
        boolean over = clock.instant().getEpochSecond() >= Long.parseLong(dated.substring(0, space));
        return over ? Optional.empty() : Optional.of(dated.substring(space + 1));
    }

    private byte[] signature(String name, String dated) {
        return keys.hmac("cookie:" + name, dated);
    }

    private void set(HttpServletResponse response, String name, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(named(name), value)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build()
                        .toString());
    }

    private String named(String name) {
        return secure ? "__Host-" + name : name;
    }
}
