package bench;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        List<Callable<List<Double>>> users = new ArrayList<>();
        consumers.forEach(consumer -> users.add(() -> consumer.rounds(ROUNDS)));
        List<Double> together = BenchBrowser.together(users);
        product.print("signatures_measured", together.size(), "signatures", "by 32 users, 1 to 3 s before each request");
        product.atMost("sign_p95_ms", BenchBrowser.percentile(together, 0.95), "ms", 150);
        product.print("sign_p50_ms", BenchBrowser.percentile(together, 0.5), "ms", "for the reader");
        product.atMost("sign_median_ms", BenchBrowser.percentile(alone, 0.5), "ms", 25);
    }

    /** A consumer who reports changes. */
    private final class Consumer {
        private final BenchBrowser browser;
        private String application;

        Consumer() throws Exception {
            browser = new BenchBrowser(product, "/activate/bench/apply?people=4&year=" + year);
            application = browser.said();
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
            String page = browser.get("/coverage/" + application + "/change", least, most);
            String draft = to(browser.post("/coverage/" + application + "/change", "_csrf=" + BenchBrowser.token(page) + "&kind=OTHER", least, most));
            application = draft.substring(draft.lastIndexOf('/') + 1);
            // As a browser does: what this page is told by the one before would else pile up in the session.
            browser.get(draft, 0, 0);
            page = browser.get(draft + "/sign", least, most);
            String form =
                    "_csrf=" + BenchBrowser.token(page) + "&hash=" + BenchBrowser.found(HASH, page) + "&read=" + BenchBrowser.found(READ, page) + "&agreed=true&name="
                            + URLEncoder.encode("Maria Bench", StandardCharsets.UTF_8);
            BenchBrowser.pause(least, most);
            long start = System.nanoTime();
            String result = to(browser.post(draft + "/sign", form, 0, 0));
            String shown = browser.get(result, 0, 0);
            double took = (System.nanoTime() - start) / 1e6;
            if (!result.endsWith("/result") || !shown.contains("Rosa Bench")) {
                throw new IllegalStateException("no result at " + result);
            }
            return took;
        }

        private static String to(HttpResponse<String> answer) {
            String to = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() != 302 || to.isEmpty()) {
                throw new IllegalStateException("no redirection: " + answer.statusCode());
            }
            return to.replaceFirst("^https?://[^/]+", "");
        }
    }
}
