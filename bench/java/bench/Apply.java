package bench;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures from "sign" until the result page has come, for families of four: each consumer reports a change, reads the
 * page to sign, and signs, again and again. Arguments: the product's class path and a folder for data.
 */
public final class Apply {
    private static final int USERS = 32;
    private static final int ROUNDS = 12;
    private static final int WARM_UP = 300;
    private static final int ALONE = 200;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CSRF_COOKIE = Pattern.compile("(__Host-csrf=[^;]+)");
    private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([0-9]+)\"");
    private static final Pattern HASH = Pattern.compile("name=\"hash\" value=\"([^\"]+)\"");

    private final BenchProduct product;
    private final int year;

    private Apply(BenchProduct product) {
        this.product = product;
        this.year = LocalDate.now(ZoneId.of("America/Chicago")).getYear();
    }

    public static void main(String[] arguments) throws Exception {
        boolean missed;
        try (BenchProduct product = new BenchProduct(arguments[0], Path.of(arguments[1]))) {
            new Apply(product).measure();
            missed = product.missed();
        }
        System.exit(missed ? 1 : 0);
    }

    private void measure() throws Exception {
        List<Consumer> consumers = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            consumers.add(new Consumer());
        }
        product.vacuum();
        for (int i = 0; i < WARM_UP; i++) {
            consumers.get(i % USERS).round(0, 0);
        }
        List<Double> alone = new ArrayList<>();
        for (int i = 0; i < ALONE; i++) {
            alone.add(consumers.getFirst().round(0, 0));
        }
        List<Double> together = new ArrayList<>();
        try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Double>>> all = new ArrayList<>();
            for (Consumer consumer : consumers) {
                all.add(users.submit(() -> consumer.rounds(ROUNDS)));
            }
            for (Future<List<Double>> one : all) {
                together.addAll(one.get());
            }
        }
        product.print("signatures_measured", together.size(), "signatures", "by 32 users, 1 to 3 s before each request");
        product.atMost("sign_p95_ms", percentile(together, 0.95), "ms", 150);
        product.print("sign_p50_ms", percentile(together, 0.5), "ms", "for the reader");
        product.atMost("sign_median_ms", percentile(alone, 0.5), "ms", 25);
    }

    private static double percentile(List<Double> times, double share) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }

    /** A consumer's browser. */
    private final class Consumer {
        private String cookie;
        private String application;

        Consumer() throws Exception {
            HttpResponse<String> in = product.send(product.request("/activate/bench/apply?year=" + year, "").build());
            if (in.statusCode() != 200) {
                throw new IllegalStateException("no family: " + in.statusCode());
            }
            application = in.body();
            cookie =
                    in.headers().allValues("set-cookie").stream().filter(text -> text.contains("session=")).findFirst()
                            .map(text -> text.substring(0, text.indexOf(';')))
                            .orElseThrow();
        }

        List<Double> rounds(int count) throws Exception {
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                times.add(round(1000, 3000));
            }
            return times;
        }

        /** Milliseconds from the signature's request until the whole result page. */
        double round(int least, int most) throws Exception {
            String page = get("/coverage/" + application + "/change", least, most);
            String draft = to(post("/coverage/" + application + "/change", "_csrf=" + token(page) + "&kind=OTHER", least, most));
            application = draft.substring(draft.lastIndexOf('/') + 1);
            page = get(draft + "/sign", least, most);
            String form =
                    "_csrf=" + token(page) + "&hash=" + found(HASH, page) + "&read=" + found(READ, page) + "&agreed=true&name="
                            + URLEncoder.encode("Maria Bench", StandardCharsets.UTF_8);
            pause(least, most);
            long start = System.nanoTime();
            String result = to(post(draft + "/sign", form, 0, 0));
            String shown = get(result, 0, 0);
            double took = (System.nanoTime() - start) / 1e6;
            if (!result.endsWith("/result") || !shown.contains("Rosa Bench")) {
                throw new IllegalStateException("no result at " + result);
            }
            return took;
        }

        private String get(String path, int least, int most) throws Exception {
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

        private HttpResponse<String> post(String path, String form, int least, int most) throws Exception {
            pause(least, most);
            return product.send(
                    product.request(path, cookie)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Origin", "https://bench.example")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build());
        }

        private static String to(HttpResponse<String> answer) {
            String to = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() != 302 || to.isEmpty()) {
                throw new IllegalStateException("no redirection: " + answer.statusCode());
            }
            return to.replaceFirst("^https?://[^/]+", "");
        }

        private static String token(String page) {
            return URLEncoder.encode(found(TOKEN, page), StandardCharsets.UTF_8);
        }

        private static String found(Pattern pattern, String page) {
            Matcher matcher = pattern.matcher(page);
            if (!matcher.find()) {
                throw new IllegalStateException("the page lacks " + pattern);
            }
            return matcher.group(1);
        }

        private static void pause(int least, int most) throws InterruptedException {
            if (most > 0) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(least, most));
            }
        }
    }
}
