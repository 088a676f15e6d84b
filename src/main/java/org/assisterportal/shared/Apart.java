package org.assisterportal.shared;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.function.Function;

/**
 * Work that stands whatever becomes of the caller's transaction, such as a refusal's line or a
 * counted try. It has connections of its own: callers who hold one already would otherwise wait for
 * each other's.
 */
public interface Apart {

    /** Does the work in a transaction of its own, with the template that belongs to it. */
    <T> T run(Function<JdbcTemplate, T> work);
}
