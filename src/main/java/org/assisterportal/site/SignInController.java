package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.WayBack;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in for all hats: address and password, the authenticator's code, and the hat to wear. */
@Controller
class SignInController {
    private static final String PROVED = "sign-in.password-proved";
    private static final String CHOICE = "sign-in.hats";
    private static final Duration CODE_WITHIN = Duration.ofMinutes(10);

    private final SignIn signIn;
    private final SessionStart sessions;
    private final WayBack back;
    private final Clock clock;

    SignInController(SignIn signIn, SessionStart sessions, WayBack back, Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.back = back;
        this.clock = clock;
    }

    /** Both are kept in the session only until the hat is chosen. */
    private record Proved(UUID account, Instant at) implements java.io.Serializable {}

    private record Choice(ArrayList<Actor> actors, ArrayList<String> organizations) implements java.io.Serializable {}

    /** A hat as a button shows it. */
    record HatView(String hat, String organization) {}

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
        SignIn.First first = signIn.password(email, password, request.getRemoteAddr());
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
                return begin(account, both, request, response);
            }
            case SignIn.Second.Wrong wrong -> model.addAttribute("problem", "sign-in.wrong-code");
            case SignIn.Second.Wait wait -> {
                model.addAttribute("problem", "sign-in.wait");
                model.addAttribute("minutes", wait.minutes());
            }
        }
        return "site/sign-in-code";
    }

    private String begin(
            AccountId account, SignIn.Second.Proved both, HttpServletRequest request, HttpServletResponse response) {
        List<HatGrant> hats = both.hats();
        if (hats.size() == 1) {
            return wear(actor(hats.getFirst(), both.name()), hats.getFirst().organization(), request, response);
        }
        ArrayList<Actor> actors = new ArrayList<>(hats.stream().map(hat -> actor(hat, both.name())).toList());
        ArrayList<String> organizations = new ArrayList<>(hats.stream().map(HatGrant::organization).toList());
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.removeAttribute(PROVED);
        session.setAttribute(CHOICE, new Choice(actors, organizations));
        return "redirect:/sign-in/hat";
    }

    @GetMapping("/sign-in/hat")
    String hats(HttpServletRequest request, Model model) {
        Choice choice = choice(request);
        if (choice == null) {
            return "redirect:/sign-in";
        }
        List<HatView> views = new ArrayList<>();
        for (int i = 0; i < choice.actors().size(); i++) {
            views.add(new HatView(String.valueOf(choice.actors().get(i).hat()), choice.organizations().get(i)));
        }
        model.addAttribute("hats", views);
        return "site/sign-in-hat";
    }

    @PostMapping("/sign-in/hat")
    String choose(@RequestParam int hat, HttpServletRequest request, HttpServletResponse response) {
        Choice choice = choice(request);
        if (choice == null || hat < 0 || hat >= choice.actors().size()) {
            return "redirect:/sign-in";
        }
        return wear(choice.actors().get(hat), choice.organizations().get(hat), request, response);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return "redirect:/sign-in?signed-out";
    }

    private String wear(
            Actor actor, String organization, HttpServletRequest request, HttpServletResponse response) {
        var hat = java.util.Objects.requireNonNull(actor.hat());
        sessions.start(request, response, actor, organization, hat.authority());
        return "redirect:" + back.next(request, response, "/me");
    }

    private static Actor actor(HatGrant grant, String name) {
        return new Actor(grant.account().value(), grant.hat(), grant.subject(), grant.agency(), name);
    }

    private @Nullable Proved proved(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(PROVED) instanceof Proved proved
                        && clock.instant().isBefore(proved.at().plus(CODE_WITHIN))
                ? proved
                : null;
    }

    private static @Nullable Choice choice(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(CHOICE) instanceof Choice choice ? choice : null;
    }
}
