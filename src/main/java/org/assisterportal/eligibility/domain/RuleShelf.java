package org.assisterportal.eligibility.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The plan years' rule data, read and checked once; a file that isn't right stops the start. */
final class RuleShelf {
    private static final int[] PLAN_YEARS = {2026, 2027};
    private static final int VERSION_SIGNS = 12;
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    private final Map<Integer, Rules> years = new TreeMap<>();

    RuleShelf() {
        for (int year : PLAN_YEARS) {
            years.put(year, read(year));
        }
    }

    @Nullable Rules of(int planYear) {
        return years.get(planYear);
    }

    Map<Integer, Rules> all() {
        return years;
    }

    /** The same file gives the same version, whenever and wherever it is read. */
    private static Rules read(int year) {
        byte[] written = bytes("/eligibility/" + year + ".json");
        RuleFile file = MAPPER.readValue(written, RuleFile.class);
        if (file.planYear() != year) {
            throw new IllegalStateException("The file of " + year + " says another year");
        }
        return new Rules(file, year + "-" + HexFormat.of().formatHex(hash(written)).substring(0, VERSION_SIGNS));
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

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
