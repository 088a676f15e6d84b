package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.KnownBrowsers;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.SignInPage;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.policy.PolicyValue;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in for all hats: address and password, the authenticator's code, and the hat to wear. */
@Controller
class SignInController {
    private static final String PROVED = "sign-in.password-proved";
    private static final Duration CODE_WITHIN = Duration.ofMinutes(10);

    private final SignIn signIn;
    private final Entrance entrance;
    private final TermsOfUse terms;
    private final PolicyValues policy;
    private final SessionStart sessions;
    private final KnownBrowsers known;
    private final Clock clock;

    SignInController(
            SignIn signIn, Entrance entrance, TermsOfUse terms, PolicyValues policy, SessionStart sessions,
            KnownBrowsers known, Clock clock) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.terms = terms;
        this.policy = policy;
        this.sessions = sessions;
        this.known = known;
        this.clock = clock;
    }

    /** Kept in the session until the second factor is proved, too. */
    private record Proved(UUID account, Instant at) implements java.io.Serializable {}

    @GetMapping("/sign-in")
    String form() {
        return "site/sign-in";
    }

    @PostMapping("/sign-in")
    String password(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Model model) {
        SignIn.First first =
                signIn.password(AccountKind.WORK, email, password, request.getRemoteAddr(), known.marks(request));
        switch (first) {
            case SignIn.First.Proved proved -> {
                HttpSession session = request.getSession();
                session.setAttribute(PROVED, new Proved(proved.account().value(), clock.instant()));
                return "redirect:/sign-in/code";
            }
            case SignIn.First.Wrong wrong -> model.addAttribute("problem", "sign-in.wrong");
            case SignIn.First.Wait wait -> {
                model.addAttribute("problem", "sign-in.wait");
                model.addAttribute("minutes", wait.minutes());
            }
        }
        model.addAttribute("email", email);
        return "site/sign-in";
    }

    @GetMapping("/sign-in/code")
    String codeForm(HttpServletRequest request) {
        return proved(request) == null ? "redirect:/sign-in" : "site/sign-in-code";
    }

    @PostMapping("/sign-in/code")
    String code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Proved proved = proved(request);
        if (proved == null) {
            return "redirect:/sign-in";
        }
        AccountId account = new AccountId(proved.account());
        SignIn.Second second = signIn.secondFactor(account, code, request.getRemoteAddr());
        switch (second) {
            case SignIn.Second.Proved both -> {
                request.getSession().removeAttribute(PROVED);
                return "redirect:" + entrance.begin(account, both.name(), proved.at(), request, response);
            }
            case SignIn.Second.Wrong wrong -> model.addAttribute("problem", "sign-in.wrong-code");
            case SignIn.Second.NoFactor none -> model.addAttribute("problem", "sign-in.no-factor");
            case SignIn.Second.Wait wait -> {
                model.addAttribute("problem", "sign-in.wait");
                model.addAttribute("minutes", wait.minutes());
            }
        }
        return "site/sign-in-code";
    }

    @GetMapping("/sign-in/hat")
    String hats(HttpServletRequest request, Model model) {
        Optional<List<HatGrant>> hats = entrance.hats(request);
        if (hats.isEmpty()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("hats", hats.get().stream().map(HatView::of).toList());
        return "site/sign-in-hat";
    }

    @PostMapping("/sign-in/hat")
    String choose(
            @RequestParam(defaultValue = "") String hat, HttpServletRequest request, HttpServletResponse response) {
        return "redirect:" + entrance.choose(hat, request, response);
    }

    /** Terms that are newer than those the person accepted stand between them and their session. */
    @GetMapping("/sign-in/terms")
    String terms(HttpServletRequest request, Model model) {
        Optional<Entrance.Entering> entering = entrance.entering(request);
        if (entering.isEmpty()) {
            return "redirect:/sign-in";
        }
        if (!terms.due(new AccountId(entering.get().account()))) {
            return "redirect:/sign-in/hat";
        }
        PolicyValue inForce = policy.inForce("text.terms-of-use");
        model.addAttribute("terms", inForce.items());
        model.addAttribute("version", inForce.effectiveFrom());
        return "site/sign-in-terms";
    }

    @PostMapping("/sign-in/terms")
    String accept(
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam(defaultValue = "") String version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Entrance.Entering> entering = entrance.entering(request);
        if (entering.isEmpty()) {
            return "redirect:/sign-in";
        }
        if (!agreed) {
            model.addAttribute("termsProblem", "activate.terms.needed");
            return terms(request, model);
        }
        AccountId account = new AccountId(entering.get().account());
        boolean shown = policy.inForce("text.terms-of-use").effectiveFrom().toString().equals(version);
        if (!shown || !terms.accept(account, LocalDate.parse(version))) {
            return "redirect:/sign-in/terms";
        }
        return "redirect:" + entrance.goOn(entering.get(), request, response);
    }

    @PostMapping("/sign-out")
    String signOut(
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return "redirect:" + SignInPage.of(actor).path() + "?signed-out";
    }

    private @Nullable Proved proved(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(PROVED) instanceof Proved proved
                        && clock.instant().isBefore(proved.at().plus(CODE_WITHIN))
                ? proved
                : null;
    }
}
