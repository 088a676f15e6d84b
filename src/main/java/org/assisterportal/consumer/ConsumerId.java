package org.assisterportal.consumer;

import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.UuidText;

/** A person who wants coverage; internal, opaque in addresses. */
public record ConsumerId(UUID value) {

    public static ConsumerId parse(String text) {
        return new ConsumerId(UuidText.parse(text));
    }

    /**
     * The consumer who is signed in.
     *
     * @throws NotFound when the actor is no consumer
     */
    public static ConsumerId of(Actor actor) {
        UUID subject = actor.subject();
        if (!actor.wears(Hat.CONSUMER) || subject == null) {
            throw new NotFound();
        }
        return new ConsumerId(subject);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
