package org.assisterportal.admin;

import java.util.List;
import java.util.UUID;
import org.assisterportal.identity.Staff;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.UuidText;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** ARC officers: who they are, and inviting or ending one. */
@Controller
@RequestMapping("/admin")
class StaffController {
    private static final int LONGEST_NAME = 160;

    private final Staff staff;

    StaffController(Staff staff) {
        this.staff = staff;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("officers", staff.officers(page, actor));
        return "admin/staff";
    }

    @PostMapping("/officers")
    String invite(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        boolean named = !name.isBlank() && name.length() <= LONGEST_NAME;
        boolean addressed = EmailAddress.isValid(email.strip());
        String problem =
                !named ? "admin.officer.name.missing" : !addressed ? "admin.officer.email.wrong" : null;
        List<String> facts = List.of();
        if (problem == null
                && staff.inviteOfficer(new EmailAddress(email.strip()), name.strip(), actor)
                        instanceof Staff.Outcome.Refused refused) {
            problem = refused.reason();
            facts = refused.facts();
        }
        if (problem != null) {
            model.addAttribute("problem", problem);
            model.addAttribute("facts", facts);
            model.addAttribute("field", named ? "email" : "name");
            model.addAttribute("name", name);
            model.addAttribute("email", email);
            return list(1, actor, model);
        }
        return "redirect:/admin?invited";
    }

    @PostMapping("/officers/{id}/link")
    String link(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        staff.resendLink(UuidText.parse(id), actor);
        return "redirect:/admin?linked";
    }

    @PostMapping("/officers/{id}/end")
    String end(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        UUID subject = UuidText.parse(id);
        staff.endOfficer(subject, actor);
        return "redirect:/admin?ended";
    }
}
