package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.identity.ConsumerAccounts.Opened;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.identity.WayBack;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Actor;
import org.springframework.stereotype.Component;

/** The way from a proved password to the account: a code if there is an authenticator, newer terms, then the page wanted. */
@Component
class AccountEntrance {
    static final String SIGN_IN = "/account/sign-in";

    private static final String PROVED = "account.password-proved";
    private static final String ENTERING = "account.entering";
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final SignIn signIn;
    private final TermsOfUse terms;
    private final SessionStart sessions;
    private final WayBack back;
    private final ReadersLanguage language;
    private final Clock clock;

    AccountEntrance(
            SignIn signIn, TermsOfUse terms, SessionStart sessions, WayBack back, ReadersLanguage language, Clock clock) {
        this.signIn = signIn;
        this.terms = terms;
        this.sessions = sessions;
        this.back = back;
        this.language = language;
        this.clock = clock;
    }

    /** Kept in the session while the code or the agreement is missing. */
    private record Step(UUID account, String name, Instant at) implements Serializable {}

    /** The first page of an account that was opened just now. */
    String open(Opened.Done done, HttpServletRequest request, HttpServletResponse response) {
        return start(done.grant(), done.name(), request, response);
    }

    /** Where to go from a proved password. */
    String passwordProved(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        Optional<SignIn.Second.Proved> enough = signIn.passwordAlone(account);
        if (enough.isPresent()) {
            return enter(new Step(account.value(), enough.get().name(), now), request, response);
        }
        request.getSession().setAttribute(PROVED, new Step(account.value(), "", now));
        return SIGN_IN + "/code";
    }

    /** Whose password was proved in this browser, and whose code is asked for. */
    Optional<AccountId> atCode(HttpServletRequest request) {
        return step(request, PROVED).map(step -> new AccountId(step.account()));
    }

    /** Where to go from a proved code. */
    String codeProved(String name, HttpServletRequest request, HttpServletResponse response) {
        Optional<Step> proved = step(request, PROVED);
        request.getSession().removeAttribute(PROVED);
        return proved.map(step -> enter(new Step(step.account(), name, step.at()), request, response)).orElse(SIGN_IN);
    }

    /** Who has newer terms before them. */
    Optional<AccountId> atTerms(HttpServletRequest request) {
        return step(request, ENTERING).map(step -> new AccountId(step.account()));
    }

    String termsAccepted(HttpServletRequest request, HttpServletResponse response) {
        return step(request, ENTERING).map(step -> enter(step, request, response)).orElse(SIGN_IN);
    }

    private String enter(Step step, HttpServletRequest request, HttpServletResponse response) {
        AccountId account = new AccountId(step.account());
        if (terms.due(account)) {
            // Under another id: the one from before the password was proved may be known to somebody else.
            request.getSession();
            request.changeSessionId();
            request.getSession().setAttribute(ENTERING, step);
            return SIGN_IN + "/terms";
        }
        return signIn.wearable(account).stream()
                .findFirst()
                .flatMap(hat -> signIn.wear(account, Hat.CONSUMER, hat.subject(), step.at()))
                .map(hat -> start(hat, step.name(), request, response))
                .orElse(SIGN_IN);
    }

    private String start(HatGrant hat, String name, HttpServletRequest request, HttpServletResponse response) {
        Actor consumer = hat.actor(name);
        sessions.start(request, response, consumer, Hat.CONSUMER.authority());
        language.signedIn(consumer, request, response);
        return back.next(request, response, Hat.CONSUMER.home());
    }

    private Optional<Step> step(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(name) instanceof Step step
                        && clock.instant().isBefore(step.at().plus(WITHIN))
                ? Optional.of(step)
                : Optional.empty();
    }
}
