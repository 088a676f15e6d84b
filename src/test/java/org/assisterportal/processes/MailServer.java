package org.assisterportal.processes;

import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An SMTP server on a real socket that does with a mail what its script says at the moment the mail is whole. */
public final class MailServer implements AutoCloseable {
    /** What becomes of a mail. */
    public enum Answer {
        TAKE,
        /** Not a word, and the connection stays open. */
        SILENCE
    }

    private final ServerSocket socket;
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private volatile Function<Letter, Answer> script = letter -> Answer.TAKE;
    private volatile boolean mute;

    public MailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("mail-server").start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void script(Function<Letter, Answer> next) {
        script = next;
    }

    /** Accepts connections and greets nobody. */
    void mute(boolean silent) {
        mute = silent;
    }

    /** The mails it took, of one address or, with a leading @, of a domain. */
    public List<Letter> taken(String to) {
        return letters.stream().filter(letter -> letter.to().endsWith(to)).toList();
    }

    /** The first group of the pattern in the newest of the person's mails that has it; waits for it. */
    String mailed(String to, String pattern) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Letter.find(taken(to), pattern), Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            if (mute) {
                in.read();
                return;
            }
            String name = "";
            say(client, "220 mail.example");
            for (String line = line(in); line != null; line = line(in)) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("EHLO")) {
                    name = line.substring(5).strip();
                    say(client, "250 mail.example");
                } else if (command.startsWith("DATA")) {
                    say(client, "354 go on");
                    Letter letter = Letter.read(name, data(in));
                    if (script.apply(letter) == Answer.SILENCE) {
                        in.read();
                        return;
                    }
                    // First: whoever hears the answer may ask at once what was taken.
                    letters.add(letter);
                    say(client, "250 taken");
                } else if (command.startsWith("QUIT")) {
                    say(client, "221 bye");
                    return;
                } else {
                    say(client, "250 fine");
                }
            }
        } catch (IOException e) {
            // The other side is gone: a killed process, or one that waited long enough.
        }
    }

    private static byte[] data(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line = line(in); line != null && !line.equals("."); line = line(in)) {
            String text = line.startsWith(".") ? line.substring(1) : line;
            bytes.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
