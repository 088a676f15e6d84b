package org.assisterportal.plan;

import java.util.List;
import org.assisterportal.eligibility.Sentence;

/** One step of a price, to be said in the reader's language. */
public record PriceLine(String message, List<Object> facts) implements Sentence {}
