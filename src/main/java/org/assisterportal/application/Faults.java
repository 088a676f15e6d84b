package org.assisterportal.application;

import java.util.Map;

/**
 * What is wrong on a page, by field.
 *
 * @param problems message keys
 * @param elsewhere the page that says otherwise, where it is another page's answer that doesn't fit
 */
public record Faults(Map<String, String> problems, Map<String, Spot> elsewhere) {
    public static final Faults NONE = of(Map.of());

    public static Faults of(Map<String, String> problems) {
        return new Faults(problems, Map.of());
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }
}
