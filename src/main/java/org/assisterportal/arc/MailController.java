package org.assisterportal.arc;

import org.assisterportal.notification.MailState;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.UuidText;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.Arrays;

/** What was mailed, to whom, and where it stands. */
@Controller
@RequestMapping("/arc/mails")
class MailController {
    private final Outbox outbox;

    MailController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping
    String mails(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        MailState wanted =
                Arrays.stream(MailState.values())
                        .filter(known -> known.name().equals(state))
                        .findFirst()
                        .orElse(null);
        model.addAttribute("mails", outbox.list(wanted, page, actor));
        model.addAttribute("state", wanted == null ? "" : wanted.name());
        model.addAttribute("states", MailState.values());
        return "arc/mails";
    }

    @PostMapping("/{id}/retry")
    String retry(
            @PathVariable String id,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        if (outbox.retry(UuidText.parse(id), actor)) {
            flash.addFlashAttribute("done", "arc.mails.retried");
        } else {
            flash.addFlashAttribute("refused", "arc.mails.not-failed");
        }
        return "redirect:/arc/mails?state=FAILED";
    }
}
