package org.assisterportal.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own in a folder: unpacked once, made with scram passwords and checksums, listening on
 * 127.0.0.1 only. A second process that finds it running uses it; only the one it belongs to stops it, and one whose
 * owner was killed belongs to the next that comes.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final Path folder;
    private final ServerUser user;
    private final Path binaries;
    private final Properties secrets;
    private final int port;
    private final boolean owned;

    private EmbeddedPostgres(
            Path folder, ServerUser user, Path binaries, Properties secrets, int port, boolean owned) {
        this.folder = folder;
        this.user = user;
        this.binaries = binaries;
        this.secrets = secrets;
        this.port = port;
        this.owned = owned;
    }

    /**
     * Starts the server in the folder, or joins the one that runs there.
     *
     * @throws IllegalStateException when it can't be started; the message holds the server's own words
     */
    public static EmbeddedPostgres start(Path folder) {
        try {
            Path home = Files.createDirectories(folder.toAbsolutePath());
            ServerUser user = ServerUser.find();
            Path binaries = PostgresBinaries.unpack(home.resolve("postgresql"));
            Path data = home.resolve("database");
            Properties secrets = secrets(home);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialize(home, data, binaries, user, secrets);
            }
            Integer running = runningPort(data);
            if (running != null) {
                return ownerLives(home)
                        ? new EmbeddedPostgres(home, user, binaries, secrets, running, false)
                        : owned(home, user, binaries, secrets, running);
            }
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            int port = freePort();
            // fsync stays on: a killed demo loses nothing either.
            user.run(
                    List.of(
                            binaries.resolve("bin/pg_ctl").toString(),
                            "-D", data.toString(), "-w", "-t", "60",
                            "-l", home.resolve("postgresql.log").toString(),
                            "-o", "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                                    + " -c max_connections=120 -c shared_buffers=128MB -c random_page_cost=1.1 -c timezone=UTC",
                            "start"));
            return owned(home, user, binaries, secrets, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/assisterportal";
    }

    String adminUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public int port() {
        return port;
    }

    /** The password of {@code postgres}, {@code app_owner}, {@code app} or {@code app_assister}. */
    public String password(String role) {
        String password = secrets.getProperty(role);
        if (password == null) {
            throw new IllegalArgumentException("no such role: " + role);
        }
        return password;
    }

    @Override
    public void close() {
        if (owned) {
            user.run(
                    List.of(
                            binaries.resolve("bin/pg_ctl").toString(),
                            "-D", folder.resolve("database").toString(), "-m", "fast", "-w", "stop"));
        }
    }

    private static void initialize(Path home, Path data, Path binaries, ServerUser user, Properties secrets)
            throws IOException {
        Path passwordFile = home.resolve("initial-password");
        Files.writeString(passwordFile, secrets.getProperty("postgres"));
        Files.createDirectories(data);
        user.own(home, data, passwordFile);
        try {
            user.run(
                    List.of(
                            binaries.resolve("bin/initdb").toString(),
                            "-D", data.toString(), "-U", "postgres", "-A", "scram-sha-256",
                            "--pwfile", passwordFile.toString(), "--data-checksums", "-E", "UTF8",
                            "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static Properties secrets(Path home) throws IOException {
        Path file = home.resolve("database-passwords.properties");
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                secrets.load(in);
            }
            return secrets;
        }
        SecureRandom random = new SecureRandom();
        for (String role : List.of("postgres", "app_owner", "app", "app_assister")) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            secrets.setProperty(role, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(file)) {
            secrets.store(out, null);
        }
        return secrets;
    }

    /** The port of a live server on this very data folder; a pid that now belongs to something else doesn't count. */
    private static @Nullable Integer runningPort(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return null;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
        if (lines.size() < 4) {
            return null;
        }
        Path commandLine = Path.of("/proc", lines.getFirst().strip(), "cmdline");
        if (!Files.isReadable(commandLine)) {
            return null;
        }
        String command = new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8);
        return command.contains("postgres") && command.contains(data.toString())
                ? Integer.valueOf(lines.get(3).strip())
                : null;
    }

    private static boolean ownerLives(Path home) throws IOException {
        Path file = home.resolve("owner");
        String[] owner = Files.exists(file) ? Files.readString(file).strip().split(" ") : new String[0];
        return owner.length == 2
                && ProcessHandle.of(Long.parseLong(owner[0]))
                        .filter(process -> born(process).equals(owner[1]))
                        .isPresent();
    }

    private static EmbeddedPostgres owned(
            Path home, ServerUser user, Path binaries, Properties secrets, int port) throws IOException {
        ProcessHandle me = ProcessHandle.current();
        Files.writeString(home.resolve("owner"), me.pid() + " " + born(me));
        EmbeddedPostgres server = new EmbeddedPostgres(home, user, binaries, secrets, port, true);
        DatabaseSetUp.ensure(server);
        return server;
    }

    /** When it started, so that a number given anew isn't taken for the owner. */
    private static String born(ProcessHandle process) {
        return process.info().startInstant().map(start -> String.valueOf(start.toEpochMilli())).orElse("");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
