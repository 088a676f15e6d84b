package org.assisterportal.document.domain;

import java.util.HexFormat;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.ProofKind;
import org.assisterportal.shared.Keys;
import org.springframework.stereotype.Component;

/** What is to be proved, as a keyed hash: it is compared and never read, and equal facts of two consumers don't look equal. */
@Component
class SaidFacts {
    private final Keys keys;

    SaidFacts(Keys keys) {
        this.keys = keys;
    }

    String hash(ConsumerId consumer, String person, ProofKind kind, Object said) {
        return HexFormat.of().formatHex(keys.hmac("document-fact", consumer + " " + person + " " + kind + " " + said));
    }
}
