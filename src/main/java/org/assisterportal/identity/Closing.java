package org.assisterportal.identity;

import org.assisterportal.shared.Actor;

/** A consumer closes their own account, for good; its address is free from then on. */
public interface Closing {

    /** Asks for the present password, and for the second factor where there is one. No transaction may be open. */
    Closed close(Actor consumer, String password, String code, String address);

    /** The outcome. */
    sealed interface Closed {
        record Done() implements Closed {}

        /**
         * Nothing was changed.
         *
         * @param field {@code present} or {@code code}
         * @param reason a message key
         */
        record Refused(String field, String reason) implements Closed {}
    }
}
