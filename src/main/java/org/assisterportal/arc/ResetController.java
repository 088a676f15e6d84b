package org.assisterportal.arc;

import java.util.Optional;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.identity.FactorResets;
import org.assisterportal.identity.FactorResets.Check;
import org.assisterportal.identity.FactorResets.Found;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
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

/** Lost authenticators: what waits for a second officer, finding an account, and recording an identity check. */
@Controller
@RequestMapping("/arc/resets")
class ResetController {
    private static final int LONGEST_ADDRESS = 254;

    private final FactorResets resets;
    private final RosterRecords rosters;

    ResetController(FactorResets resets, RosterRecords rosters) {
        this.resets = resets;
        this.rosters = rosters;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("resets", resets.pending(page, actor));
        return "arc/resets";
    }

    /** By POST, so that no address ends up in a log or a browser's history. */
    @PostMapping("/search")
    String find(@RequestParam(defaultValue = "") String email, @AuthenticationPrincipal Actor actor, Model model) {
        String typed = email.strip();
        Optional<Found> found =
                typed.length() <= LONGEST_ADDRESS && EmailAddress.isValid(typed)
                        ? resets.find(new EmailAddress(typed), actor)
                        : Optional.empty();
        if (found.isPresent()) {
            return form(found.get(), model);
        }
        model.addAttribute("email", typed);
        model.addAttribute("problem", EmailAddress.isValid(typed) ? "arc.resets.nobody" : "arc.contact.email");
        return list(1, actor, model);
    }

    @GetMapping("/accounts/{account}")
    String form(@PathVariable String account, @AuthenticationPrincipal Actor actor, Model model) {
        return form(resets.find(AccountId.parse(account), actor).orElseThrow(NotFound::new), model);
    }

    @PostMapping("/accounts/{account}")
    String ask(
            @PathVariable String account,
            @RequestParam(required = false) @Nullable Check checked,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean passwordToo,
            @AuthenticationPrincipal Actor actor,
            Model model,
            RedirectAttributes flash) {
        AccountId id = AccountId.parse(account);
        String problem = checked == null ? "arc.resets.check.missing" : null;
        if (checked != null) {
            switch (resets.ask(id, checked, note, passwordToo, actor)) {
                case FactorResets.Outcome.Done done -> {
                    flash.addFlashAttribute("done", "arc.resets.asked");
                    return "redirect:/arc/resets";
                }
                case FactorResets.Outcome.Refused refused -> problem = refused.reason();
            }
        }
        model.addAttribute("problem", problem);
        model.addAttribute("checked", checked);
        model.addAttribute("note", note);
        model.addAttribute("passwordToo", passwordToo);
        return form(account, actor, model);
    }

    @PostMapping("/{id}/approve")
    String approve(@PathVariable String id, @AuthenticationPrincipal Actor actor, RedirectAttributes flash) {
        return back(resets.approve(UuidText.parse(id), actor), "arc.resets.approved", flash);
    }

    @PostMapping("/{id}/refuse")
    String refuse(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        return back(resets.refuse(UuidText.parse(id), reason, actor), "arc.resets.refused", flash);
    }

    // The call-back is made to the roster's number, so it stands where the officer records the check.
    private String form(Found found, Model model) {
        model.addAttribute(
                "phones",
                found.hats().stream()
                        .filter(hat -> hat.hat() == Hat.ASSISTER)
                        .flatMap(hat -> rosters.entry(new PersonId(hat.subject())).stream())
                        .map(RosterEntry::phone)
                        .toList());
        model.addAttribute("found", found);
        model.addAttribute("checks", Check.values());
        return "arc/reset";
    }

    private static String back(FactorResets.Outcome outcome, String done, RedirectAttributes flash) {
        switch (outcome) {
            case FactorResets.Outcome.Done ok -> flash.addFlashAttribute("done", done);
            case FactorResets.Outcome.Refused refused -> flash.addFlashAttribute("refused", refused.reason());
        }
        return "redirect:/arc/resets";
    }
}
