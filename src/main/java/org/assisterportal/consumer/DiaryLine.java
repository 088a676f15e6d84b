package org.assisterportal.consumer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;

/**
 * One line of the diary; its words are {@code diary.<act>}.
 *
 * @param look somebody looked, and changed nothing
 * @param by whose name stood under it then
 * @param hat in which capacity, null for the product itself
 * @param number of the authorization under which it was done, null for the consumer's own acts
 */
public record DiaryLine(
        UUID id,
        Instant at,
        String act,
        boolean look,
        List<String> facts,
        String by,
        @Nullable Hat hat,
        @Nullable String agency,
        @Nullable Long number) {

    public DiaryLine {
        facts = List.copyOf(facts);
    }

    /** Whether an assister did it, so that it can be told to be wrong. */
    public boolean byAssister() {
        return hat == Hat.ASSISTER;
    }
}
