package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Sessions over real HTTP; time passes by making their rows older. */
@MarketplaceTest
class SessionEndTests {
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @LocalServerPort private int port;
    @Autowired private SessionRepository<? extends Session> repository;
    @Autowired private SessionStart start;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private final UUID account = UUID.randomUUID();
    private final Actor officer = new Actor(account, Hat.ARC_OFFICER, account, null, "Olga Officer");
    private final Map<String, String> cookies = new TreeMap<>();

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    private String signIn(Instant since) {
        String id = save(repository, since);
        cookies.put("session", Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)));
        MockHttpServletResponse response = new MockHttpServletResponse();
        start.start(new MockHttpServletRequest(), response, officer, "the ARC", Hat.ARC_OFFICER.authority());
        for (Cookie cookie : response.getCookies()) {
            cookies.put(cookie.getName(), cookie.getValue());
        }
        return id;
    }

    private <S extends Session> String save(SessionRepository<S> sessions, Instant since) {
        S made = sessions.createSession();
        made.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(new SignedIn(officer, "the ARC", Hat.ARC_OFFICER.authority(), since)));
        sessions.save(made);
        return made.getId();
    }

    private void older(String session, Duration by) {
        jdbc.sql(
                        "UPDATE identity.session SET last_access_time = last_access_time - :ms,"
                                + " expiry_time = expiry_time - :ms WHERE session_id = :id")
                .param("ms", by.toMillis())
                .param("id", session)
                .update();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        cookies.putIfAbsent("csrf", UUID.randomUUID().toString());
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + xor(cookies.get("csrf")))),
                path);
    }

    /** The token as a page's hidden field has it: xored with random bytes before it; with zeros here. */
    private static String xor(@Nullable String token) {
        byte[] bytes = String.valueOf(token).getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[bytes.length * 2];
        System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
        return Base64.getUrlEncoder().encodeToString(both).replace("=", "%3D");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        request.uri(URI.create("http://localhost:" + port + path));
        if (!cookies.isEmpty()) {
            List<String> pairs = cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList();
            request.header("Cookie", String.join("; ", pairs));
        }
        HttpResponse<String> response = BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : response.headers().allValues("Set-Cookie")) {
            String pair = set.substring(0, set.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return response;
    }

    private long idleLeft() throws IOException, InterruptedException {
        Matcher found = Pattern.compile("\\{\"idle\":(\\d+),\"longest\":(\\d+)}").matcher(get("/session/remaining").body());
        assertThat(found.matches()).isTrue();
        return Math.min(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)));
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").map(to -> URI.create(to)).map(
                        to -> to.getPath() + (to.getQuery() == null ? "" : "?" + to.getQuery()))
                .orElse("");
    }

    @Test
    void askingForTheRemainingTimeKeepsNoSessionAlive() throws Exception {
        String session = signIn(clock.instant());
        int answered = 0;
        for (int minute = 1; minute <= 20; minute++) {
            older(session, Duration.ofMinutes(1));
            long left = idleLeft();
            answered += left > 0 ? 1 : 0;
            assertThat(left).isLessThanOrEqualTo(Math.max(0, 15 - minute) * 60L);
        }
        assertThat(answered).isEqualTo(14);
        assertThat(location(get("/me/password"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void openingAPageAndExtendingAreActivity() throws Exception {
        String session = signIn(clock.instant());
        older(session, Duration.ofMinutes(14));
        assertThat(idleLeft()).isBetween(50L, 60L);
        assertThat(post("/session/extend", "").statusCode()).isEqualTo(204);
        assertThat(idleLeft()).isGreaterThan(890);
        older(session, Duration.ofMinutes(14));
        assertThat(get("/me/password").statusCode()).isEqualTo(200);
        assertThat(idleLeft()).isGreaterThan(890);
    }

    @Test
    void twelveHoursAfterSignInTheSessionEndsHoweverBusy() throws Exception {
        signIn(clock.instant().minus(Duration.ofHours(12)).plusSeconds(45));
        assertThat(idleLeft()).isBetween(30L, 45L);
        assertThat(get("/me/password").statusCode()).isEqualTo(200);
        signIn(clock.instant().minus(Duration.ofHours(12)).minusSeconds(1));
        assertThat(idleLeft()).isZero();
        assertThat(location(get("/me/password"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void thePolicysIdleTimeRulesAlsoASessionThatWasStartedWithAnother() throws Exception {
        String session = signIn(clock.instant());
        jdbc.sql("UPDATE identity.session SET max_inactive_interval = 100 WHERE session_id = :id")
                .param("id", session)
                .update();
        assertThat(idleLeft()).isLessThanOrEqualTo(100);
        assertThat(get("/me/password").statusCode()).isEqualTo(200);
        assertThat(idleLeft()).isGreaterThan(890);
    }

    @Test
    void theRemainingTimeOfNobodyIsNothingAndIsNotStored() throws Exception {
        HttpResponse<String> answer = get("/session/remaining");
        assertThat(answer.body()).isEqualTo("{\"idle\":0,\"longest\":0}");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void aFormThatComesTooLateIsKeptWithoutItsSecretsAndWithoutARefusalOfItsToken() throws Exception {
        String session = signIn(clock.instant());
        older(session, Duration.ofMinutes(16));
        HttpResponse<String> late =
                post("/arc/agencies", "name=Late+Agency&password=hush&code=123456&present=x&api-token=y");
        assertThat(location(late)).isEqualTo("/sign-in?kept");
        assertThat(get("/sign-in?kept").body()).contains("We kept what you typed");

        signIn(clock.instant());
        String page = get("/session/held").body();
        assertThat(page)
                .contains("Late Agency", "A new agency", "/arc/agencies", "Send it now")
                .doesNotContain("hush", "123456", "name=\"present\"", "api-token");
        String send = find(page, "action=\"(/session/held/[^\"]+/send)\"");
        HttpResponse<String> sent = post(send, "name=Late+Agency");
        assertThat(sent.statusCode()).isEqualTo(307);
        assertThat(location(sent)).isEqualTo("/arc/agencies");
        HttpResponse<String> again = post(send, "name=Late+Agency");
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(get("/session/held").body()).contains("Nothing is kept for you");
    }

    @Test
    void whatNobodySentOrWhatIsNoFormOfAHatIsNotKept() throws Exception {
        assertThat(location(post("/arc/agencies", "name=Nobody"))).isEqualTo("/sign-in");
        String session = signIn(clock.instant());
        older(session, Duration.ofMinutes(16));
        assertThat(location(post("/me/password", "note=typed"))).isEqualTo("/sign-in?ended");
        assertThat(location(post("/sign-out", ""))).isEqualTo("/sign-in?signed-out");
        cookies.put("who", String.valueOf(cookies.get("who")).replaceFirst("^.", "x"));
        assertThat(location(post("/arc/agencies", "name=Forged"))).isEqualTo("/sign-in");
    }

    @Test
    void theSignInPageNeedsNoSessionAndRemembersTheWantedPageWithoutWhatStoodBehindIt() throws Exception {
        HttpResponse<String> away = get("/arc/queue?q=Torres");
        assertThat(location(away)).isEqualTo("/sign-in");
        assertThat(cookies).containsKey("wanted").doesNotContainKey("session");
        assertThat(new String(Base64.getUrlDecoder().decode(
                                String.valueOf(cookies.get("wanted")).replaceAll("\\..*", "")), StandardCharsets.UTF_8))
                .endsWith(" /arc/queue");
        HttpResponse<String> page = get("/sign-in");
        assertThat(page.body()).contains("Sessions end after 15 minutes without activity", "12 hours after signing in");
        assertThat(cookies).doesNotContainKey("session");
    }

    private static String find(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    /** A form without the token of this browser, as a page of ours or of another site sends it. */
    private HttpResponse<String> stale(String site, String path, String body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", site)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                path);
    }

    @Test
    void aFormWhoseSessionAndTokenAreGoneIsKeptWhereTheBrowserStillHasThePersonsName() throws Exception {
        signIn(clock.instant());
        cookies.keySet().removeAll(List.of("session", "csrf"));
        assertThat(stale("cross-site", "/arc/nothing", "note=forged").statusCode()).as("not another site's").isEqualTo(403);
        HttpResponse<String> kept = stale("same-origin", "/arc/nothing", "note=Oak+Street");
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(location(kept)).isEqualTo("/sign-in?kept");
        assertThat(cookies).containsKey("held");
    }

    @Test
    void aFormWithoutAnyCookieIsInThePageThatRefusesItAndCanBeSentFromThere() throws Exception {
        HttpResponse<String> refused = stale("same-origin", "/arc/nothing", "note=Oak+%3CStreet%3E&code=123456&_csrf=old");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(refused.body())
                .contains("What you typed is in this page", "action=\"/arc/nothing\"", "name=\"note\" value=\"Oak &lt;Street&gt;\"")
                .contains("Sign in, in a new window", "target=\"_blank\"", "href=\"/sign-in\"")
                .doesNotContain("123456", "Back button");
        Matcher token = Pattern.compile("action=\"/arc/nothing\" method=\"post\"><input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"").matcher(refused.body());
        assertThat(token.find()).isTrue();
        signIn(clock.instant());
        HttpResponse<String> sent = stale("same-origin", "/arc/nothing", "note=Oak+Street&_csrf=" + token.group(1).replace("=", "%3D"));
        assertThat(sent.statusCode()).as("taken, and there is no such page").isEqualTo(404);
    }

    @Test
    void whatAnotherSiteSentStandsInNoPageOfOurs() throws Exception {
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertThat(stale(site, "/arc/nothing", "note=Forged").body()).as(site).contains("Back button").doesNotContain("Forged");
        }
        assertThat(stale("same-origin", "/sign-in", "email=ana").body()).as("behind no sign-in").contains("Back button");
    }
}
