package bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures pages and enrolling at 10,000 assisters, with wrk as the browser. Arguments: the product's class path and a
 * folder for data.
 */
public final class FrontDoor {
    private static final int ASSISTERS = 10_000;
    private static final int SELECTION = 1_000;
    private static final int CLIENTS = 32;

    private final BenchProduct product;

    private FrontDoor(BenchProduct product) {
        this.product = product;
    }

    public static void main(String[] arguments) throws Exception {
        boolean missed;
        try (BenchProduct product = new BenchProduct(arguments[0], Path.of(arguments[1]))) {
            product.get("/activate/bench/seed?people=" + ASSISTERS);
            product.vacuum();
            new FrontDoor(product).measure();
            missed = product.missed();
        }
        System.exit(missed ? 1 : 0);
    }

    private void measure() throws Exception {
        SmtpSink sink = product.sink;
        List<String> nobody = List.of("");
        List<String> contacts = cookies("contact");
        List<String> officers = cookies("officer");

        product.atLeast("sign_in_page_per_s", throughput(nobody, "/sign-in"), "pages/s", 2300);
        double reference = throughput(contacts, "/amp/bench/reference");
        product.print("roster_reference_per_s", reference, "pages/s", "the reference");
        product.atLeast("roster_ratio", throughput(contacts, "/amp/roster") / reference, "of the reference", 0.5);
        reference = throughput(officers, "/arc/bench/reference");
        product.print("queue_reference_per_s", reference, "pages/s", "the reference");
        product.atLeast("queue_ratio", throughput(officers, "/arc/queue") / reference, "of the reference", 0.5);
        product.atMost("roster_statements", statements(contacts.getFirst(), "/amp/roster"), "statements", 8);
        product.atMost("queue_statements", statements(officers.getFirst(), "/arc/queue"), "statements", 8);

        // A selection first, so that the code is as warm as on any working day.
        while (sink.taken.get() < 1) {
            Thread.sleep(20);
        }
        long before = sink.taken.get();
        product.get("/activate/bench/enroll?from=0&to=" + SELECTION);
        await(sink, before + 2L * SELECTION);
        before = sink.taken.get();
        long start = System.nanoTime();
        double seconds = Double.parseDouble(product.get("/activate/bench/enroll?from=" + SELECTION + "&to=" + 2 * SELECTION));
        product.atLeast("enroll_per_s", SELECTION / seconds, "people/s", 1000);
        await(sink, before + 2L * SELECTION);
        product.atLeast("enrolled_and_mailed_per_s", SELECTION / ((System.nanoTime() - start) / 1e9), "people/s", 250);
    }

    private static void await(SmtpSink sink, long mails) throws InterruptedException {
        long end = System.nanoTime() + 120_000_000_000L;
        while (sink.taken.get() < mails) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + sink.taken.get() + " mails of " + mails + " arrived");
            }
            Thread.sleep(5);
        }
    }

    /** A session for each client. */
    private List<String> cookies(String who) throws Exception {
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            cookies.add(product.cookie("/activate/bench/in?who=" + who));
        }
        return cookies;
    }

    private double throughput(List<String> cookies, String path) throws Exception {
        // Until the compiler has caught up: what is measured is a working day, not its first seconds.
        wrk(cookies, path, 12);
        return wrk(cookies, path, 8);
    }

    private double wrk(List<String> cookies, String path, int seconds) throws Exception {
        Path script = product.folder.resolve("wrk.lua");
        StringBuilder lua = new StringBuilder("local cookies = {");
        cookies.forEach(cookie -> lua.append('"').append(cookie).append("\","));
        lua.append("}\nlocal n = 0\nfunction request()\n  n = n % #cookies + 1\n")
                .append("  return wrk.format(\"GET\", nil, cookies[n] ~= \"\" and {[\"Cookie\"] = cookies[n]} or {})\nend\n");
        Files.writeString(script, lua);
        Process wrk =
                new ProcessBuilder(
                                "wrk", "-t1", "-c" + CLIENTS, "-d" + seconds + "s", "--timeout", "10s", "-s", script.toString(),
                                product.address(path))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(wrk.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Matcher rate = Pattern.compile("Requests/sec:\\s+([0-9.]+)").matcher(said);
        if (wrk.waitFor() != 0 || !rate.find() || said.contains("Non-2xx") || said.contains("Socket errors")) {
            throw new IllegalStateException(path + ": " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private double statements(String cookie, String path) throws IOException, InterruptedException {
        product.send(product.request(path, cookie).build());
        long before = Long.parseLong(product.get("/activate/bench/statements"));
        HttpResponse<String> answer = product.send(product.request(path, cookie).build());
        if (answer.statusCode() != 200 || !answer.body().contains("Bench")) {
            throw new IllegalStateException(path + " shows nobody");
        }
        return Long.parseLong(product.get("/activate/bench/statements")) - before;
    }
}
