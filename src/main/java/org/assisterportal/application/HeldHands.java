package org.assisterportal.application;

import java.util.function.Function;
import org.assisterportal.consumer.Guard;

/** What every act of a hand begins with: nothing else happens to the consumer meanwhile, and an assister may do it now; and every look. */
public interface HeldHands {

    /**
     * For an act, in its open transaction: the consumer's row is held, the guard has its say, and then the act is done with the
     * hand as it is in this transaction.
     */
    <T> T held(Hand by, Function<Hand, T> act, Function<Guard.Decision.Refused, T> refused);

    /** Something of the consumer's was shown, in the page's transaction: an assister's look stands in the diary, each in the audit record. */
    void look(Hand by, String act);
}
