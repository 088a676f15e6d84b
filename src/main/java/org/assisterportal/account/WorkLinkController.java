package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.LinkedAccounts;
import org.assisterportal.identity.LinkedAccounts.Linked;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A consumer who also helps others: linking the account for that work, going over to it, and ending the link. */
@Controller
@RequestMapping(AccountSecurityController.PAGE + "/work")
class WorkLinkController {
    private static final String BACK = "redirect:" + AccountSecurityController.PAGE;

    private final LinkedAccounts links;
    private final Accounts accounts;
    private final SessionStart sessions;

    WorkLinkController(LinkedAccounts links, Accounts accounts, SessionStart sessions) {
        this.links = links;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping
    String form(SignedIn me, Model model) {
        model.addAttribute("factor", accounts.view(me.getPrincipal().accountId()).factor());
        return "account/link-work";
    }

    @PostMapping
    String link(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String otherCode,
            SignedIn me,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        LinkedAccounts.Outcome outcome =
                links.link(
                        me.getPrincipal(), new LinkedAccounts.Own(present, code),
                        new LinkedAccounts.Other(email.strip(), password, otherCode), request.getRemoteAddr());
        return switch (outcome) {
            case LinkedAccounts.Outcome.Done done -> {
                flash.addFlashAttribute("done", "account.link.done");
                yield BACK;
            }
            case LinkedAccounts.Outcome.Refused why -> {
                model.addAttribute("field", why.field());
                model.addAttribute("problem", why.reason());
                model.addAttribute("email", email);
                yield form(me, model);
            }
        };
    }

    @PostMapping("/end")
    String end(SignedIn me, RedirectAttributes flash) {
        links.unlink(me.getPrincipal());
        flash.addFlashAttribute("done", "account.link.ended");
        return BACK;
    }

    @PostMapping("/enter")
    String enter(
            @RequestParam(defaultValue = "") String hat,
            @RequestParam(defaultValue = "") String code,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Optional<HatGrant> wanted =
                links.of(me.getPrincipal().accountId()).map(Linked::hats).stream()
                        .flatMap(List::stream)
                        .filter(one -> value(one).equals(hat))
                        .findFirst();
        if (wanted.isEmpty()) {
            flash.addFlashAttribute("refused", "account.link.gone");
            return BACK;
        }
        HatGrant grant = wanted.get();
        model.addAttribute("hat", hat);
        model.addAttribute("role", grant.hat());
        model.addAttribute("organizationThere", grant.organization());
        if (code.isBlank()) {
            return "account/enter-work";
        }
        return switch (links.enter(me.getPrincipal(), grant.hat(), grant.subject(), code, request.getRemoteAddr())) {
            case LinkedAccounts.Entered.Done done -> {
                sessions.enter(request, response, me, done.grant(), done.name());
                yield "redirect:" + done.grant().hat().home();
            }
            case LinkedAccounts.Entered.Refused why -> {
                model.addAttribute("problem", why.reason());
                yield "account/enter-work";
            }
            case LinkedAccounts.Entered.Gone gone -> {
                flash.addFlashAttribute("refused", "account.link.gone");
                yield BACK;
            }
        };
    }

    /** How a form names one of the hats; compared with what is linked, never looked up. */
    static String value(HatGrant hat) {
        return hat.hat() + "." + hat.subject();
    }
}
