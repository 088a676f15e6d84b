package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.assisterportal.identity.AuthenticatorSecret;
import org.assisterportal.identity.FactorLink;
import org.assisterportal.identity.PreparedSecret;
import org.assisterportal.pages.QrPicture;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailed link after a lost authenticator: the password, then a new one. Opening it uses nothing up. */
@Controller
class FactorController {
    private static final PreparedSecret PREPARED = new PreparedSecret("factor.prepared");

    private final FactorLink links;
    private final Entrance entrance;
    private final Clock clock;

    FactorController(FactorLink links, Entrance entrance, Clock clock) {
        this.links = links;
        this.entrance = entrance;
        this.clock = clock;
    }

    @GetMapping("/factor/{token}")
    String open(@PathVariable String token, Model model) {
        FactorLink.Link link = links.look(token);
        model.addAttribute("token", token);
        model.addAttribute("link", link);
        model.addAttribute("state", link.getClass().getSimpleName());
        return link instanceof FactorLink.Link.Usable ? "site/factor" : "site/factor-ended";
    }

    @PostMapping("/factor/{token}")
    String password(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Model model) {
        switch (links.begin(token, password, request.getRemoteAddr())) {
            case FactorLink.Begun.Ready ready -> {
                PREPARED.keep(request, ready.prepared());
                return "redirect:/factor/authenticator";
            }
            case FactorLink.Begun.Refused refused -> model.addAttribute("problem", refused.reason());
            case FactorLink.Begun.Gone gone -> {}
        }
        return open(token, model);
    }

    @GetMapping("/factor/authenticator")
    String authenticator(HttpServletRequest request, Model model) {
        byte[] prepared = PREPARED.of(request);
        if (prepared == null) {
            return "redirect:/sign-in";
        }
        AuthenticatorSecret secret = links.secret(prepared);
        QrPicture.show(secret.uri(), secret.text(), model);
        model.addAttribute("action", "/factor/authenticator");
        return "site/activate-authenticator";
    }

    @PostMapping("/factor/authenticator")
    String complete(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        byte[] prepared = PREPARED.of(request);
        if (prepared == null) {
            return "redirect:/sign-in";
        }
        return switch (links.complete(prepared, code)) {
            case FactorLink.Completed.Done done -> {
                PREPARED.drop(request);
                // Both factors were proved just now, so the person is in without typing a second code.
                String next = entrance.begin(done.account(), done.name(), clock.instant(), request, response);
                model.addAttribute("codes", done.recoveryCodes());
                model.addAttribute("next", next);
                yield "site/activate-codes";
            }
            case FactorLink.Completed.WrongCode wrong -> {
                model.addAttribute("problem", "sign-in.wrong-code");
                yield authenticator(request, model);
            }
            case FactorLink.Completed.Gone gone -> {
                model.addAttribute("state", "Used");
                yield "site/factor-ended";
            }
        };
    }
}
