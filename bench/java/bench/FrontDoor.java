package bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.embedded.EmbeddedPostgres;

/**
 * Measures pages and enrolling at 10,000 assisters: the product in a process of its own in production mode, its own
 * PostgreSQL, wrk as the browser, a counting SMTP server. Arguments: the product's class path and a folder for data.
 */
public final class FrontDoor {
    private static final int ASSISTERS = 10_000;
    private static final int SELECTION = 1_000;
    private static final int CLIENTS = 32;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private boolean missed;

    private FrontDoor(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        int port = freePort();
        Process product = null;
        boolean missed;
        EmbeddedPostgres database = EmbeddedPostgres.start(folder);
        try (SmtpSink sink = new SmtpSink()) {
            product = start(arguments[0], folder, port, database, sink.port());
            FrontDoor bench = new FrontDoor(folder, port);
            bench.await(product);
            bench.get("/activate/bench/seed?people=" + ASSISTERS);
            // As after a night: the planner knows what was loaded.
            try (Connection owner =
                            DriverManager.getConnection(database.url(), "postgres", database.password("postgres"));
                    Statement statement = owner.createStatement()) {
                statement.execute("VACUUM ANALYZE");
            }
            bench.measure(sink);
            missed = bench.missed;
        } finally {
            if (product != null) {
                product.destroy();
                product.waitFor();
            }
            database.close();
        }
        System.exit(missed ? 1 : 0);
    }

    private static Process start(String classPath, Path folder, int port, EmbeddedPostgres database, int smtp)
            throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-cp", classPath,
                        "bench.BenchMarketplace");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(
                        Map.ofEntries(
                                Map.entry("SERVER_PORT", String.valueOf(port)),
                                Map.entry("SPRING_DATASOURCE_URL", database.url()),
                                Map.entry("SPRING_DATASOURCE_USERNAME", "app"),
                                Map.entry("SPRING_DATASOURCE_PASSWORD", database.password("app")),
                                Map.entry("SPRING_FLYWAY_USER", "app_owner"),
                                Map.entry("SPRING_FLYWAY_PASSWORD", database.password("app_owner")),
                                Map.entry("SPRING_MAIL_HOST", "127.0.0.1"),
                                Map.entry("SPRING_MAIL_PORT", String.valueOf(smtp)),
                                Map.entry("ASSISTERPORTAL_BASE_URL", "https://bench.example"),
                                Map.entry("ASSISTERPORTAL_KEY", "4Lbrinzern4HftEQaiHrxW8cccA9VYWgWbsTcx7nECw="),
                                Map.entry("ASSISTERPORTAL_MAIL_FROM", "no-reply@bench.example"),
                                Map.entry("ASSISTERPORTAL_MAIL_ARC_FROM", "arc@bench.example")));
        return builder.redirectErrorStream(true).redirectOutput(folder.resolve("product.log").toFile()).start();
    }

    private void measure(SmtpSink sink) throws Exception {
        List<String> nobody = List.of("");
        List<String> contacts = cookies("contact");
        List<String> officers = cookies("officer");

        atLeast("sign_in_page_per_s", throughput(nobody, "/sign-in"), "pages/s", 2300);
        double reference = throughput(contacts, "/amp/bench/reference");
        print("roster_reference_per_s", reference, "pages/s", "the reference");
        atLeast("roster_ratio", throughput(contacts, "/amp/roster") / reference, "of the reference", 0.5);
        reference = throughput(officers, "/arc/bench/reference");
        print("queue_reference_per_s", reference, "pages/s", "the reference");
        atLeast("queue_ratio", throughput(officers, "/arc/queue") / reference, "of the reference", 0.5);
        atMost("roster_statements", statements(contacts.getFirst(), "/amp/roster"), "statements", 8);
        atMost("queue_statements", statements(officers.getFirst(), "/arc/queue"), "statements", 8);

        // A selection first, so that the code is as warm as on any working day.
        while (sink.taken.get() < 1) {
            Thread.sleep(20);
        }
        long before = sink.taken.get();
        get("/activate/bench/enroll?from=0&to=" + SELECTION);
        await(sink, before + 2L * SELECTION);
        before = sink.taken.get();
        long start = System.nanoTime();
        double seconds = Double.parseDouble(get("/activate/bench/enroll?from=" + SELECTION + "&to=" + 2 * SELECTION));
        atLeast("enroll_per_s", SELECTION / seconds, "people/s", 1000);
        await(sink, before + 2L * SELECTION);
        atLeast("enrolled_and_mailed_per_s", SELECTION / ((System.nanoTime() - start) / 1e9), "people/s", 250);
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

    private void await(Process product) throws Exception {
        while (true) {
            if (!product.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("product.log")));
            }
            try {
                get("/actuator/health");
                return;
            } catch (IOException | IllegalStateException e) {
                Thread.sleep(200);
            }
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path, ""), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest request(String path, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return request.build();
    }

    /** A session for each client. */
    private List<String> cookies(String who) throws IOException, InterruptedException {
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            HttpResponse<String> answer =
                    http.send(request("/activate/bench/in?who=" + who, ""), HttpResponse.BodyHandlers.ofString());
            String cookie =
                    answer.headers().allValues("set-cookie").stream().filter(text -> text.contains("session=")).findFirst()
                            .orElseThrow();
            cookies.add(cookie.substring(0, cookie.indexOf(';')));
        }
        return cookies;
    }

    private double throughput(List<String> cookies, String path) throws Exception {
        // Until the compiler has caught up: what is measured is a working day, not its first seconds.
        wrk(cookies, path, 12);
        return wrk(cookies, path, 8);
    }

    private double wrk(List<String> cookies, String path, int seconds) throws Exception {
        Path script = folder.resolve("wrk.lua");
        StringBuilder lua = new StringBuilder("local cookies = {");
        cookies.forEach(cookie -> lua.append('"').append(cookie).append("\","));
        lua.append("}\nlocal n = 0\nfunction request()\n  n = n % #cookies + 1\n")
                .append("  return wrk.format(\"GET\", nil, cookies[n] ~= \"\" and {[\"Cookie\"] = cookies[n]} or {})\nend\n");
        Files.writeString(script, lua);
        Process wrk =
                new ProcessBuilder(
                                "wrk", "-t1", "-c" + CLIENTS, "-d" + seconds + "s", "--timeout", "10s", "-s", script.toString(),
                                "http://127.0.0.1:" + port + path)
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
        http.send(request(path, cookie), HttpResponse.BodyHandlers.ofString());
        long before = Long.parseLong(get("/activate/bench/statements"));
        HttpResponse<String> answer = http.send(request(path, cookie), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("Bench")) {
            throw new IllegalStateException(path + " shows nobody");
        }
        return Long.parseLong(get("/activate/bench/statements")) - before;
    }

    private void atLeast(String name, double value, String unit, double aim) {
        missed |= value < aim;
        print(name, value, unit, "aim ≥ " + aim);
    }

    private void atMost(String name, double value, String unit, double aim) {
        missed |= value > aim;
        print(name, value, unit, "aim ≤ " + aim);
    }

    private static void print(String name, double value, String unit, String aim) {
        System.out.printf(Locale.ROOT, "%s = %.2f %s (%s)%n", name, value, unit, aim);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
