package org.assisterportal.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the server's programs as somebody who isn't root, since PostgreSQL refuses to be root. */
final class ServerUser {
    private final boolean root;

    private ServerUser(boolean root) {
        this.root = root;
    }

    static ServerUser find() {
        return new ServerUser("root".equals(System.getProperty("user.name")));
    }

    /** Gives the paths to the server's user and opens the folders above them for passing through. */
    void own(Path home, Path... paths) throws IOException {
        if (!root) {
            return;
        }
        for (Path path : paths) {
            execute(List.of("chown", "-R", "nobody:nogroup", path.toString()));
        }
        execute(List.of("chown", "nobody:nogroup", home.toString()));
        for (Path above = home; above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above)
                    .contains(java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE)) {
                throw new IllegalStateException(
                        above + " can't be entered by the unprivileged user that PostgreSQL runs as; choose another "
                                + "folder (assisterportal.embedded.folder) or do not run as root");
            }
        }
    }

    void run(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (root) {
            whole.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"));
        }
        whole.addAll(command);
        execute(whole);
    }

    private static void execute(List<String> command) {
        Path output = null;
        try {
            output = Files.createTempFile("postgresql", ".out");
            // To a file: the server inherits the stream and would keep a pipe open for ever.
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(
                        command.getFirst() + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }
}
