package org.assisterportal.document;

import java.util.UUID;
import org.assisterportal.shared.UuidText;

/** One thing that is to be proved; opaque in addresses. */
public record ProofId(UUID value) {

    public static ProofId parse(String text) {
        return new ProofId(UuidText.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
