package org.assisterportal.learningcenter;

import jakarta.validation.constraints.Pattern;
import java.util.Locale;

/** The mailed code as typed: 8 digits, spaces and hyphens allowed; and the key it was mailed for. */
record CodeForm(
        String key, @Pattern(regexp = "[\\s-]*([0-9][\\s-]*){8}", message = "{learn.code.shape}") String code) {
    CodeForm {
        key = key == null ? "" : key.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        code = code == null ? "" : code;
    }
}
