package org.assisterportal.enrollment;

import java.util.UUID;
import org.assisterportal.shared.UuidText;

/** An exemption that was entered; opaque in addresses. */
public record ExemptionId(UUID value) {

    public static ExemptionId parse(String text) {
        return new ExemptionId(UuidText.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
