package org.assisterportal.document;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.assisterportal.shared.Hat;

/**
 * A file that was sent, without its content.
 *
 * @param name as it was called where it came from, without anything that doesn't belong into a name
 */
public record StoredFile(
        UUID id, String name, FileKind kind, int bytes, Instant sentAt, String by, Hat hat, State state) {

    /** How far it is; words are {@code document.file.<state>}. */
    public enum State {
        WAITING,
        /** An officer has opened it: it stays. */
        LOOKED_AT,
        ACCEPTED,
        NOT_ACCEPTED;

        public boolean isDecided() {
            return this == ACCEPTED || this == NOT_ACCEPTED;
        }
    }

    /** As it is called when somebody saves it: the ending says what it is. */
    public String savedAs() {
        String ending = "." + kind.ending();
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? name : name + ending;
    }

    /** Whether it can still be taken back. */
    public boolean canBeTakenBack() {
        return state == State.WAITING;
    }
}
