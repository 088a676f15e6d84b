package org.assisterportal.arc;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.ContactView;
import org.assisterportal.identity.Accounts;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Agencies, their contracts and their contacts. */
@Controller
@RequestMapping("/arc/agencies")
class AgencyController {
    private static final int LONGEST_NAME = 160;

    private final Agencies agencies;
    private final Accounts accounts;

    AgencyController(Agencies agencies, Accounts accounts) {
        this.agencies = agencies;
        this.accounts = accounts;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("agencies", agencies.list(q, page));
        model.addAttribute("q", q);
        model.addAttribute("kinds", AgencyKind.values());
        model.addAttribute(
                "base",
                UriComponentsBuilder.fromPath("/arc/agencies").queryParam("q", "{q}").encode().buildAndExpand(q).toUriString()
                        + "&");
        return "arc/agencies";
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam AgencyKind kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        LocalDate first = day(from);
        LocalDate last = day(until);
        String problem = problem(name, first, last);
        if (problem != null || first == null || last == null) {
            model.addAttribute("problem", problem);
            model.addAttribute("name", name);
            model.addAttribute("from", from);
            model.addAttribute("until", until);
            return list("", 1, model);
        }
        AgencyId id = agencies.create(name.strip(), kind, first, last, actor);
        return "redirect:/arc/agencies/" + id;
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        Agencies.AgencyPage page = agencies.show(agency(id), actor).orElseThrow(NotFound::new);
        model.addAttribute("agency", page.agency());
        model.addAttribute("contacts", page.contacts());
        model.addAttribute(
                "grants", accounts.grants(Hat.AGENCY_CONTACT, page.contacts().stream().map(ContactView::id).toList()));
        model.addAttribute("roles", ContactRole.values());
        return "arc/agency";
    }

    @PostMapping("/{id}/contracts")
    String contract(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        LocalDate first = day(from);
        LocalDate last = day(until);
        if (first == null || last == null || last.isBefore(first)) {
            flash.addFlashAttribute("refused", "arc.contract.days");
            return back(id);
        }
        return back(id, agencies.addContract(agency(id), first, last, actor), "arc.contract.added", flash);
    }

    @PostMapping("/{id}/end-contract")
    String endContract(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        LocalDate day = day(last);
        if (day == null || reason.isBlank() || reason.length() > 500) {
            flash.addFlashAttribute("refused", "arc.contract.end.missing");
            return back(id);
        }
        return back(id, agencies.endContract(agency(id), day, reason.strip(), actor), "arc.contract.ended", flash);
    }

    @PostMapping("/{id}/contacts")
    String invite(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") Set<ContactRole> roles,
            @AuthenticationPrincipal Actor actor,
            Model model,
            RedirectAttributes flash) {
        String problem =
                name.isBlank() || name.length() > LONGEST_NAME
                        ? "arc.contact.name"
                        : !EmailAddress.isValid(email.strip()) ? "arc.contact.email" : roles.isEmpty() ? "arc.contact.roles" : null;
        if (problem == null) {
            switch (agencies.inviteContact(agency(id), name.strip(), new EmailAddress(email.strip()), roles, actor)) {
                case Agencies.Kept.Done done -> {
                    flash.addFlashAttribute("done", "arc.contact.invited");
                    return back(id);
                }
                case Agencies.Kept.Refused refused -> problem = refused.reason();
            }
        }
        model.addAttribute("problem", problem);
        model.addAttribute("name", name);
        model.addAttribute("email", email);
        model.addAttribute("chosen", roles);
        return show(id, actor, model);
    }

    @PostMapping("/{id}/contacts/{contact}/link")
    String link(
            @PathVariable String id,
            @PathVariable String contact,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        return back(id, agencies.resendLink(agency(id), UuidText.parse(contact), actor), "arc.contact.linked", flash);
    }

    @PostMapping("/{id}/contacts/{contact}/roles")
    String roles(
            @PathVariable String id,
            @PathVariable String contact,
            @RequestParam(defaultValue = "") Set<ContactRole> roles,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        if (roles.isEmpty()) {
            flash.addFlashAttribute("refused", "arc.contact.roles");
            return back(id);
        }
        return back(
                id, agencies.changeRoles(agency(id), UuidText.parse(contact), roles, actor), "arc.contact.changed", flash);
    }

    @PostMapping("/{id}/contacts/{contact}/end")
    String end(
            @PathVariable String id,
            @PathVariable String contact,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        return back(id, agencies.endContact(agency(id), UuidText.parse(contact), actor), "arc.contact.ended", flash);
    }

    private static @Nullable String problem(String name, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return "arc.agency.name.missing";
        }
        return from == null || until == null || until.isBefore(from) ? "arc.contract.days" : null;
    }

    private static AgencyId agency(String id) {
        return new AgencyId(UuidText.parse(id));
    }

    private static String back(String id, Agencies.Kept kept, String done, RedirectAttributes flash) {
        switch (kept) {
            case Agencies.Kept.Done one -> flash.addFlashAttribute("done", done);
            case Agencies.Kept.Refused refused -> flash.addFlashAttribute("refused", refused.reason());
        }
        return back(id);
    }

    private static String back(String id) {
        return "redirect:/arc/agencies/" + UuidText.parse(id);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
