package org.assisterportal.shared;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Exceptions for logs, by type and place only: their text may hold what a person typed. */
public final class Traces {
    private static final int MOST_FRAMES = 12;

    private Traces() {}

    /** The types of the fault and its causes, and where in the product it came from. */
    public static String told(Throwable fault) {
        StringBuilder told = new StringBuilder();
        for (Throwable at = fault; at != null; at = at.getCause() == at ? null : at.getCause()) {
            told.append(told.isEmpty() ? "" : " caused by ").append(at.getClass().getName());
        }
        return told.append(
                        Arrays.stream(fault.getStackTrace())
                                .filter(frame -> frame.getClassName().startsWith("org.assisterportal"))
                                .limit(MOST_FRAMES)
                                .map(frame -> "\n    at " + frame)
                                .collect(Collectors.joining()))
                .toString();
    }
}
