package org.assisterportal.consumer;

/** Mails to whoever helps a consumer, on behalf of other modules: that there is something to see, and nobody's name; in the act's transaction. */
public interface HelperPost {

    /** Queues a mail of this kind with the way to the consumer's workspace; nobody gets one who couldn't enter it now. */
    void mail(ConsumerId about, String kind);
}
