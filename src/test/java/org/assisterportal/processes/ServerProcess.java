package org.assisterportal.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The packaged product, unpacked and started as {@code ./run} does, with settings in its environment only. */
public final class ServerProcess {
    private static final Path FOLDER = Path.of("target", "processes");
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Set<ServerProcess> ALL = ConcurrentHashMap.newKeySet();

    private final String name;
    private final Process process;
    private final Path output;
    private final int port;

    private ServerProcess(String name, Process process, Path output, int port) {
        this.name = name;
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts it; {@code arguments} are the product's own. */
    public static ServerProcess start(String name, int port, Map<String, String> settings, String... arguments) {
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-jar"));
            command.add(unpacked().toString());
            command.addAll(List.of(arguments));
            Path output = Files.createTempFile(FOLDER, name + "-", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            // Nothing of the build's own environment may make up for a setting that is left out.
            builder.environment()
                    .keySet()
                    .removeIf(key -> key.startsWith("SPRING_") || key.startsWith("ASSISTERPORTAL_"));
            builder.environment().putAll(settings);
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            ServerProcess started = new ServerProcess(name, builder.start(), output, port);
            ALL.add(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Path unpacked() throws IOException {
        Path jar = Path.of("target", "assister-portal.jar");
        assertThat(jar).as("the package that `mvn verify` makes before these tests").exists();
        Path product = FOLDER.resolve("product");
        Path unpacked = product.resolve("assister-portal.jar");
        FileTime built = Files.getLastModifiedTime(jar);
        Path mark = FOLDER.resolve("product.built");
        if (!Files.exists(mark) || !Files.readString(mark).equals(built.toString())) {
            Files.createDirectories(FOLDER);
            run(List.of("rm", "-rf", product.toString()));
            run(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", product.toString()));
            Files.writeString(mark, built.toString());
        }
        return unpacked;
    }

    private static void run(List<String> command) throws IOException {
        try {
            int exit = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            assertThat(exit).as(command.toString()).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers that it is well; fails with what it printed when it ends instead. */
    public ServerProcess healthy(String address) {
        Visitor probe = new Visitor(address);
        await().atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            assertThat(process.isAlive()).as(output()).isTrue();
                            return probe.answers("/actuator/health");
                        });
        return this;
    }

    /** Waits for its end; the exit code. */
    public int ended() {
        try {
            assertThat(process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)).as(output()).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Everything it printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        ended();
        ALL.remove(this);
    }

    /** kill -STOP: from here on it does nothing, not even marking a mail. */
    public void freeze() {
        try {
            run(List.of("kill", "-STOP", String.valueOf(process.pid())));
            Path stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
            await().atMost(Duration.ofSeconds(5)).until(() -> Files.readString(stat).contains(") T "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an operator's stop does. */
    public void stop() {
        process.destroy();
        ended();
        ALL.remove(this);
    }

    static void killAll() {
        ALL.forEach(one -> one.process.destroyForcibly());
        ALL.forEach(ServerProcess::ended);
    }
}
