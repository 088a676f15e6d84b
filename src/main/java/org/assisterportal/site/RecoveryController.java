package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.KnownBrowsers;
import org.assisterportal.identity.Recovery;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A forgotten password, and a new one while signed in. */
@Controller
class RecoveryController {
    private final Recovery recovery;
    private final KnownBrowsers known;

    RecoveryController(Recovery recovery, KnownBrowsers known) {
        this.recovery = recovery;
        this.known = known;
    }

    @GetMapping("/recover")
    String ask() {
        return "site/recover";
    }

    @PostMapping("/recover")
    String asked(@RequestParam(defaultValue = "") String email, HttpServletRequest request, Model model) {
        recovery.ask(AccountKind.WORK, email, request.getRemoteAddr(), known.marks(request));
        model.addAttribute("asked", true);
        return "site/recover";
    }

    @GetMapping("/recover/{token}")
    String form(@PathVariable String token, Model model) {
        model.addAttribute("action", "/recover/" + token);
        return recovery.form(AccountKind.WORK, token).isPresent() ? "site/new-password" : "site/recover-ended";
    }

    @PostMapping("/recover/{token}")
    String reset(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Model model) {
        Recovery.Changed outcome =
                recovery.reset(AccountKind.WORK, token, password, code, request.getRemoteAddr());
        return shown(outcome, "/recover/" + token, false, model);
    }

    @GetMapping("/me/password")
    String change(Model model) {
        model.addAttribute("action", "/me/password");
        model.addAttribute("signedIn", true);
        return "site/new-password";
    }

    @PostMapping("/me/password")
    String changed(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        UUID account = actor.account();
        if (account == null) {
            throw new NotFound();
        }
        Recovery.Changed outcome =
                recovery.change(new AccountId(account), present, password, code, request.getRemoteAddr());
        return shown(outcome, "/me/password", true, model);
    }

    private static String shown(Recovery.Changed outcome, String action, boolean signedIn, Model model) {
        return switch (outcome) {
            case Recovery.Changed.Done done -> "redirect:/sign-in?password-changed";
            case Recovery.Changed.Gone gone -> "site/recover-ended";
            case Recovery.Changed.Refused refused -> {
                model.addAttribute("action", action);
                model.addAttribute("signedIn", signedIn);
                model.addAttribute("problem", refused.reason());
                model.addAttribute("field", refused.field());
                yield "site/new-password";
            }
        };
    }
}
