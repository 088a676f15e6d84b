package org.assisterportal.account;

import org.assisterportal.identity.Sessions;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.shared.UuidText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a consumer is signed in, and ending what they don't know or need. */
@Controller
@RequestMapping(AccountSecurityController.PAGE + "/sessions")
class AccountSessionsController {
    private static final String BACK = "redirect:" + AccountSecurityController.PAGE + "/sessions";

    private final Sessions sessions;

    AccountSessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    String list(SignedIn me, Model model) {
        model.addAttribute("sessions", sessions.of(me));
        return "account/sessions";
    }

    @PostMapping("/{handle}/end")
    String end(@PathVariable String handle, SignedIn me, RedirectAttributes flash) {
        sessions.end(me, UuidText.parse(handle));
        flash.addFlashAttribute("done", "me.sessions.ended");
        return BACK;
    }

    @PostMapping("/end-others")
    String endOthers(SignedIn me, RedirectAttributes flash) {
        sessions.endOthers(me);
        flash.addFlashAttribute("done", "me.sessions.others-ended");
        return BACK;
    }
}
