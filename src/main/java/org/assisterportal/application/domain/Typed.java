package org.assisterportal.application.domain;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assisterportal.application.Answered;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.jspecify.annotations.Nullable;

/** What a page's form sent, without what belongs to the request. */
final class Typed {
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final Set<String> OF_THE_REQUEST = Set.of("_csrf", "version", "then", "check", "lang", "from");
    private static final int LONGEST = 300;
    private static final int MOST = 150;

    private Typed() {}

    static Map<String, String> content(Spot spot, Map<String, String> typed, @Nullable Answered present) {
        Map<String, String> content = new TreeMap<>();
        typed.forEach(
                (field, value) -> {
                    boolean ours = FIELD.matcher(field).matches() && !OF_THE_REQUEST.contains(field);
                    if (ours && !value.isBlank() && content.size() < MOST) {
                        content.put(field, bounded(value.strip()));
                    }
                });
        content.remove(Sheet.REMOVED);
        if (spot.question() == Question.HOME && content.containsKey(HomeForm.KEPT)) {
            content.keySet().retainAll(HomeForm.OF_A_KEPT_ONE);
        }
        if (spot.question() == Question.HOME) {
            HomeForm.tidied(content);
        }
        if (spot.question() == Question.SSN) {
            content.remove(SsnForm.GIVEN);
            if (present != null && present.content().containsKey(SsnForm.GIVEN) && "YES".equals(content.get("has"))) {
                content.put(SsnForm.GIVEN, "true");
            }
        }
        return content;
    }

    /** Enough of it that its field says that it is too long. */
    private static String bounded(String value) {
        if (value.length() <= LONGEST) {
            return value;
        }
        return value.substring(0, Character.isHighSurrogate(value.charAt(LONGEST)) ? LONGEST : LONGEST + 1);
    }
}
