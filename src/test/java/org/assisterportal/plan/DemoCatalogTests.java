package org.assisterportal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo catalog's files are what its generator makes. */
class DemoCatalogTests {

    @Test
    void anIdThatIsSoldInBothYearsIsTheSameProductAtTheSameLevel() throws IOException {
        Map<String, String> before = products(2026);
        Map<String, String> after = products(2027);
        assertThat(before).hasSizeGreaterThan(50).containsKey("99101MN0010008").doesNotContainKey("99101MN0010012");
        assertThat(after).doesNotContainKey("99101MN0010008").containsEntry("99101MN0010012", "Northwoods Health Gold Saver, Gold");
        Map<String, String> both = new TreeMap<>(before);
        both.keySet().retainAll(after.keySet());
        assertThat(both).hasSizeGreaterThan(50).isEqualTo(both.keySet().stream().collect(Collectors.toMap(id -> id, after::get)));
    }

    private static Map<String, String> products(int year) throws IOException {
        Map<String, String> products = new TreeMap<>();
        for (String line : Files.readAllLines(DemoCatalog.FOLDER.resolve(year + "/plan-attributes.csv"))) {
            String[] cells = line.split(",");
            products.put(cells[6], cells[7] + ", " + cells[14]);
        }
        return products;
    }

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
