package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a visitor told of people, in their own browser until it is closed. So each page has an address that says nothing of it, Back
 * opens it without sending a form again, and nothing of it is kept here.
 */
@Component
class ToldCookie {
    static final String NAME = "plans";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final boolean secure;

    ToldCookie(@Value("${assisterportal.base-url}") String baseUrl) {
        secure = baseUrl.startsWith("https:");
    }

    /** Of right answers. */
    void keep(HttpServletResponse response, Asked asked) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(MAPPER.writeValueAsBytes(asked.personal()));
        ResponseCookie cookie = ResponseCookie.from(NAME, value).path("/plans").httpOnly(true).secure(secure).sameSite("Lax").build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** What is wished, with what was told; its ZIP code is empty where nothing was. */
    Asked of(HttpServletRequest request, Asked wished) {
        var cookie = WebUtils.getCookie(request, NAME);
        Asked.@Nullable Personal told = cookie == null ? null : read(cookie.getValue());
        return told == null ? wished.with(Asked.Personal.NOTHING) : wished.with(told);
    }

    private static Asked.@Nullable Personal read(String value) {
        try {
            return MAPPER.readValue(Base64.getUrlDecoder().decode(value), Asked.Personal.class);
        } catch (JacksonException | IllegalArgumentException e) {
            // Somebody else's, or an older version's: it is told again.
            return null;
        }
    }
}
