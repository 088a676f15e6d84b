package org.assisterportal.acting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.consumer.Acting;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.shared.Actor;

/**
 * For whom this browser's assister acts: one at a time, in all tabs. It opens nothing by itself, the guard is asked in
 * each request; ids only, so that no name lies in the session.
 *
 * @param used the workspace's latest request, to the minute
 */
public record ActiveConsumer(UUID assister, UUID consumer, UUID authorization, long number, Instant used) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NAME = ActiveConsumer.class.getName();
    private static final int WRITTEN_AFTER_SECONDS = 60;

    /** The one of this session and this person. */
    public static Optional<ActiveConsumer> of(HttpServletRequest request, Actor actor) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(NAME) instanceof ActiveConsumer active
                        && active.assister.equals(actor.subject())
                ? Optional.of(active)
                : Optional.empty();
    }

    static void begin(HttpServletRequest request, Acting acting, Instant now) {
        request.getSession()
                .setAttribute(
                        NAME,
                        new ActiveConsumer(
                                acting.assister().value(), acting.consumer().value(), acting.authorization(),
                                acting.number(), now));
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(NAME);
        }
    }

    /** Puts off the end; a session isn't written with every request. */
    void keep(HttpServletRequest request, Acting acting, Instant now) {
        if (!acting.authorization().equals(authorization) || now.isAfter(used.plusSeconds(WRITTEN_AFTER_SECONDS))) {
            begin(request, acting, now);
        }
    }

    boolean is(ConsumerId other) {
        return consumer.equals(other.value());
    }

    public ConsumerId id() {
        return new ConsumerId(consumer);
    }
}
