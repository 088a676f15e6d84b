package org.assisterportal.eligibility;

import java.util.List;

/** Facts that can't all be true, at the person at whom to correct them. */
public record Problem(String person, String message, List<Object> facts) implements Sentence {}
