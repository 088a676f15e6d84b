package org.assisterportal.plan;

import java.util.List;

/**
 * One thing that is wrong with a file: where, what stands there, and what to do.
 *
 * @param line as an editor counts; 0 for the whole file
 * @param column its heading, or empty
 * @param value as it stands there, shortened
 * @param message key of what is wrong and its remedy
 */
public record ImportProblem(String file, long line, String column, String value, String message, List<Object> facts) {}
