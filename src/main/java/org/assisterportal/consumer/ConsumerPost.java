package org.assisterportal.consumer;

import java.util.Locale;
import java.util.Map;

/** Mails to consumers on behalf of other modules: in their language, to their address; in the act's transaction. */
public interface ConsumerPost {

    /** In which language a consumer is written to. */
    Locale language(ConsumerId to);

    /** Queues a mail of this kind; facts hold nothing personal, the consumer's own name is added. */
    void mail(ConsumerId to, String kind, Map<String, String> facts);
}
