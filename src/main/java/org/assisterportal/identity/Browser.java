package org.assisterportal.identity;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which browser a session belongs to, coarse enough to tell one's own devices apart and nothing more.
 *
 * @param name such as Firefox; empty when it isn't known
 * @param system such as Windows; empty when it isn't known
 */
public record Browser(String name, String system) implements Serializable {

    static final Browser UNKNOWN = new Browser("", "");

    private record Mark(String text, String says) {}

    // Most browsers also claim to be those further down.
    private static final List<Mark> NAMES =
            List.of(
                    new Mark("Edg", "Edge"), new Mark("OPR/", "Opera"), new Mark("SamsungBrowser", "Samsung Internet"),
                    new Mark("Firefox", "Firefox"), new Mark("FxiOS", "Firefox"), new Mark("CriOS", "Chrome"),
                    new Mark("Chrome", "Chrome"), new Mark("Safari", "Safari"));
    private static final List<Mark> SYSTEMS =
            List.of(
                    new Mark("iPhone", "iPhone"), new Mark("iPad", "iPad"), new Mark("Android", "Android"),
                    new Mark("CrOS", "ChromeOS"), new Mark("Windows", "Windows"), new Mark("Mac OS", "macOS"),
                    new Mark("Linux", "Linux"));

    static Browser of(@Nullable String userAgent) {
        return userAgent == null ? UNKNOWN : new Browser(first(NAMES, userAgent), first(SYSTEMS, userAgent));
    }

    private static String first(List<Mark> marks, String userAgent) {
        return marks.stream().filter(mark -> userAgent.contains(mark.text())).map(Mark::says).findFirst().orElse("");
    }
}
