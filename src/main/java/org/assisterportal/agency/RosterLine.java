package org.assisterportal.agency;

import java.time.Instant;
import java.util.Optional;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One person on an agency's roster, as sent and as drafted; home addresses are blank for contacts who may not see them.
 *
 * @param submitted null before the first submission with the person
 * @param draft what would be sent next, null without changes
 * @param draftAt when the draft was last kept; a form sends it back, so that a stale one is noticed
 */
public record RosterLine(
        PersonId person,
        @Nullable String trainingId,
        @Nullable RosterEntry submitted,
        @Nullable RosterEntry draft,
        @Nullable Instant draftAt) {

    /** The draft if there is one, else what was sent. */
    public RosterEntry latest() {
        RosterEntry sent = submitted;
        RosterEntry drafted = draft;
        if (drafted != null) {
            return drafted;
        }
        if (sent == null) {
            throw new IllegalStateException("neither sent nor drafted");
        }
        return sent;
    }

    public boolean changed() {
        return draft != null;
    }

    public boolean isNew() {
        return submitted == null;
    }

    public Optional<RosterEntry> sent() {
        return Optional.ofNullable(submitted);
    }
}
