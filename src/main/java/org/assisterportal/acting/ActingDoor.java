package org.assisterportal.acting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.consumer.Acting;
import org.assisterportal.consumer.Casework;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Guard.Decision;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The way into a consumer's workspace, asked in every request: access, the guard, and whether this browser acts for this
 * consumer and no other. Every handler under {@code /portal/consumers} begins here.
 */
@Component
public class ActingDoor {
    private final PortalDoor door;
    private final Guard guard;
    private final Casework casework;
    private final Clock clock;

    ActingDoor(PortalDoor door, Guard guard, Casework casework, Clock clock) {
        this.door = door;
        this.guard = guard;
        this.casework = casework;
        this.clock = clock;
    }

    /** Whether a request goes on. */
    public sealed interface Entered {
        record In(Acting acting) implements Entered {}

        /** A page instead: stopped, a question, or why not. */
        record Instead(String view) implements Entered {}

        /** This browser acted for the consumer, and may not any more; the page says so without their data. */
        record Over(String view) implements Entered {}
    }

    /** What the question is about. */
    public enum Question {
        BEGIN,
        /** One acts for somebody else. */
        SWITCH,
        /** One stepped out. */
        RETURN
    }

    /**
     * Enters for a request of this scope. Whoever didn't authorize this assister doesn't exist.
     *
     * @param typed what a form sent, kept on a page that asks first
     */
    public Entered enter(Actor actor, ConsumerId id, Scope scope, Map<String, String> typed, HttpServletRequest request, Model model) {
        ActiveConsumer active = ActiveConsumer.of(request, actor).orElse(null);
        ActiveConsumer here = active != null && active.is(id) ? active : null;
        if (door.open(actor, model).isEmpty()) {
            return here != null ? new Entered.Over(PortalDoor.STOPPED) : new Entered.Instead(PortalDoor.STOPPED);
        }
        return switch (guard.decide(actor, id, Scope.SEE)) {
            case Decision.Refused refused -> {
                if (here == null) {
                    throw new NotFound();
                }
                yield new Entered.Over(over(actor, here, refused.why(), request, model));
            }
            case Decision.Granted granted -> {
                Acting acting = granted.acting();
                if (here == null || door.idle(here)) {
                    Acting other = here != null || active == null ? null : other(actor, active);
                    Question question = here != null ? Question.RETURN : other == null ? Question.BEGIN : Question.SWITCH;
                    yield new Entered.Instead(ask(acting, question, other, typed, request, model));
                }
                model.addAttribute("acting", acting);
                boolean changed = !acting.authorization().equals(here.authorization());
                here.keep(request, acting, clock.instant());
                if (acting.may(scope)) {
                    yield new Entered.In(acting);
                }
                yield changed ? new Entered.Over("acting/only-see") : new Entered.Instead("acting/only-see");
            }
        };
    }

    /** Begins to act for the consumer, after a question where another one is active; the page that asks, or nothing. */
    public Optional<String> begin(
            Actor actor, ConsumerId id, String insteadOf, Map<String, String> typed, HttpServletRequest request, Model model) {
        ActiveConsumer active = ActiveConsumer.of(request, actor).orElse(null);
        if (active != null && !active.is(id) && !active.consumer().toString().equals(insteadOf)) {
            Acting other = other(actor, active);
            Acting wanted = other == null ? null : present(actor, id).orElse(null);
            if (wanted != null) {
                return Optional.of(ask(wanted, Question.SWITCH, other, typed, request, model));
            }
        }
        return switch (casework.begin(actor, id)) {
            case Decision.Granted granted -> {
                if (active != null && !active.is(id)) {
                    casework.leave(actor, active.id(), Casework.Left.SWITCHED);
                }
                ActiveConsumer.begin(request, granted.acting(), clock.instant());
                yield Optional.empty();
            }
            case Decision.Refused refused -> {
                if (active == null || !active.is(id)) {
                    throw new NotFound();
                }
                yield Optional.of(over(actor, active, refused.why(), request, model));
            }
        };
    }

    /** Stops acting; answers for whom one acted. */
    public Optional<ConsumerId> stop(Actor actor, HttpServletRequest request) {
        Optional<ActiveConsumer> active = ActiveConsumer.of(request, actor);
        active.ifPresent(one -> casework.leave(actor, one.id(), Casework.Left.STOPPED));
        ActiveConsumer.end(request);
        return active.map(ActiveConsumer::id);
    }

    /** The name for a confirmation, as long as it may be shown. */
    public Optional<String> nameOf(Actor actor, ConsumerId id) {
        return present(actor, id).map(Acting::name);
    }

    /** The page of an authority that has ended, and the end of acting. */
    public String over(Actor actor, ActiveConsumer active, Guard.Why why, HttpServletRequest request, Model model) {
        ActiveConsumer.end(request);
        if (why == Guard.Why.NO_ACCESS && door.open(actor, model).isEmpty()) {
            // Nothing has ended: the assister was stopped while the form was on its way.
            return PortalDoor.STOPPED;
        }
        casework.end(actor, active.authorization()).ifPresent(end -> model.addAttribute("endedAt", end.at()));
        model.addAttribute("overNumber", active.number());
        model.addAttribute("overWhy", why.name());
        return "acting/over";
    }

    private String ask(
            Acting wanted, Question question, @Nullable Acting other, Map<String, String> typed, HttpServletRequest request,
            Model model) {
        casework.asked(
                wanted.actor(),
                other == null ? List.of(wanted.consumer()) : List.of(wanted.consumer(), other.consumer()));
        model.addAttribute("question", question);
        model.addAttribute("wanted", wanted);
        model.addAttribute("acting", other);
        model.addAttribute("idleMinutes", casework.idle().toMinutes());
        model.addAttribute("to", Workspace.to(request, wanted.consumer()));
        model.addAttribute("typed", Workspace.typed(typed));
        return "acting/act";
    }

    /** Somebody else for whom one acts, without having stepped out. */
    private @Nullable Acting other(Actor actor, ActiveConsumer active) {
        return door.idle(active) ? null : present(actor, active.id()).orElse(null);
    }

    private Optional<Acting> present(Actor actor, ConsumerId id) {
        return guard.decide(actor, id, Scope.SEE) instanceof Decision.Granted granted
                ? Optional.of(granted.acting())
                : Optional.empty();
    }
}
