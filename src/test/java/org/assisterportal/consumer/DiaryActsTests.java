package org.assisterportal.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every act that can stand in a diary has words for its consumer. */
class DiaryActsTests {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:diary\\.(?:done|note|submitted|changed)|\\blook|tell)\\([^\";{]*(?:\"[a-z-]+\", )?\"([a-z]+\\.[a-z-]+)\"");

    private static Set<String> acts() throws IOException {
        Set<String> acts = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                WRITTEN.matcher(Files.readString(file)).results().forEach(found -> acts.add(found.group(1)));
            }
        }
        return acts;
    }

    private static Properties words(String suffix) throws IOException {
        Properties all = new Properties();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path path : files.filter(file -> file.toString().matches(".*/[a-z]+" + suffix + "\\.properties")).toList()) {
                try (Reader in = Files.newBufferedReader(path)) {
                    all.load(in);
                }
            }
        }
        return all;
    }

    @Test
    void everyActHasWordsInBothLanguages() throws IOException {
        assertThat(acts())
                .contains("consumer.profile-shown", "consumer.diary-shown", "consumer.profile-changed", "authorization.given", "authorization.paused");
        for (String act : acts()) {
            assertThat(words("").getProperty("diary." + act)).as(act).isNotBlank();
            assertThat(words("_es").getProperty("diary." + act)).as(act + " in Spanish").isNotBlank();
        }
    }
}
