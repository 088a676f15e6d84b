package org.assisterportal.consumer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;

/** "Done for you": what assisters looked at, changed and sent, for the consumer to read. */
public interface Diary {

    /** An assister's look, in the page's transaction: the diary's line and the audit record's. */
    void look(Acting by, String what);

    /** An assister's act, in its transaction; facts are small and hold no private answers. */
    void done(Acting by, String what, List<String> facts);

    /**
     * An assister's act that sends something to the marketplace, in its transaction: as above, and the consumer is told by
     * a mail whose link stops the assister.
     */
    void submitted(Acting by, String what, List<String> facts);

    /**
     * An assister's saved change, in its transaction: as above, but the consumer is told at most once in a while
     * ({@code authorization.changed-mail-minutes}); the mail says that the diary may have more.
     */
    void changed(Acting by, String what, List<String> facts);

    /** What the consumer, the staff or the product did about the authorization; in the act's transaction. */
    void note(ConsumerId consumer, String what, List<String> facts, Actor by);

    /** The consumer's own diary, newest first, 25 a page; looks can be left out. */
    PageOf<DiaryLine> own(Actor consumer, boolean looks, int page);

    /** The newest lines of the consumer's own diary, looks among them, shown to them. */
    List<DiaryLine> newest(Actor consumer, int most);

    /** One line of the consumer's own diary, shown to them. */
    Optional<DiaryLine> one(Actor consumer, UUID line);

    /** The same for the assister who acts for the consumer. */
    PageOf<DiaryLine> of(Acting by, boolean looks, int page);
}
