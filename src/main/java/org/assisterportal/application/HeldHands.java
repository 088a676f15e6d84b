package org.assisterportal.application;

import java.util.function.Function;
import org.assisterportal.consumer.Guard;

/** The beginning of every act that a hand does: nothing else happens to the consumer meanwhile, and an assister may do it now. */
public interface HeldHands {

    /**
     * For an act, in its open transaction: the consumer's row is held, the guard has its say, and then the act is done with the
     * hand as it is in this transaction.
     */
    <T> T held(Hand by, Function<Hand, T> act, Function<Guard.Decision.Refused, T> refused);
}
