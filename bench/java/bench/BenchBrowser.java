package bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A consumer's browser, signed in by a bench's door; it thinks before each request as long as it is told to. */
final class BenchBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CSRF_COOKIE = Pattern.compile("(__Host-csrf=[^;]+)");

    private final BenchProduct product;
    private final String said;
    private String cookie;

    BenchBrowser(BenchProduct product, String door) throws IOException, InterruptedException {
        this.product = product;
        HttpResponse<String> in = product.send(product.request(door, "").build());
        if (in.statusCode() != 200) {
            throw new IllegalStateException(door + " answered " + in.statusCode());
        }
        said = in.body();
        cookie =
                in.headers().allValues("set-cookie").stream().filter(text -> text.contains("session=")).findFirst()
                        .map(text -> text.substring(0, text.indexOf(';')))
                        .orElseThrow();
    }

    /** What the door answered. */
    String said() {
        return said;
    }

    String get(String path, int least, int most) throws IOException, InterruptedException {
        pause(least, most);
        HttpResponse<String> answer = product.send(product.request(path, cookie).build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        Matcher csrf = CSRF_COOKIE.matcher(String.join("\n", answer.headers().allValues("set-cookie")));
        if (csrf.find()) {
            cookie = cookie.replaceFirst("; .*", "") + "; " + csrf.group(1);
        }
        return answer.body();
    }

    HttpResponse<String> post(String path, String form, int least, int most) throws IOException, InterruptedException {
        pause(least, most);
        return product.send(
                product.request(path, cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "https://bench.example")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
    }

    static String token(String page) {
        return URLEncoder.encode(found(TOKEN, page), StandardCharsets.UTF_8);
    }

    static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("the page lacks " + pattern);
        }
        return matcher.group(1);
    }

    static void pause(int least, int most) throws InterruptedException {
        if (most > 0) {
            Thread.sleep(ThreadLocalRandom.current().nextInt(least, most));
        }
    }

    /** What all of them measure who do this at once, each in its own thread. */
    static List<Double> together(List<Callable<List<Double>>> users) throws Exception {
        List<Double> times = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Double>>> all = new ArrayList<>();
            for (Callable<List<Double>> user : users) {
                all.add(threads.submit(user));
            }
            for (Future<List<Double>> one : all) {
                times.addAll(one.get());
            }
        }
        return times;
    }

    static double percentile(List<Double> times, double share) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }
}
