package org.assisterportal.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A signed-in person's own account. */
@Controller
class MeController {
    @GetMapping("/me")
    String me() {
        return "site/me";
    }

    @GetMapping("/")
    String first() {
        return "redirect:/me";
    }
}
