package org.assisterportal.site;

import org.assisterportal.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
    String first(@AuthenticationPrincipal Actor actor) {
        return actor.hat() == null ? "redirect:/learn" : "redirect:/me";
    }
}
