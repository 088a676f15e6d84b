package org.assisterportal.learningcenter;

import jakarta.validation.constraints.Pattern;

/** The Unique Key as typed: 7 letters and digits, spaces allowed. */
record KeyForm(@Pattern(regexp = "\\s*([A-Za-z0-9]\\s*){7}", message = "{learn.key.shape}") String key) {
    static final KeyForm EMPTY = new KeyForm("");

    KeyForm {
        key = key == null ? "" : key;
    }

    String trainingId() {
        return key.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
    }
}
