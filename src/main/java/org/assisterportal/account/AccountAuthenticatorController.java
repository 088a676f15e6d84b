package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.AuthenticatorSecret;
import org.assisterportal.identity.OwnFactor;
import org.assisterportal.identity.PreparedSecret;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.pages.QrPicture;
import org.assisterportal.shared.Hat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A consumer's authenticator: offered, connected, replaced, removed, and its recovery codes. */
@Controller
@RequestMapping(AccountSecurityController.PAGE)
class AccountAuthenticatorController {
    private static final PreparedSecret PREPARED = new PreparedSecret("account.factor.prepared");
    private static final String BACK = "redirect:" + AccountSecurityController.PAGE;

    private final OwnFactor factor;
    private final Accounts accounts;
    private final SessionStart sessions;

    AccountAuthenticatorController(OwnFactor factor, Accounts accounts, SessionStart sessions) {
        this.factor = factor;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/authenticator")
    String begin(SignedIn me, Model model) {
        model.addAttribute("factor", hasFactor(me));
        return "account/authenticator";
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
                yield BACK + "/authenticator/new";
            }
            case OwnFactor.Begun.Refused refused -> {
                refused(refused.field(), refused.reason(), model);
                yield begin(me, model);
            }
        };
    }

    @GetMapping("/authenticator/new")
    String show(SignedIn me, HttpServletRequest request, Model model) {
        byte[] prepared = PREPARED.of(request);
        if (prepared == null) {
            return BACK + "/authenticator";
        }
        AuthenticatorSecret secret = factor.secret(me.getPrincipal().accountId(), prepared);
        QrPicture.show(secret.uri(), secret.text(), model);
        return "account/new-authenticator";
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
            return BACK + "/authenticator";
        }
        return switch (factor.complete(me.getPrincipal().accountId(), prepared, code)) {
            case OwnFactor.Completed.Done done -> {
                // All sessions have ended; this person goes on in a fresh one.
                sessions.start(request, response, me.getPrincipal(), Hat.CONSUMER.authority());
                yield codes(done.recoveryCodes(), "account.authenticator.done", model);
            }
            case OwnFactor.Completed.Refused refused -> {
                refused("code", refused.reason(), model);
                yield show(me, request, model);
            }
            case OwnFactor.Completed.Gone gone -> {
                PREPARED.drop(request);
                refused("present", "me.authenticator.again", model);
                yield begin(me, model);
            }
        };
    }

    @GetMapping("/authenticator/remove")
    String remove(SignedIn me) {
        return hasFactor(me) ? "account/remove-authenticator" : BACK;
    }

    @PostMapping("/authenticator/remove")
    String removeNow(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return switch (factor.remove(me.getPrincipal().accountId(), present, code, request.getRemoteAddr())) {
            case OwnFactor.Removed.Done done -> {
                sessions.start(request, response, me.getPrincipal(), Hat.CONSUMER.authority());
                flash.addFlashAttribute("done", "account.authenticator.removed");
                yield BACK;
            }
            case OwnFactor.Removed.Refused refused -> {
                refused(refused.field(), refused.reason(), model);
                yield "account/remove-authenticator";
            }
        };
    }

    @GetMapping("/recovery-codes")
    String ask(SignedIn me) {
        return hasFactor(me) ? "account/new-codes" : BACK;
    }

    @PostMapping("/recovery-codes")
    String renew(@RequestParam(defaultValue = "") String code, SignedIn me, HttpServletRequest request, Model model) {
        if (!hasFactor(me)) {
            return BACK;
        }
        return switch (factor.renewCodes(me.getPrincipal().accountId(), code, request.getRemoteAddr())) {
            case OwnFactor.Completed.Done done -> codes(done.recoveryCodes(), "me.codes.title", model);
            case OwnFactor.Completed.Refused refused -> {
                refused("code", refused.reason(), model);
                yield "account/new-codes";
            }
            case OwnFactor.Completed.Gone gone -> BACK;
        };
    }

    private boolean hasFactor(SignedIn me) {
        return accounts.view(me.getPrincipal().accountId()).factor();
    }

    private static String codes(List<String> codes, String title, Model model) {
        model.addAttribute("codes", codes);
        model.addAttribute("codesTitle", title);
        return "account/codes";
    }

    private static void refused(String field, String reason, Model model) {
        model.addAttribute("field", field);
        model.addAttribute("problem", reason);
    }
}
