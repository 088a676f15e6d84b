package org.assisterportal.shared;

import java.util.UUID;

/** An agency under contract; internal, the short human Agency ID is its code. */
public record AgencyId(UUID value) {

    public static AgencyId parse(String text) {
        return new AgencyId(UuidText.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
