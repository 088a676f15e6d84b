package org.assisterportal.document;

import java.time.Instant;
import java.util.UUID;
import org.assisterportal.shared.Hat;

/**
 * A file that was sent, without its content.
 *
 * @param name as it was called where it came from, without anything that doesn't belong into a name
 * @param looked whether an officer has opened it; then it stays
 * @param decided whether an officer has decided on it
 */
public record StoredFile(
        UUID id, String name, FileKind kind, int bytes, Instant sentAt, String by, Hat hat, boolean looked, boolean decided) {

    /** As it is called when somebody saves it: the ending says what it is. */
    public String savedAs() {
        String ending = "." + kind.ending();
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(ending) ? name : name + ending;
    }

    /** Whether it can still be taken back. */
    public boolean canBeTakenBack() {
        return !looked && !decided;
    }
}
