package org.assisterportal.arc;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.audit.AuditSearch;
import org.assisterportal.notification.MailState;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.UuidText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was mailed and what was done: the outbox and the audit record. */
@Controller
@RequestMapping("/arc")
class RecordController {
    private final Outbox outbox;
    private final AuditLog audit;

    RecordController(Outbox outbox, AuditLog audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    @GetMapping("/mails")
    String mails(
            @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") int page, Model model) {
        @Nullable MailState wanted = null;
        for (MailState known : MailState.values()) {
            if (known.name().equals(state)) {
                wanted = known;
            }
        }
        model.addAttribute("mails", outbox.list(wanted, null, page));
        model.addAttribute("state", state);
        model.addAttribute("states", MailState.values());
        return "arc/mails";
    }

    @PostMapping("/mails/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes flash) {
        outbox.retry(UuidText.parse(id));
        flash.addFlashAttribute("done", "arc.mails.retried");
        return "redirect:/arc/mails?state=FAILED";
    }

    @GetMapping("/record")
    String record(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        AuditSearch search =
                new AuditSearch(
                        day(from), day(to), id(account), id(subject), null, act.isBlank() ? null : act.strip(), refused, page);
        model.addAttribute("lines", audit.search(search, actor));
        model.addAttribute("search", search);
        model.addAttribute(
                "base",
                "/arc/record?from=" + text(search.from()) + "&to=" + text(search.to()) + "&subject=" + text(search.subject())
                        + "&account=" + text(search.account()) + "&act=" + act.replaceAll("[^a-z.-]", "") + "&refused=" + refused
                        + "&");
        return "arc/record";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable UUID id(String text) {
        return text.isBlank() ? null : UuidText.parse(text.strip());
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
