package org.assisterportal.acting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The way into every page under {@code /coverage}, of whatever door. A consumer has their own application, and no other exists; an assister
 * has those of the consumer for whom their browser acts, by the same door as that consumer's workspace.
 */
@Component
public class CoverageDoor {
    private final ActingDoor acting;
    private final PortalDoor portal;
    private final Applications applications;

    CoverageDoor(ActingDoor acting, PortalDoor portal, Applications applications) {
        this.acting = acting;
        this.portal = portal;
        this.applications = applications;
    }

    /** Whether a request goes on. */
    public sealed interface Entered {
        record In(Hand hand) implements Entered {}

        /** A page instead. */
        record Instead(String view) implements Entered {}

        /** The authority ended while the browser acted for this consumer. */
        record Over(String view, Actor assister, ConsumerId consumer) implements Entered {}

        /** The page that is made by a hand that got in; else the one instead. */
        default String page(Function<Hand, String> made) {
            return made(made, view -> view);
        }

        /** The same for machines, to which a page instead says nothing: they get what {@code refused} makes. */
        default Object machine(Function<Hand, Object> made, Supplier<Object> refused) {
            return this instanceof In in ? made.apply(in.hand()) : refused.get();
        }

        /** The same where what is made may be no page. */
        default Object answer(Function<Hand, Object> made) {
            return made(made, view -> view);
        }

        private <T> T made(Function<Hand, T> made, Function<String, T> instead) {
            return switch (this) {
                case Instead other -> instead.apply(other.view());
                case Over over -> instead.apply(over.view());
                case In in -> made.apply(in.hand());
            };
        }
    }

    /** Enters for a page that only looks. */
    public Entered look(Actor actor, @Nullable ApplicationId id, HttpServletRequest request, Model model) {
        return enter(actor, id, Scope.SEE, Map.of(), request, model);
    }

    /** The same for a page that looks at what a form sent, and keeps nothing of it. */
    public Entered look(
            Actor actor, @Nullable ApplicationId id, Map<String, String> typed, HttpServletRequest request, Model model) {
        return enter(actor, id, Scope.SEE, typed, request, model);
    }

    /** Enters for a page to fill in, or for what it sent. */
    public Entered fill(
            Actor actor, @Nullable ApplicationId id, Map<String, String> typed, HttpServletRequest request, Model model) {
        return enter(actor, id, Scope.APPLY, typed, request, model);
    }

    private Entered enter(
            Actor actor, @Nullable ApplicationId id, Scope scope, Map<String, String> typed, HttpServletRequest request,
            Model model) {
        ConsumerId owner = id == null ? null : applications.owner(id).orElse(null);
        if (actor.wears(Hat.CONSUMER)) {
            ConsumerId self = ConsumerId.of(actor);
            if (id != null && !self.equals(owner)) {
                throw new NotFound();
            }
            return in(new Hand.Own(actor), model);
        }
        ActiveConsumer active = ActiveConsumer.of(request, actor).orElse(null);
        ConsumerId consumer = owner != null ? owner : active == null ? null : active.id();
        if (consumer == null) {
            if (portal.open(actor, model).isEmpty()) {
                return new Entered.Instead(PortalDoor.STOPPED);
            }
            if (id == null) {
                return new Entered.Instead("redirect:/portal");
            }
            throw new NotFound();
        }
        return switch (acting.enter(actor, consumer, scope, typed, request, model)) {
            case ActingDoor.Entered.Instead instead -> new Entered.Instead(instead.view());
            case ActingDoor.Entered.Over over -> new Entered.Over(over.view(), actor, consumer);
            case ActingDoor.Entered.In in -> {
                if (id != null && owner == null) {
                    throw new NotFound();
                }
                yield in(new Hand.OnBehalf(in.acting()), model);
            }
        };
    }

    /** Whether this hand may fill in, and not only look. */
    public static boolean fills(Hand hand) {
        return hand instanceof Hand.Own || hand instanceof Hand.OnBehalf on && on.acting().may(Scope.APPLY);
    }

    private static Entered in(Hand hand, Model model) {
        model.addAttribute("own", hand instanceof Hand.Own);
        return new Entered.In(hand);
    }

    /** The page for an assister whose authority ended within the act; what was typed may be kept for the consumer. */
    public String stopped(Hand by, Guard.Decision.Refused refused, boolean kept, HttpServletRequest request, Model model) {
        model.addAttribute("kept", kept);
        if (refused.why() == Guard.Why.SCOPE) {
            return "acting/only-see";
        }
        model.addAttribute("acting", null);
        return ActiveConsumer.of(request, by.actor())
                .map(active -> acting.over(by.actor(), active, refused.why(), request, model))
                .orElse("acting/over");
    }
}
