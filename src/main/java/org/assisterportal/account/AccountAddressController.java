package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.AddressChange;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.EmailAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Another e-mail address to sign in with, once its person has typed the code that was mailed to it. */
@Controller
@RequestMapping(AccountSecurityController.PAGE + "/email")
class AccountAddressController {
    private static final String WANTED = "account.address.wanted";
    private static final String BACK = "redirect:" + AccountSecurityController.PAGE;

    private final AddressChange change;
    private final Accounts accounts;
    private final RosterAddresses rosters;

    AccountAddressController(AddressChange change, Accounts accounts, RosterAddresses rosters) {
        this.change = change;
        this.accounts = accounts;
        this.rosters = rosters;
    }

    @GetMapping
    String form(SignedIn me, Model model) {
        model.addAttribute("account", accounts.showOwn(me.getPrincipal()));
        return "account/new-address";
    }

    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            SignedIn me,
            HttpServletRequest request,
            Model model) {
        String typed = email.strip();
        AccountId account = me.getPrincipal().accountId();
        model.addAttribute("email", typed);
        if (!EmailAddress.isValid(typed)) {
            return refused("email", "account.new.email.wrong", me, model);
        }
        EmailAddress to = new EmailAddress(typed);
        if (to.key().equals(new EmailAddress(accounts.view(account).email()).key())) {
            return refused("email", "account.address.same", me, model);
        }
        return switch (change.ask(account, to, present, code, request.getRemoteAddr())) {
            case AddressChange.Asked.Done done -> {
                request.getSession().setAttribute(WANTED, typed);
                yield BACK + "/email/code";
            }
            case AddressChange.Asked.Refused why -> refused(why.field(), why.reason(), me, model);
        };
    }

    private String refused(String field, String reason, SignedIn me, Model model) {
        model.addAttribute("field", field);
        model.addAttribute("problem", reason);
        return form(me, model);
    }

    @GetMapping("/code")
    String codeForm(HttpServletRequest request, Model model) {
        Optional<EmailAddress> to = wanted(request);
        to.ifPresent(address -> model.addAttribute("address", address.value()));
        return to.isPresent() ? "account/address-code" : BACK + "/email";
    }

    @PostMapping("/code")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            SignedIn me,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        Optional<EmailAddress> to = wanted(request);
        if (to.isEmpty()) {
            return BACK + "/email";
        }
        // An address with which somebody helps others is refused, but only to who has proved it.
        AddressChange.Outcome outcome =
                change.confirm(
                        me.getPrincipal().accountId(), to.get(), code,
                        proved -> rosters.include(proved) ? Optional.of("account.address.roster") : Optional.empty());
        return switch (outcome) {
            case AddressChange.Outcome.Done done -> {
                request.getSession().removeAttribute(WANTED);
                flash.addFlashAttribute("done", "account.address.done");
                yield BACK;
            }
            case AddressChange.Outcome.Refused why -> {
                model.addAttribute("problem", why.reason());
                yield codeForm(request, model);
            }
        };
    }

    private static Optional<EmailAddress> wanted(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(WANTED) instanceof String typed
                ? Optional.of(new EmailAddress(typed))
                : Optional.empty();
    }
}
