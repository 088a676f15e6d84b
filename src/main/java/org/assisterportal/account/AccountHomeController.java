package org.assisterportal.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The consumer's first page. */
@Controller
class AccountHomeController {

    @GetMapping("/account")
    String home() {
        return "account/home";
    }
}
