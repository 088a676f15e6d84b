package org.assisterportal.demo;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The made-up people's phones: the secrets that their authenticator apps were given, in a file beside the data. */
@Component
@Profile("demo")
class DemoBook {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Path file;
    private final Clock clock;
    private final Properties secrets = new Properties();

    DemoBook(@Value("${assisterportal.embedded.folder:data}") Path folder, Clock clock) throws IOException {
        this.file = folder.resolve("demo-people.properties");
        this.clock = clock;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            }
        }
    }

    synchronized void keep(String email, String secret) {
        secrets.setProperty(email, secret);
        try (Writer writer = Files.newBufferedWriter(file)) {
            secrets.store(writer, "Made-up people of the demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code that the person's app shows now. */
    synchronized Optional<String> code(String email) {
        return Optional.ofNullable(secrets.getProperty(email)).map(this::codeOf);
    }

    String codeOf(String secret) {
        BigInteger number = BigInteger.ONE;
        for (char letter : secret.replace(" ", "").toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(letter)));
        }
        byte[] bytes = number.toByteArray();
        byte[] key = Arrays.copyOfRange(bytes, 1, bytes.length);
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(key, "RAW"), clock.instant());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
