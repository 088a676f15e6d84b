package org.assisterportal.shared;

import java.io.Serial;

/** What was asked for doesn't exist, or isn't for this actor; both look the same from outside. */
public final class NotFound extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
