package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Authorizations.Checked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a receipt is genuine: anybody to whom it is shown may ask, and learns nothing of the consumer. */
@Controller
@RequestMapping("/receipt")
class ReceiptCheckController {
    private final Authorizations authorizations;

    ReceiptCheckController(Authorizations authorizations) {
        this.authorizations = authorizations;
    }

    @GetMapping
    String ask() {
        return "site/receipt";
    }

    @PostMapping
    String check(@RequestParam(defaultValue = "") String code, HttpServletRequest request, Model model) {
        model.addAttribute("code", code);
        if (code.isBlank()) {
            model.addAttribute("problem", "manage.check.empty");
            return "site/receipt";
        }
        switch (authorizations.check(code, request.getRemoteAddr())) {
            case Checked.Known known -> model.addAttribute("receipt", known.receipt());
            case Checked.Unknown unknown -> model.addAttribute("problem", "manage.check.unknown");
            case Checked.Wait wait -> {
                model.addAttribute("problem", "manage.check.wait");
                model.addAttribute("minutes", wait.minutes());
            }
        }
        return "site/receipt";
    }
}
