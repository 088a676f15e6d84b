package org.assisterportal.eligibility.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.assisterportal.shared.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The plan years' rule data, read and checked once; a file that isn't right stops the start. */
final class RuleShelf {
    private static final int[] PLAN_YEARS = {2026, 2027};
    /** Files as they were before a correction, by the name given to them then: kept determinations come out the same again. */
    private static final String[] CORRECTED = {};
    private static final int VERSION_SIGNS = 12;
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    private final Map<Integer, Rules> years = new TreeMap<>();
    private final Map<String, Rules> versions = new HashMap<>();

    RuleShelf() {
        for (int year : PLAN_YEARS) {
            Rules rules = read(String.valueOf(year));
            if (rules.file.planYear() != year) {
                throw new IllegalStateException("The file of " + year + " says another year");
            }
            years.put(year, rules);
            versions.put(rules.version, rules);
        }
        for (String name : CORRECTED) {
            Rules rules = read(name);
            versions.put(rules.version, rules);
        }
    }

    @Nullable Rules of(int planYear) {
        return years.get(planYear);
    }

    @Nullable Rules ofVersion(String version) {
        return versions.get(version);
    }

    Map<Integer, Rules> all() {
        return years;
    }

    /** The same file gives the same version, whenever and wherever it is read. */
    private static Rules read(String name) {
        byte[] written = bytes("/eligibility/" + name + ".json");
        RuleFile file = MAPPER.readValue(written, RuleFile.class);
        return new Rules(file, file.planYear() + "-" + HexFormat.of().formatHex(Sha256.begin().digest(written)).substring(0, VERSION_SIGNS));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = RuleShelf.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
