package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.assisterportal.identity.AccountView;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Closing;
import org.assisterportal.identity.LinkedAccounts;
import org.assisterportal.identity.Recovery;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** With what a consumer signs in, a new password, and the end of the account. */
@Controller
@RequestMapping(AccountSecurityController.PAGE)
class AccountSecurityController {
    static final String PAGE = "/account/security";

    private final Accounts accounts;
    private final Recovery recovery;
    private final Closing closing;
    private final LinkedAccounts links;
    private final SessionStart sessions;

    AccountSecurityController(
            Accounts accounts, Recovery recovery, Closing closing, LinkedAccounts links, SessionStart sessions) {
        this.accounts = accounts;
        this.recovery = recovery;
        this.closing = closing;
        this.links = links;
        this.sessions = sessions;
    }

    @GetMapping
    String show(SignedIn me, Model model) {
        model.addAttribute("account", accounts.showOwn(me.getPrincipal()));
        model.addAttribute("linked", links.of(me.getPrincipal().accountId()).orElse(null));
        return "account/security";
    }

    @GetMapping("/password")
    String password(SignedIn me, Model model) {
        model.addAttribute("action", PAGE + "/password");
        model.addAttribute("signedIn", true);
        model.addAttribute("factor", view(me).factor());
        return "account/new-password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            SignedIn me,
            HttpServletRequest request,
            Model model) {
        Recovery.Changed outcome =
                recovery.change(me.getPrincipal().accountId(), present, password, code, request.getRemoteAddr());
        return switch (outcome) {
            case Recovery.Changed.Done done -> "redirect:" + AccountEntrance.SIGN_IN + "?password-changed";
            case Recovery.Changed.Gone gone -> "redirect:" + AccountEntrance.SIGN_IN;
            case Recovery.Changed.Refused refused -> {
                refused(refused.field(), refused.reason(), model);
                yield password(me, model);
            }
        };
    }

    @GetMapping("/close")
    String close(SignedIn me, Model model) {
        model.addAttribute("factor", view(me).factor());
        return "account/close";
    }

    @PostMapping("/close")
    String closeNow(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (closing.close(me.getPrincipal(), present, code, request.getRemoteAddr())) {
            case Closing.Closed.Done done -> {
                sessions.end(request, response);
                yield "redirect:" + AccountEntrance.SIGN_IN + "?closed";
            }
            case Closing.Closed.Refused refused -> {
                refused(refused.field(), refused.reason(), model);
                yield close(me, model);
            }
        };
    }

    private AccountView view(SignedIn me) {
        return accounts.view(me.getPrincipal().accountId());
    }

    private static void refused(String field, String reason, Model model) {
        model.addAttribute("field", field);
        model.addAttribute("problem", reason);
    }
}
