package org.assisterportal.notification;

import java.util.List;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;
import org.jspecify.annotations.Nullable;

/** The queue of mails, a table of its own. */
public interface Outbox {

    /** Queues the mail in the caller's transaction, which must be open; the same id twice is one mail. */
    void queue(Mail mail);

    /** Queues many mails in one statement. */
    void queueAll(List<Mail> mails);

    /** Takes back waiting mails whose link opens this. */
    void withdraw(UUID linkId);

    /** For ARC officers, newest first; state null = all. Leaves an audit line with everybody whose mail it shows. */
    PageOf<MailView> list(@Nullable MailState state, int page, Actor by);

    /** The mails about one person, newest first, at most 50. */
    List<MailView> about(UUID subject);

    /** Puts a failed mail back in the queue; false when it hasn't failed. */
    boolean retry(UUID id, Actor by);
}
