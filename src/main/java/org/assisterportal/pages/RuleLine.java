package org.assisterportal.pages;

/**
 * A rule as it was applied, with where it is written.
 *
 * @param style the result as a style's name ends
 */
public record RuleLine(String style, String result, String said, String citation) {}
