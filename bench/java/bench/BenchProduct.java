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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assisterportal.embedded.EmbeddedPostgres;

/** The product in a process of its own in production mode, with its own PostgreSQL and a counting SMTP server. */
final class BenchProduct implements AutoCloseable {
    final EmbeddedPostgres database;
    final SmtpSink sink;
    final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Process process;
    private boolean missed;

    BenchProduct(String classPath, Path folder) throws Exception {
        this.folder = folder;
        this.port = freePort();
        this.database = EmbeddedPostgres.start(folder);
        this.sink = new SmtpSink();
        this.process = start(classPath);
        try {
            await();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private Process start(String classPath) throws IOException {
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
                                Map.entry("SPRING_MAIL_PORT", String.valueOf(sink.port())),
                                Map.entry("ASSISTERPORTAL_BASE_URL", "https://bench.example"),
                                Map.entry("ASSISTERPORTAL_KEY", "4Lbrinzern4HftEQaiHrxW8cccA9VYWgWbsTcx7nECw="),
                                Map.entry("ASSISTERPORTAL_MAIL_FROM", "no-reply@bench.example"),
                                Map.entry("ASSISTERPORTAL_MAIL_ARC_FROM", "arc@bench.example")));
        return builder.redirectErrorStream(true).redirectOutput(folder.resolve("product.log").toFile()).start();
    }

    private void await() throws Exception {
        while (true) {
            if (!process.isAlive()) {
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

    /** A connection that no role's limits hold; for loading and for looking at statistics. */
    Connection superuser() throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", database.password("postgres"));
    }

    /** As after a night: the planner knows what was loaded. */
    void vacuum() throws SQLException {
        try (Connection owner = superuser();
                Statement statement = owner.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path, "").build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return request;
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The session cookie that a bench's door gives to somebody. */
    String cookie(String door) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(door, "").build());
        String cookie =
                answer.headers().allValues("set-cookie").stream().filter(text -> text.contains("session=")).findFirst()
                        .orElseThrow(() -> new IllegalStateException(door + " gives no session: " + answer.statusCode()));
        return cookie.substring(0, cookie.indexOf(';'));
    }

    void atLeast(String name, double value, String unit, double aim) {
        missed |= value < aim;
        print(name, value, unit, "aim ≥ " + aim);
    }

    void atMost(String name, double value, String unit, double aim) {
        missed |= value > aim;
        print(name, value, unit, "aim ≤ " + aim);
    }

    void print(String name, double value, String unit, String aim) {
        System.out.printf(Locale.ROOT, "%s = %.2f %s (%s)%n", name, value, unit, aim);
    }

    boolean missed() {
        return missed;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
        database.close();
        sink.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
