package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.assisterportal.identity.AuthenticatorSecret;
import org.assisterportal.identity.OwnFactor;
import org.assisterportal.identity.PreparedSecret;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.pages.QrPicture;
import org.assisterportal.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new authenticator and new recovery codes while signed in. */
@Controller
@RequestMapping("/me")
class OwnFactorController {
    private static final PreparedSecret PREPARED = new PreparedSecret("own-factor.prepared");

    private final OwnFactor factor;
    private final SessionStart sessions;

    OwnFactorController(OwnFactor factor, SessionStart sessions) {
        this.factor = factor;
        this.sessions = sessions;
    }

    @GetMapping("/authenticator")
    String begin() {
        return "site/change-authenticator";
    }

    @PostMapping("/authenticator")
    String prove(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            SignedIn me,
            HttpServletRequest request,
            Model model) {
        return switch (factor.begin(me.getPrincipal().accountId(), present, code, request.getRemoteAddr())) {
            case OwnFactor.Begun.Ready ready -> {
                PREPARED.keep(request, ready.prepared());
                yield "redirect:/me/authenticator/new";
            }
            case OwnFactor.Begun.Refused refused -> {
                model.addAttribute("problem", refused.reason());
                model.addAttribute("field", refused.field());
                yield "site/change-authenticator";
            }
        };
    }

    @GetMapping("/authenticator/new")
    String show(SignedIn me, HttpServletRequest request, Model model) {
        byte[] prepared = PREPARED.of(request);
        if (prepared == null) {
            return "redirect:/me/authenticator";
        }
        AuthenticatorSecret secret = factor.secret(me.getPrincipal().accountId(), prepared);
        QrPicture.show(secret.uri(), secret.text(), model);
        model.addAttribute("action", "/me/authenticator/new");
        return "site/activate-authenticator";
    }

    @PostMapping("/authenticator/new")
    String complete(
            @RequestParam(defaultValue = "") String code,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        byte[] prepared = PREPARED.of(request);
        if (prepared == null) {
            return "redirect:/me/authenticator";
        }
        return switch (factor.complete(me.getPrincipal().accountId(), prepared, code)) {
            case OwnFactor.Completed.Done done -> {
                // All sessions have ended with the old authenticator; this person goes on in a fresh one.
                Actor actor = me.getPrincipal();
                String authority = Objects.requireNonNull(actor.hat()).authority();
                sessions.start(request, response, actor, me.organization(), authority);
                yield codes(done.recoveryCodes(), "me.authenticator.done", model);
            }
            case OwnFactor.Completed.Refused refused -> {
                model.addAttribute("problem", refused.reason());
                yield show(me, request, model);
            }
            case OwnFactor.Completed.Gone gone -> {
                PREPARED.drop(request);
                model.addAttribute("problem", "me.authenticator.again");
                model.addAttribute("field", "present");
                yield "site/change-authenticator";
            }
        };
    }

    @GetMapping("/recovery-codes")
    String ask() {
        return "site/new-codes";
    }

    @PostMapping("/recovery-codes")
    String renew(@RequestParam(defaultValue = "") String code, SignedIn me, HttpServletRequest request, Model model) {
        return switch (factor.renewCodes(me.getPrincipal().accountId(), code, request.getRemoteAddr())) {
            case OwnFactor.Completed.Done done -> codes(done.recoveryCodes(), "me.codes.title", model);
            case OwnFactor.Completed.Refused refused -> {
                model.addAttribute("problem", refused.reason());
                yield "site/new-codes";
            }
            case OwnFactor.Completed.Gone gone -> "redirect:/me/recovery-codes";
        };
    }

    private static String codes(List<String> codes, String title, Model model) {
        model.addAttribute("codes", codes);
        model.addAttribute("codesTitle", title);
        model.addAttribute("next", "/me");
        return "site/activate-codes";
    }
}
