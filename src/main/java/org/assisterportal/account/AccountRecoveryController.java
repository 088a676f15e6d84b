package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.KnownBrowsers;
import org.assisterportal.identity.Recovery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A forgotten password: a mailed link, and the code where there is an authenticator. No questions are asked. */
@Controller
@RequestMapping("/account/recover")
class AccountRecoveryController {
    private final Recovery recovery;
    private final KnownBrowsers known;

    AccountRecoveryController(Recovery recovery, KnownBrowsers known) {
        this.recovery = recovery;
        this.known = known;
    }

    @GetMapping
    String ask() {
        return "account/recover";
    }

    @PostMapping
    String asked(@RequestParam(defaultValue = "") String email, HttpServletRequest request, Model model) {
        recovery.ask(AccountKind.CONSUMER, email, request.getRemoteAddr(), known.marks(request));
        model.addAttribute("asked", true);
        return "account/recover";
    }

    @GetMapping("/{token}")
    String form(@PathVariable String token, Model model) {
        Optional<Recovery.Form> form = recovery.form(AccountKind.CONSUMER, token);
        model.addAttribute("action", "/account/recover/" + token);
        model.addAttribute("factor", form.map(Recovery.Form::code).orElse(false));
        return form.isPresent() ? "account/new-password" : "account/recover-ended";
    }

    @PostMapping("/{token}")
    String reset(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Model model) {
        Recovery.Changed outcome =
                recovery.reset(AccountKind.CONSUMER, token, password, code, request.getRemoteAddr());
        return switch (outcome) {
            case Recovery.Changed.Done done -> "redirect:" + AccountEntrance.SIGN_IN + "?password-changed";
            case Recovery.Changed.Gone gone -> "account/recover-ended";
            case Recovery.Changed.Refused refused -> {
                model.addAttribute("problem", refused.reason());
                model.addAttribute("field", refused.field());
                yield form(token, model);
            }
        };
    }
}
