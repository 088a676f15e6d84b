package org.assisterportal.shared;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads identifiers out of addresses: what isn't one is a page that doesn't exist. */
public final class UuidText {

    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private UuidText() {}

    /**
     * The identifier in its canonical form.
     *
     * @throws NotFound when the text has another shape
     */
    public static UUID parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new NotFound();
        }
        return UUID.fromString(text);
    }
}
