package org.assisterportal.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One lesson as its reader sees it.
 *
 * @param html the text; safe to show as it is
 * @param number from 1
 * @param answer the kept answer to the check, null before; only then the options explain themselves
 */
public record LessonView(
        String course,
        String courseTitle,
        String slug,
        String title,
        String objective,
        int minutes,
        String html,
        int number,
        int of,
        String question,
        List<CheckOption> options,
        @Nullable Integer answer,
        @Nullable String previous,
        @Nullable String next) {

    public LessonView {
        options = List.copyOf(options);
    }

    /** The chosen option, with its explanation; null before. */
    public @Nullable CheckOption chosen() {
        Integer index = answer;
        return index == null || index >= options.size() ? null : options.get(index);
    }

    /** An option of the check; right and because are false and empty until it was answered. */
    public record CheckOption(String text, boolean right, String because) {}
}
