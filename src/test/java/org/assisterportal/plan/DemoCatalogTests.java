package org.assisterportal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo catalog's files are what its generator makes. */
class DemoCatalogTests {

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027})
    void theFilesAreWhatTheGeneratorMakes(int year) throws IOException {
        Path folder = DemoCatalog.FOLDER.resolve(String.valueOf(year));
        for (Map.Entry<String, String> file : DemoCatalog.of(year).made().entrySet()) {
            Path path = folder.resolve(file.getKey());
            assertThat(Files.readString(path).equals(file.getValue())).as(path.toString()).isTrue();
        }
    }
}
