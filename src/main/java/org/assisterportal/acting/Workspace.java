package org.assisterportal.acting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assisterportal.consumer.ConsumerId;

/** Addresses of a workspace and of the application that belongs to it, and what a form had typed when its page had to ask first. */
public final class Workspace {
    static final String ROOT = "/portal/consumers/";
    /** Stands in a form that comes from the page that asked: it is shown to be checked, and not done. */
    public static final String CHECK = "check";
    /** Its value where only the page's language was changed. */
    public static final String LANGUAGE = "language";
    private static final String COVERAGE = "/coverage";
    private static final Pattern PART = Pattern.compile("(/[A-Za-z0-9-]{1,60}){0,6}");
    private static final Set<String> OURS = Set.of("_csrf", "consumer", "to", "insteadOf", "ssn", CHECK);

    private Workspace() {}

    public static String address(ConsumerId consumer, String to) {
        boolean ours = PART.matcher(to).matches();
        return ours && isCoverage(to) ? to : ROOT + consumer + (ours ? to : "");
    }

    /** The page of the workspace that was asked for, from its first one on. */
    static String to(HttpServletRequest request, ConsumerId consumer) {
        String asked = request.getParameter("to");
        String path = request.getRequestURI();
        String root = ROOT + consumer;
        String to =
                path.startsWith(root) ? path.substring(root.length()) : isCoverage(path) ? path : asked == null ? "" : asked;
        return PART.matcher(to).matches() ? to : "";
    }

    // The pages of an application are beside the workspace, and belong to the same consumer.
    private static boolean isCoverage(String path) {
        return path.equals(COVERAGE) || path.startsWith(COVERAGE + "/");
    }

    static Map<String, String> typed(Map<String, String> form) {
        Map<String, String> typed = new TreeMap<>(form);
        typed.keySet().removeAll(OURS);
        return typed;
    }
}
