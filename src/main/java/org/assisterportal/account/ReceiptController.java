package org.assisterportal.account;

import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.UuidText;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The consumer's receipt of an authorization, in force or ended, with the words that were agreed to. */
@Controller
@RequestMapping("/account/receipts/{id}")
class ReceiptController {
    private final Authorizations authorizations;

    ReceiptController(Authorizations authorizations) {
        this.authorizations = authorizations;
    }

    @GetMapping
    String show(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        AuthorizationView one = authorizations.one(actor, UuidText.parse(id)).orElseThrow(NotFound::new);
        model.addAttribute("one", one);
        model.addAttribute("code", one.receiptCode().replaceAll("(.{4})(?=.)", "$1 "));
        model.addAttribute("text", authorizations.agreed(one));
        return "account/receipt";
    }
}
