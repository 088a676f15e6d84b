package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.pages.Languages;
import org.assisterportal.policy.PolicyValues;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Asks for the second factor again before what changes an account, when it was proved some time ago. */
@Component
class FreshFactor {
    private final SignIn signIn;
    private final PolicyValues policy;
    private final MessageSource messages;
    private final Clock clock;

    FreshFactor(SignIn signIn, PolicyValues policy, MessageSource messages, Clock clock) {
        this.signIn = signIn;
        this.messages = messages;
        this.policy = policy;
        this.clock = clock;
    }

    boolean holds(SignedIn me) {
        Duration after = Duration.ofMinutes(policy.inForce("session.hat-change-minutes").number());
        return clock.instant().isBefore(me.proved().plus(after));
    }

    /** Judges the typed code; why it doesn't prove anything, a message key. */
    private Optional<String> problem(SignedIn me, String code, HttpServletRequest request) {
        return switch (signIn.secondFactor(me.getPrincipal().accountId(), code, request.getRemoteAddr())) {
            case SignIn.Second.Proved proved -> Optional.empty();
            case SignIn.Second.Wrong wrong -> Optional.of("sign-in.wrong-code");
            case SignIn.Second.NoFactor none -> Optional.of("sign-in.no-factor");
            case SignIn.Second.Wait wait -> Optional.of("recover.wait");
        };
    }

    /**
     * The page that asks for the code and sends the form once more; empty when the factor is fresh or was proved now.
     *
     * @param why the sentence that says what the code is for
     */
    Optional<String> page(
            SignedIn me, String code, String action, MessageSourceResolvable why, Map<String, String> form,
            HttpServletRequest request, Model model) {
        if (holds(me)) {
            return Optional.empty();
        }
        if (!code.isBlank()) {
            Optional<String> problem = problem(me, code, request);
            if (problem.isEmpty()) {
                return Optional.empty();
            }
            model.addAttribute("problem", problem.get());
        }
        model.addAttribute("action", action);
        model.addAttribute("why", messages.getMessage(why, Languages.current()));
        model.addAttribute("form", form);
        return Optional.of("site/prove-again");
    }
}
