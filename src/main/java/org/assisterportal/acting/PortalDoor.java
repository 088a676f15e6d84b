package org.assisterportal.acting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.AccessState;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.consumer.Acting;
import org.assisterportal.consumer.Casework;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The way into every page of the portal: access is judged in this request, and the page says for whom one acts. */
@Component
public class PortalDoor {
    /** The page that an assister without access sees instead: why, and nothing of any consumer. */
    public static final String STOPPED = "acting/stopped";

    private final PortalAccess access;
    private final RosterRecords records;
    private final Guard guard;
    private final Casework casework;
    private final Clock clock;

    PortalDoor(PortalAccess access, RosterRecords records, Guard guard, Casework casework, Clock clock) {
        this.access = access;
        this.records = records;
        this.guard = guard;
        this.casework = casework;
        this.clock = clock;
    }

    /** The standing of somebody with access; for others the model holds what the page {@link #STOPPED} says. */
    public Optional<AccessStanding> open(Actor actor, Model model) {
        AccessStanding standing = access.enter(actor);
        model.addAttribute("standing", standing);
        Instant suspended = standing.stateSince();
        if (standing.state() == AccessState.SUSPENDED && suspended != null) {
            model.addAttribute("why", why(standing, suspended));
        }
        return standing.granted() ? Optional.of(standing) : Optional.empty();
    }

    /** The same for a page beside the workspace, with the banner of the consumer for whom one acts meanwhile. */
    public Optional<AccessStanding> open(Actor actor, HttpServletRequest request, Model model) {
        Optional<AccessStanding> standing = open(actor, model);
        if (standing.isPresent()) {
            ActiveConsumer.of(request, actor).ifPresent(active -> banner(active, actor, request, model));
        }
        return standing;
    }

    private void banner(ActiveConsumer active, Actor actor, HttpServletRequest request, Model model) {
        switch (guard.decide(actor, active.id(), Scope.SEE)) {
            case Guard.Decision.Refused refused -> {
                ActiveConsumer.end(request);
                model.addAttribute("overNumber", active.number());
                model.addAttribute("overWhy", refused.why().name());
            }
            case Guard.Decision.Granted granted -> {
                Acting acting = granted.acting();
                if (idle(active)) {
                    ActiveConsumer.end(request);
                    casework.leave(actor, active.id(), Casework.Left.IDLE);
                    model.addAttribute("steppedOut", acting);
                    model.addAttribute("idleMinutes", casework.idle().toMinutes());
                } else {
                    model.addAttribute("acting", acting);
                }
            }
        }
    }

    boolean idle(ActiveConsumer active) {
        return clock.instant().isAfter(active.used().plus(casework.idle()));
    }

    /** What stopped holding then, the end of a message key; it may hold again since. */
    private String why(AccessStanding standing, Instant suspended) {
        if (standing.roster().approved().holdsAt(suspended)) {
            return "certification";
        }
        return records.submissions(standing.person()).stream()
                .filter(sent -> !sent.at().isAfter(suspended))
                .findFirst()
                .filter(sent -> !sent.active() || !sent.portalAccess())
                .map(sent -> sent.active() ? "roster-no" : "roster-inactive")
                .orElse("approval");
    }
}
