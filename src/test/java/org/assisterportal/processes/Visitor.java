package org.assisterportal.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A browser without pictures: cookies, forms, redirects. With several addresses each request goes to the next one, as
 * behind a load balancer that remembers nobody.
 */
public final class Visitor {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().sslContext(AnyCertificate.context()).connectTimeout(Duration.ofSeconds(5)).build();
    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String network;
    private List<String> addresses;
    private int turn;
    private String page = "";
    private String path = "";
    private int status;

    public Visitor(String... addresses) {
        this(List.of(addresses), "198.51.100." + COUNTER.incrementAndGet() % 250);
    }

    private Visitor(List<String> addresses, String network) {
        this.addresses = addresses;
        this.network = network;
    }

    /** Another tab of this browser, with the page that is open here. */
    public Visitor tab() {
        Visitor tab = new Visitor(addresses, network);
        tab.cookies.putAll(cookies);
        tab.page = page;
        tab.path = path;
        return tab;
    }

    /** From here on these addresses. */
    public Visitor at(String... others) {
        addresses = List.of(others);
        return this;
    }

    /** Goes on with a session that began in a real browser. */
    public void carries(String cookie, String value) {
        cookies.put(cookie, value);
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    public boolean answers(String address) {
        try {
            return send(request(address).GET()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The page behind the address, after its redirects. */
    public String open(String address) {
        return follow(request(address).GET());
    }

    /** Fills in the form of this page whose action ends so and sends it; names and values in turn. */
    public String send(String action, String... namesAndValues) {
        return sendHaving(action, "", namesAndValues);
    }

    /** The same for the one of several such forms that has this text in it. */
    public String sendHaving(String action, String text, String... namesAndValues) {
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            String target = attribute(form.group(1), "action");
            if (form.group(1).contains("method=\"post\"") && target.endsWith(action) && form.group(2).contains(text)) {
                return post(target, form.group(2), namesAndValues);
            }
        }
        throw new AssertionError("no form " + action + " on " + path + ":\n" + text());
    }

    /** The same with the form whose action ends so, but to where one of its buttons sends it. */
    public String press(String action, String to, String... namesAndValues) {
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            if (form.group(1).contains("method=\"post\"") && attribute(form.group(1), "action").endsWith(action)) {
                return post(to, form.group(2), namesAndValues);
            }
        }
        throw new AssertionError("no form " + action + " on " + path + ":\n" + text());
    }

    private String post(String target, String inputs, String... namesAndValues) {
        List<String> body = new ArrayList<>();
        Matcher hidden = HIDDEN.matcher(inputs);
        while (hidden.find()) {
            body.add(field(attribute(hidden.group(), "name"), attribute(hidden.group(), "value")));
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.add(field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return follow(
                request(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body))));
    }

    private String follow(HttpRequest.Builder first) {
        HttpRequest.Builder next = first;
        for (int hops = 0; hops < 6; hops++) {
            HttpResponse<String> answer;
            try {
                answer = send(next);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            status = answer.statusCode();
            path = answer.uri().getPath();
            page = answer.body();
            if (status < 300 || status >= 400) {
                return page;
            }
            URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
            String query = location.getRawQuery();
            next = request(location.getRawPath() + (query == null ? "" : "?" + query)).GET();
        }
        throw new AssertionError("redirected in circles at " + path);
    }

    private HttpRequest.Builder request(String address) {
        String host = addresses.get(turn++ % addresses.size());
        // What a proxy that ends TLS says.
        return HttpRequest.newBuilder(URI.create(host + address))
                .timeout(Duration.ofSeconds(60))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", network);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(pair -> pair.getKey() + "=" + pair.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (String line : answer.headers().allValues("Set-Cookie")) {
                keep(line);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void keep(String line) {
        String[] pair = line.split(";", 2)[0].split("=", 2);
        assertThat(line).as("a cookie for this host and TLS only").startsWith("__Host-").contains("Secure");
        if (line.contains("Max-Age=0") || pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    public String page() {
        return page;
    }

    public String path() {
        return path;
    }

    public int status() {
        return status;
    }

    public String title() {
        return found("<h1[^>]*>(.*?)</h1>");
    }

    /** What a person reads. */
    public String text() {
        return HtmlUtils.htmlUnescape(page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
    }

    /** The first group of the pattern in the page's source. */
    public String found(String pattern) {
        return all(pattern).getFirst();
    }

    public List<String> all(String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        while (matcher.find()) {
            found.add(HtmlUtils.htmlUnescape(matcher.group(1)).strip());
        }
        assertThat(found).as(pattern + " on " + path + ":\n" + text()).isNotEmpty();
        return found;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    private static String field(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
