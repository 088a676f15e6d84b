package org.assisterportal.plan.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assisterportal.plan.RateSheet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The plan years' figures, read and checked once; a year without a file has no rules, and nothing is taken from another. */
@Component
final class YearShelf {
    private static final int[] PLAN_YEARS = {2026, 2027};
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    private final Map<Integer, YearFile> years = new TreeMap<>();

    YearShelf() {
        for (int year : PLAN_YEARS) {
            YearFile file = read("/plan/" + year + ".json");
            if (file.planYear() != year || !file.ageCurve().factors().keySet().equals(Set.copyOf(RateSheet.bands()))) {
                throw new IllegalStateException("The file of " + year + " is of another year or lacks an age");
            }
            years.put(year, file);
        }
    }

    Set<Integer> planYears() {
        return Set.copyOf(years.keySet());
    }

    YearFile of(int planYear) {
        YearFile file = years.get(planYear);
        if (file == null) {
            throw new IllegalArgumentException("Rules for plan year " + planYear + " are not loaded");
        }
        return file;
    }

    private static YearFile read(String name) {
        try (InputStream in = YearShelf.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return MAPPER.readValue(in, YearFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
