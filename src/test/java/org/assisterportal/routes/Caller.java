package org.assisterportal.routes;

import org.assisterportal.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends requests over a real connection, each in a fresh session of the visitor, and never follows
 * a redirect.
 */
@TestComponent
public class Caller {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SessionRepository<? extends Session> sessions;
    private final ApplicationContext context;
    private final Clock clock;
    private @Nullable Form form;

    Caller(SessionRepository<? extends Session> sessions, ApplicationContext context, Clock clock) {
        this.sessions = sessions;
        this.context = context;
        this.clock = clock;
    }

    /** A CSRF cookie and the token that goes with it. */
    private record Form(String cookie, String token) {}

    /** What came back. */
    public record Answer(int status, String location, String body, HttpResponse<String> response) {
        String title() {
            Matcher title = Pattern.compile("<h1[^>]*>([^<]*)</h1>").matcher(body);
            return title.find() ? title.group(1).strip() : "";
        }

        /** Without what differs from one request to the next. */
        String comparable() {
            return status
                    + location
                    + TOKEN.matcher(body)
                            .replaceAll("")
                            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                            .replaceAll("/policies/\\d+", "/policies/ID");
        }
    }

    public Answer get(Visitor visitor, String path) {
        return send(request(visitor, path).GET().build());
    }

    /** Nobody's look from a network, as the proxy in front tells it. */
    Answer getFrom(String network, String path) {
        return send(request(Visitor.NOBODY, path).header("X-Forwarded-For", network).GET().build());
    }

    /** The page in a language, as the reader's cookie names it. */
    public Answer getIn(String language, Visitor visitor, String path) {
        return send(request(visitor, path, "none; lang=" + language).GET().build());
    }

    /** A form without its CSRF token, from a reader of this language. */
    public Answer postWithoutTokenIn(String language, Visitor visitor, String path) {
        return send(
                request(visitor, path, "none; lang=" + language).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    /** A form with its CSRF token. */
    public Answer post(Visitor visitor, String path, String fields) {
        Form form = form();
        return send(
                request(visitor, path, form.cookie())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "_csrf=" + form.token() + "&" + fields))
                        .build());
    }

    /** Some method, with a body of this type and the CSRF cookie, for a reader of Spanish. */
    Answer body(String method, Visitor visitor, String path, String type, String body) {
        return send(
                request(visitor, path, form().cookie() + "; lang=es")
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    public Answer postWithoutToken(Visitor visitor, String path, String fields) {
        return send(
                request(visitor, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Referer", address("/amp/people/new"))
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build());
    }

    public Answer method(String method, Visitor visitor, String path) {
        return send(
                request(visitor, path).method(method, HttpRequest.BodyPublishers.noBody()).build());
    }

    /**
     * The request line's rest and the headers of a signed-in POST, for tests that write to a socket
     * themselves.
     */
    public String cookies(Visitor visitor) {
        return "csrf=" + form().cookie() + sessionCookie(visitor);
    }

    public String token() {
        return form().token();
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    private Form form() {
        Form known = form;
        if (known == null) {
            HttpResponse<String> page =
                    send(HttpRequest.newBuilder(URI.create(address("/sign-in"))).build())
                            .response();
            String cookie =
                    page.headers().allValues("Set-Cookie").stream()
                            .filter(one -> one.startsWith("csrf="))
                            .map(one -> one.substring("csrf=".length(), one.indexOf(';')))
                            .findFirst()
                            .orElseThrow();
            Matcher token = TOKEN.matcher(page.body());
            if (!token.find()) {
                throw new AssertionError("the sign-in page has no token");
            }
            known = new Form(cookie, token.group(1));
            form = known;
        }
        return known;
    }

    private HttpRequest.Builder request(Visitor visitor, String path) {
        return request(visitor, path, "");
    }

    private HttpRequest.Builder request(Visitor visitor, String path, String csrf) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address(path)));
        String cookies = (csrf.isEmpty() ? "" : "csrf=" + csrf) + sessionCookie(visitor);
        return cookies.isEmpty() ? builder : builder.header("Cookie", cookies);
    }

    private String sessionCookie(Visitor visitor) {
        String authority = visitor.authority();
        if (visitor.actor() == null || authority == null) {
            return "";
        }
        String id = begin(sessions, new SignedIn(visitor.actor(), null, authority, clock.instant()));
        return "; session="
                + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static <S extends Session> String begin(
            SessionRepository<S> sessions, SignedIn signedIn) {
        S session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(signedIn));
        sessions.save(session);
        return session.getId();
    }

    private String address(String path) {
        return "http://localhost:" + port() + path;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            String location =
                    response.headers()
                            .firstValue("Location")
                            .orElse("")
                            .replaceFirst("^https?://[^/]+", "");
            return new Answer(response.statusCode(), location, response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
