package org.assisterportal.document;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that somebody sends.
 *
 * @param name as their device calls it; proves nothing
 * @param source can be read more than once
 */
public record Incoming(String name, Source source) {

    /** Where its content is read. */
    public interface Source {
        InputStream open() throws IOException;
    }
}
