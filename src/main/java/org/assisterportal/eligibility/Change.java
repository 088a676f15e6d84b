package org.assisterportal.eligibility;

import java.util.List;

/** What would make a program's answer another one. */
public record Change(String message, List<Object> facts) implements Sentence {}
