package org.assisterportal.application;

import org.assisterportal.consumer.Acting;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.shared.Actor;

/** Who fills in an application: the consumer, or an assister on the consumer's behalf. */
public sealed interface Hand {
    ConsumerId consumer();

    Actor actor();

    /** The consumer's own. */
    record Own(Actor actor) implements Hand {
        @Override
        public ConsumerId consumer() {
            return ConsumerId.of(actor);
        }
    }

    /** An assister's, as the guard granted it in this request. */
    record OnBehalf(Acting acting) implements Hand {
        @Override
        public ConsumerId consumer() {
            return acting.consumer();
        }

        @Override
        public Actor actor() {
            return acting.actor();
        }
    }
}
