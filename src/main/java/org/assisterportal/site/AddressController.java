package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.AddressChange;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.EmailAddress;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The roster's new e-mail becomes the sign-in address; no other address can be asked for here. */
@Controller
@RequestMapping("/me/email")
class AddressController {
    private final AddressChange change;
    private final Accounts accounts;
    private final RosterAddress rosterAddress;
    private final FreshFactor factor;

    AddressController(
            AddressChange change, Accounts accounts, RosterAddress rosterAddress, FreshFactor factor) {
        this.change = change;
        this.accounts = accounts;
        this.rosterAddress = rosterAddress;
        this.factor = factor;
    }

    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String code,
            SignedIn me,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        AccountId account = me.getPrincipal().accountId();
        Optional<EmailAddress> to = rosterAddress.other(account);
        if (to.isEmpty()) {
            return "redirect:/me";
        }
        var why = new DefaultMessageSourceResolvable("prove-again.address");
        Optional<String> asked = factor.page(me, code, "/me/email", why, Map.of(), request, model);
        if (asked.isPresent()) {
            return asked.get();
        }
        return switch (change.ask(account, to.get())) {
            case AddressChange.Outcome.Done done -> "redirect:/me/email";
            case AddressChange.Outcome.Refused refused -> {
                flash.addFlashAttribute("refused", refused.reason());
                yield "redirect:/me";
            }
        };
    }

    @GetMapping
    String show(SignedIn me, Model model) {
        accounts.showOwn(me.getPrincipal());
        return form(me, model);
    }

    private String form(SignedIn me, Model model) {
        Optional<EmailAddress> to = rosterAddress.other(me.getPrincipal().accountId());
        to.ifPresent(address -> model.addAttribute("address", address.value()));
        return to.isPresent() ? "site/new-address" : "redirect:/me";
    }

    @PostMapping("/code")
    String confirm(
            @RequestParam(defaultValue = "") String code, SignedIn me, Model model, RedirectAttributes flash) {
        AccountId account = me.getPrincipal().accountId();
        Optional<EmailAddress> to = rosterAddress.other(account);
        if (to.isEmpty()) {
            return "redirect:/me";
        }
        return switch (change.confirm(account, to.get(), code)) {
            case AddressChange.Outcome.Done done -> {
                flash.addFlashAttribute("done", "me.address.done");
                yield "redirect:/me";
            }
            case AddressChange.Outcome.Refused refused -> {
                model.addAttribute("problem", refused.reason());
                yield form(me, model);
            }
        };
    }
}
