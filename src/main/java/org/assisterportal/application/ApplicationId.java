package org.assisterportal.application;

import java.util.UUID;
import org.assisterportal.shared.UuidText;

/** One version of a consumer's application; opaque in addresses. */
public record ApplicationId(UUID value) {

    public static ApplicationId parse(String text) {
        return new ApplicationId(UuidText.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
