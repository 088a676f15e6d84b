package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.assisterportal.routes.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@MarketplaceTest
class SecurityHeadersTests {
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:|th:style");

    @Autowired private Caller caller;
    @Autowired private Town town;

    private static SecurityConfiguration of(String baseUrl) {
        return new SecurityConfiguration(baseUrl, new MockEnvironment());
    }

    private HttpHeaders headers(Visitor visitor, String path) {
        return caller.get(visitor, path).response().headers();
    }

    @Test
    void everyPageOpenPrivateOrInErrorCarriesTheHeaders() {
        Town.People people = town.people();
        for (String path :
                List.of(
                        "/sign-in",
                        "/arc/queue",
                        "/amp",
                        "/arc/people/nobody",
                        "/css/site.css",
                        "/actuator/health")) {
            HttpHeaders headers = headers(people.officer(), path);
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains(
                            "default-src 'none'",
                            "script-src 'self'",
                            "style-src 'self'",
                            "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy").orElse(""))
                    .as(path)
                    .contains("camera=()");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy"))
                    .as(path)
                    .contains("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy"))
                    .as(path)
                    .contains("same-origin");
            assertThat(headers.firstValue("Server")).as(path).isEmpty();
            assertThat(headers.firstValue("Strict-Transport-Security"))
                    .as("only with an https base URL")
                    .isEmpty();
        }
    }

    @Test
    void nothingPrivateIsKeptByBrowsersOrProxiesAndFilesThatEverybodyMayHaveAre() {
        Town.People people = town.people();
        for (String path : List.of("/arc/queue", "/arc/people/nobody", "/sign-in", "/me")) {
            assertThat(headers(people.officer(), path).firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
        }
        assertThat(
                        headers(people.contact(), "/amp/roster.csv")
                                .firstValue("Cache-Control")
                                .orElse(""))
                .contains("no-store");
        assertThat(headers(Visitor.NOBODY, "/css/site.css").firstValue("Cache-Control").orElse(""))
                .contains("max-age");
    }

    @Test
    void onlyHealthIsPublicOfTheActuatorAndItTellsNoDetail() {
        assertThat(caller.get(Visitor.NOBODY, "/actuator/health").body())
                .isEqualTo("{\"status\":\"UP\"}");
        for (String path :
                List.of(
                        "/actuator",
                        "/actuator/env",
                        "/actuator/heapdump",
                        "/actuator/modulith",
                        "/actuator/health/db")) {
            assertThat(caller.get(Visitor.NOBODY, path).status()).as(path).isEqualTo(302);
            assertThat(caller.get(town.people().administrator(), path).status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void cookiesAreReadableByNoScriptAndStayOnThisSite() {
        for (String cookie : headers(Visitor.NOBODY, "/sign-in").allValues("Set-Cookie")) {
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
        }
        assertThat(headers(Visitor.NOBODY, "/sign-in").allValues("Set-Cookie"))
                .as("the sign-in page needs no session")
                .noneMatch(cookie -> cookie.startsWith("session="));
    }

    @Test
    void anHttpsBaseUrlMakesCookiesSecureWithTheHostPrefixAndAsksForHttps() {
        SecurityConfiguration secure = of("https://portal.example.org");
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpServletResponse response = new MockHttpServletResponse();
        secure.sessionCookie().writeCookieValue(new CookieValue(request, response, "abc"));
        secure.csrfTokens()
                .saveToken(new DefaultCsrfToken("header", "_csrf", "token"), request, response);
        secure.transportSecurity().writeHeaders(request, response);
        assertThat(response.getHeaders("Set-Cookie"))
                .hasSize(2)
                .allMatch(
                        cookie ->
                                cookie.startsWith("__Host-")
                                        && cookie.contains("Secure")
                                        && cookie.contains("HttpOnly"))
                .allMatch(cookie -> cookie.contains("Path=/;") && !cookie.contains("Domain"));
        assertThat(response.getHeader("Strict-Transport-Security")).contains("max-age=31536000");

        MockHttpServletResponse plain = new MockHttpServletResponse();
        of("http://localhost:8080").transportSecurity().writeHeaders(request, plain);
        assertThat(plain.getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void noPageHasScriptOrStyleOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            List<Path> pages =
                    files.filter(
                                    file ->
                                            file.toString().endsWith(".html")
                                                    && !file.toString().contains("/mail/"))
                            .toList();
            assertThat(pages).hasSizeGreaterThan(40);
            for (Path page : pages) {
                assertThat(INLINE.matcher(Files.readString(page)).find())
                        .as(page.toString())
                        .isFalse();
            }
        }
    }
}
