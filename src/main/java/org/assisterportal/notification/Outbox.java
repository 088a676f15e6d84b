package org.assisterportal.notification;

import java.util.List;
import java.util.UUID;
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

    /** Newest first; state null = all, text = part of kind or the whole address. */
    PageOf<MailView> list(@Nullable MailState state, @Nullable String text, int page);

    /** The mails about one person, newest first, at most 50. */
    List<MailView> about(UUID subject);

    /** Puts a failed mail back in the queue. */
    void retry(UUID id);
}
