package org.assisterportal.shared;

import java.io.Serial;

/** Somebody else changed it meanwhile; the page says so and shows the newer state. */
public final class Conflict extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public Conflict() {
        super("stale", null, false, false);
    }
}
