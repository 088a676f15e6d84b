package org.assisterportal.enrollment;

import java.util.UUID;
import org.assisterportal.shared.UuidText;

/** An event that was reported; opaque in addresses. */
public record EventId(UUID value) {

    public static EventId parse(String text) {
        return new EventId(UuidText.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
