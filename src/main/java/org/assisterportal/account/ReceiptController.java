package org.assisterportal.account;

import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.pages.FilePages;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.UuidText;
import org.springframework.http.ResponseEntity;
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
    private final ReceiptPaper paper;

    ReceiptController(Authorizations authorizations, ReceiptPaper paper) {
        this.authorizations = authorizations;
        this.paper = paper;
    }

    @GetMapping
    String show(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        AuthorizationView one = own(id, actor);
        model.addAttribute("one", one);
        model.addAttribute("text", authorizations.agreed(one));
        return "account/receipt";
    }

    @GetMapping("/receipt.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        AuthorizationView one = own(id, actor);
        String name = "receipt-" + one.number() + ".pdf";
        return FilePages.paper(name, paper.of(one, authorizations.agreed(one)));
    }

    private AuthorizationView own(String id, Actor actor) {
        return authorizations.one(actor, UuidText.parse(id)).orElseThrow(NotFound::new);
    }
}
