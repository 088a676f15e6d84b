package org.assisterportal.site;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.assisterportal.identity.Activations;
import org.assisterportal.identity.Activations.Completed;
import org.assisterportal.identity.Activations.Link;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailed link's pages: password and terms, authenticator, recovery codes. Opening them uses nothing up. */
@Controller
class ActivationController {
    private static final String PREPARED = "activation.prepared";

    private final Activations activations;
    private final SessionStart sessions;
    private final PolicyValues policy;

    ActivationController(Activations activations, SessionStart sessions, PolicyValues policy) {
        this.activations = activations;
        this.sessions = sessions;
        this.policy = policy;
    }

    @GetMapping("/activate/{token}")
    String open(@PathVariable String token, @AuthenticationPrincipal @Nullable Actor actor, Model model) {
        Link link = activations.look(token);
        model.addAttribute("token", token);
        model.addAttribute("link", link);
        model.addAttribute("state", link.getClass().getSimpleName());
        model.addAttribute("terms", policy.inForce("text.terms-of-use").items());
        model.addAttribute("signedIn", actor != null);
        return link instanceof Link.Usable ? "site/activate" : "site/activate-ended";
    }

    @PostMapping("/activate/{token}")
    String password(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean agreed,
            @AuthenticationPrincipal @Nullable Actor actor,
            HttpServletRequest request,
            Model model) {
        if (!(activations.look(token) instanceof Link.Usable link) || link.existing()) {
            return open(token, actor, model);
        }
        Optional<String> refusal = activations.passwordRefusal(link.activation(), password);
        refusal.ifPresent(reason -> model.addAttribute("passwordProblem", reason));
        if (!agreed) {
            model.addAttribute("termsProblem", "activate.terms.needed");
        }
        if (refusal.isPresent() || !agreed) {
            model.addAttribute("password", password);
            return open(token, actor, model);
        }
        HttpSession session = request.getSession();
        session.setAttribute(PREPARED, activations.prepare(link.activation(), password));
        return "redirect:/activate/authenticator";
    }

    @PostMapping("/activate/{token}/again")
    String again(@PathVariable String token) {
        activations.mailAgain(token);
        return "redirect:/activate/mailed";
    }

    @PostMapping("/activate/{token}/accept")
    String accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean agreed,
            @AuthenticationPrincipal @Nullable Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (actor == null || actor.account() == null) {
            return "redirect:/sign-in";
        }
        if (!agreed) {
            model.addAttribute("termsProblem", "activate.terms.needed");
            return open(token, actor, model);
        }
        if (activations.accept(token, actor.accountId()) instanceof Completed.Done done) {
            start(done, request, response);
            return "redirect:/me";
        }
        model.addAttribute("wrongAccount", true);
        return open(token, actor, model);
    }

    @GetMapping("/activate/mailed")
    String mailed() {
        return "site/activate-mailed";
    }

    @GetMapping("/activate/authenticator")
    String authenticator(HttpServletRequest request, Model model) {
        byte[] prepared = prepared(request);
        if (prepared == null) {
            return "redirect:/sign-in";
        }
        Activations.Secret secret = activations.secret(prepared);
        model.addAttribute("secret", secret.text().replaceAll("(.{4})(?=.)", "$1 "));
        model.addAttribute("qr", "data:image/svg+xml;base64," + svg(secret.uri()));
        return "site/activate-authenticator";
    }

    @PostMapping("/activate/authenticator")
    String complete(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        byte[] prepared = prepared(request);
        if (prepared == null) {
            return "redirect:/sign-in";
        }
        switch (activations.complete(prepared, code)) {
            case Completed.Done done -> {
                start(done, request, response);
                model.addAttribute("codes", done.recoveryCodes());
                response.setHeader("Cache-Control", "no-store");
                return "site/activate-codes";
            }
            case Completed.WrongCode wrong -> {
                model.addAttribute("problem", "sign-in.wrong-code");
                return authenticator(request, model);
            }
            case Completed.Gone gone -> {
                model.addAttribute("state", "Used");
                model.addAttribute("link", new Link.Used());
                return "site/activate-ended";
            }
        }
    }

    private void start(Completed.Done done, HttpServletRequest request, HttpServletResponse response) {
        var grant = done.grant();
        Actor actor = new Actor(grant.account().value(), grant.hat(), grant.subject(), grant.agency(), done.name());
        sessions.start(request, response, actor, grant.organization(), grant.hat().authority());
    }

    private static byte @Nullable [] prepared(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PREPARED) instanceof byte[] prepared ? prepared : null;
    }

    private static String svg(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + 4).append(',').append(y + 4).append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 8;
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                        + "\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"" + path + "\"/></svg>";
        return Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
