package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.identity.WayBack;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way from two proved factors to the first page: the hat, new terms of use, then what was wanted or the hat's home. */
@Component
class Entrance {
    private static final String ENTERING = "sign-in.entering";
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final SignIn signIn;
    private final TermsOfUse terms;
    private final SessionStart sessions;
    private final WayBack back;
    private final Clock clock;

    Entrance(SignIn signIn, TermsOfUse terms, SessionStart sessions, WayBack back, Clock clock) {
        this.signIn = signIn;
        this.terms = terms;
        this.sessions = sessions;
        this.back = back;
        this.clock = clock;
    }

    /** Somebody who proved both factors and isn't signed in yet; kept in the session for ten minutes. */
    record Entering(UUID account, String name, Instant proved, @Nullable Hat hat, @Nullable UUID subject)
            implements Serializable {
        Entering with(HatGrant chosen) {
            return new Entering(account, name, proved, chosen.hat(), chosen.subject());
        }
    }

    /** Where the person goes next: to their only hat's home, to the choice among several, or to new terms first. */
    String begin(
            AccountId account, String name, Instant proved, HttpServletRequest request, HttpServletResponse response) {
        Entering entering = new Entering(account.value(), name, proved, null, null);
        List<HatGrant> hats = signIn.wearable(account);
        if (hats.size() == 1) {
            return enter(entering.with(hats.getFirst()), request, response);
        }
        keepAnew(entering, request);
        return "/sign-in/hat";
    }

    /** The hats to choose from; empty when nobody is entering in this browser. */
    Optional<List<HatGrant>> hats(HttpServletRequest request) {
        return entering(request).map(entering -> signIn.wearable(new AccountId(entering.account())));
    }

    String choose(String chosen, HttpServletRequest request, HttpServletResponse response) {
        Optional<Entering> entering = entering(request);
        if (entering.isEmpty()) {
            return "/sign-in";
        }
        return signIn.wearable(new AccountId(entering.get().account())).stream()
                .filter(hat -> value(hat).equals(chosen))
                .findFirst()
                .map(hat -> enter(entering.get().with(hat), request, response))
                .orElse("/sign-in/hat");
    }

    /** Goes on with the hat that was chosen before the terms were shown. */
    String goOn(Entering entering, HttpServletRequest request, HttpServletResponse response) {
        return entering.hat() == null ? "/sign-in/hat" : enter(entering, request, response);
    }

    private String enter(Entering entering, HttpServletRequest request, HttpServletResponse response) {
        AccountId account = new AccountId(entering.account());
        if (terms.due(account)) {
            keepAnew(entering, request);
            return "/sign-in/terms";
        }
        Hat hat = entering.hat();
        UUID subject = entering.subject();
        Optional<HatGrant> worn =
                hat == null || subject == null ? Optional.empty() : signIn.wear(account, hat, subject, entering.proved());
        if (worn.isEmpty()) {
            return "/sign-in";
        }
        Actor actor = worn.get().actor(entering.name());
        sessions.start(request, response, actor, worn.get().organization(), worn.get().hat().authority());
        return back.next(request, response, worn.get().hat().home());
    }

    Optional<Entering> entering(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(ENTERING) instanceof Entering entering
                        && clock.instant().isBefore(entering.proved().plus(WITHIN))
                ? Optional.of(entering)
                : Optional.empty();
    }

    // Under another id: the one from before the factors were proved may be known to somebody else.
    private static void keepAnew(Entering entering, HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(ENTERING, entering);
    }

    /** How a form names one of a person's hats; compared with their own, never looked up. */
    static String value(HatGrant hat) {
        return hat.hat() + "." + hat.subject();
    }
}
