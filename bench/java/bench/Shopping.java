package bench;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures a page of plans as a determined family of six with the tax credit gets it: all plans of their county priced, with
 * variants and the estimated yearly cost. Arguments: the product's class path and a folder for data.
 */
public final class Shopping {
    private static final int YEAR = 2026;
    private static final int USERS = 32;
    private static final int ROUNDS = 12;
    private static final int WARM_UP = 400;
    private static final int ALONE = 200;
    private static final int COPIES = 5;
    private static final Pattern PLAN = Pattern.compile("(\\d{5}MN)0(\\d{6})");
    private static final Pattern PERSON = Pattern.compile("name=\"people\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern PARTY = Pattern.compile("name=\"party\" value=\"([^\"]+)\"");
    private static final Pattern FOUND = Pattern.compile("(\\d+) plans for");

    private final BenchProduct product;

    private Shopping(BenchProduct product) {
        this.product = product;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        Path files = Files.createDirectories(folder.resolveSibling("files"));
        copies(Path.of("examples/plans/" + YEAR), files);
        boolean missed;
        try (BenchProduct product = new BenchProduct(arguments[0], folder)) {
            product.get("/activate/bench/plans?year=" + YEAR + "&folder=" + files.toAbsolutePath());
            new Shopping(product).measure();
            missed = product.missed();
        }
        System.exit(missed ? 1 : 0);
    }

    /** The made-up catalog with each plan several times, under numbers of their own. */
    private static void copies(Path from, Path to) throws IOException {
        try (var all = Files.list(from)) {
            for (Path file : all.toList()) {
                List<String> lines = Files.readAllLines(file);
                try (Writer copy = Files.newBufferedWriter(to.resolve(file.getFileName()))) {
                    for (int i = 0; i < COPIES; i++) {
                        for (String line : i == 0 ? lines : lines.stream().filter(one -> PLAN.matcher(one).find()).toList()) {
                            copy.write(PLAN.matcher(line).replaceAll("$1" + i + "$2") + "\n");
                        }
                    }
                }
            }
        }
    }

    private void measure() throws Exception {
        List<Family> families = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            families.add(new Family());
        }
        product.vacuum();
        for (int i = 0; i < WARM_UP; i++) {
            families.get(i % USERS).look(0, 0);
        }
        product.print("plans_priced", families.getFirst().plans, "plans", "sold to a family of six");
        List<Double> alone = new ArrayList<>();
        for (int i = 0; i < ALONE; i++) {
            alone.add(families.getFirst().look(0, 0));
        }
        List<Callable<List<Double>>> users = new ArrayList<>();
        families.forEach(family -> users.add(() -> family.looks(ROUNDS)));
        List<Double> together = BenchBrowser.together(users);
        product.print("pages_measured", together.size(), "pages", "by 32 users, 1 to 3 s before each request");
        product.atMost("shop_p95_ms", BenchBrowser.percentile(together, 0.95), "ms", 120);
        product.print("shop_p50_ms", BenchBrowser.percentile(together, 0.5), "ms", "for the reader");
        product.atMost("shop_median_ms", BenchBrowser.percentile(alone, 0.5), "ms", 20);
    }

    /** A family's browser on its page of plans. */
    private final class Family {
        private final BenchBrowser browser;
        private final String list;
        private final String form;
        private int plans;

        Family() throws Exception {
            browser = new BenchBrowser(product, "/activate/bench/apply?people=6&year=" + YEAR);
            String desk = "/coverage/" + browser.said() + "/plans";
            String page = browser.get(desk, 0, 0);
            StringBuilder told = new StringBuilder("_csrf=" + BenchBrowser.token(page) + "&kind=medical&party=" + BenchBrowser.found(PARTY, page));
            Matcher people = PERSON.matcher(page);
            int count = 0;
            while (people.find()) {
                told.append("&people=").append(people.group(1));
                count++;
            }
            if (count != 6) {
                throw new IllegalStateException(count + " people choose");
            }
            list = desk + "/list";
            form = told.toString();
        }

        List<Double> looks(int count) throws Exception {
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                times.add(look(1000, 3000));
            }
            return times;
        }

        /** Milliseconds from the form that is sent until the whole page has come to which it leads. */
        double look(int least, int most) throws Exception {
            BenchBrowser.pause(least, most);
            long start = System.nanoTime();
            HttpResponse<String> told = browser.post(list, form, 0, 0);
            if (told.statusCode() != 302) {
                throw new IllegalStateException("the form answered " + told.statusCode());
            }
            URI to = URI.create(told.headers().firstValue("location").orElseThrow());
            String page = browser.get(to.getRawPath() + "?" + to.getRawQuery(), 0, 0);
            double took = (System.nanoTime() - start) / 1e6;
            plans = Integer.parseInt(BenchBrowser.found(FOUND, page));
            return took;
        }
    }
}
