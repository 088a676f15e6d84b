package org.assisterportal.identity.domain;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.assisterportal.Region;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.notification.Postman;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** People with accounts at their pages. */
public abstract class PageScene extends AccountScene {
    private static final Random RANDOM = new Random();

    @Autowired private WebApplicationContext context;
    @Autowired private Postman postman;
    @Autowired private Mailbox mailbox;
    @Autowired protected Region region;

    protected MockMvcTester pages;
    private final String network = "10." + RANDOM.nextInt(256) + "." + RANDOM.nextInt(256) + "." + RANDOM.nextInt(256);

    @BeforeEach
    void open() {
        pages = MockMvcTester.from(context, builder -> builder.apply(springSecurity()).build());
    }

    protected SignedIn in(Actor actor) {
        return new SignedIn(actor, null, Objects.requireNonNull(actor.hat()).authority(), clock.instant());
    }

    // The framework's own csrf() would exchange the token's store in the context that all tests share.
    protected MockHttpServletRequest token(MockHttpServletRequest request) {
        byte[] token = "a-token".getBytes(StandardCharsets.UTF_8);
        byte[] masked = Arrays.copyOf(new byte[token.length], 2 * token.length);
        System.arraycopy(token, 0, masked, token.length, token.length);
        request.setCookies(new Cookie("csrf", "a-token"));
        // Mails asked for are counted by network, over all tests of an hour.
        request.setRemoteAddr(network);
        request.setParameter("_csrf", Base64.getUrlEncoder().encodeToString(masked));
        return request;
    }

    protected MvcTestResult get(MockHttpSession session, String page) {
        return pages.get().uri(page).session(session).exchange();
    }

    protected MvcTestResult post(MockHttpSession session, String page, String... params) {
        var request = pages.post().uri(page).session(session).with(this::token);
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    /** The page to which a form of the shop leads, opened with the cookie that its answer set, as a browser does; else the answer. */
    protected MvcTestResult followed(MvcTestResult answer, MockHttpSession session, Cookie... more) {
        String to = answer.getResponse().getRedirectedUrl();
        if (to == null || !to.startsWith("/plans/")) {
            return answer;
        }
        Cookie[] cookies = Stream.concat(Arrays.stream(more), Arrays.stream(answer.getResponse().getCookies())).toArray(Cookie[]::new);
        return pages.get().uri(URI.create(to)).session(session).cookie(cookies).exchange();
    }

    protected MvcTestResult get(Actor actor, String page) {
        return pages.get().uri(page).with(authentication(in(actor))).exchange();
    }

    protected MvcTestResult post(Actor actor, String page, String... params) {
        var request = pages.post().uri(page).with(this::token).with(authentication(in(actor)));
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    /** The first group of the pattern in the newest of the address' mails that has it. */
    protected String mailed(String to, String pattern) {
        postman.deliverAll();
        for (Mailbox.Received letter : mailbox.newest(to, 10)) {
            String found = letter.text().replaceAll("(?s).*?" + pattern + ".*", "$1");
            if (!found.equals(letter.text())) {
                return found;
            }
        }
        throw new AssertionError("no mail to " + to + " has " + pattern);
    }

    /** What an app shows that was given the prepared secret. */
    protected String preparedCode(byte[] prepared) {
        return codeOf(prepared, 0);
    }

    /** What the account's app shows some seconds from now. */
    protected String appCode(AccountId account, long seconds) {
        return codeOf(account, seconds);
    }
}
