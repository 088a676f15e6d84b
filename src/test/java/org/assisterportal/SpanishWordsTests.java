package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Spanish texts have one word for one thing. */
class SpanishWordsTests {
    @Test
    void immigrationStatusIsCalledByOneName() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().endsWith("_es.properties")).toList()) {
                assertThat(Files.readString(file).toLowerCase(Locale.ROOT)).as("%s", file).doesNotContain("estado migratorio", "estado inmigratorio", "estatus inmigratorio");
            }
        }
    }
}
