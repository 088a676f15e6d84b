package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.ContactView;
import org.assisterportal.identity.Activations.Completed;
import org.assisterportal.identity.Activations.Link;
import org.assisterportal.identity.Activations;
import org.assisterportal.identity.AuthenticatorSecret;
import org.assisterportal.identity.PreparedSecret;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.identity.WayBack;
import org.assisterportal.pages.QrPicture;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailed link's pages: password and terms, authenticator, recovery codes. Opening them uses nothing up. */
@Controller
class ActivationController {
    private static final PreparedSecret PREPARED = new PreparedSecret("activation.prepared");
    private static final int MOST_CONTACTS = 3;

    private final Activations activations;
    private final SessionStart sessions;
    private final PolicyValues policy;
    private final Agencies agencies;
    private final FreshFactor factor;
    private final WayBack back;

    ActivationController(
            Activations activations, SessionStart sessions, PolicyValues policy, Agencies agencies, FreshFactor factor,
            WayBack back) {
        this.activations = activations;
        this.sessions = sessions;
        this.policy = policy;
        this.agencies = agencies;
        this.factor = factor;
        this.back = back;
    }

    @GetMapping("/activate/{token}")
    String opened(
            @PathVariable String token,
            @AuthenticationPrincipal @Nullable Actor actor,
            HttpServletResponse response,
            Model model) {
        Link link = activations.look(token);
        if (actor == null && link instanceof Link.Usable usable && usable.existing()) {
            back.comeBackTo("/activate/" + token, response);
        }
        List<ContactView> contacts = contacts(link);
        activations.shown(token, contacts.stream().map(ContactView::id).toList());
        return page(token, link, contacts, actor, model);
    }

    /** The page once more, with what is wrong. */
    private String open(String token, @Nullable Actor actor, Model model) {
        Link link = activations.look(token);
        return page(token, link, contacts(link), actor, model);
    }

    private String page(
            String token, Link link, List<ContactView> contacts, @Nullable Actor actor, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("terms", policy.inForce("text.terms-of-use").items());
        model.addAttribute("signedIn", actor != null);
        return page(link, contacts, model);
    }

    private static String page(Link link, List<ContactView> contacts, Model model) {
        model.addAttribute("link", link);
        model.addAttribute("state", link.getClass().getSimpleName());
        model.addAttribute("contacts", contacts.stream().map(ContactView::name).toList());
        return link instanceof Link.Usable ? "site/activate" : "site/activate-ended";
    }

    @PostMapping("/activate/{token}")
    String password(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean agreed,
            @AuthenticationPrincipal @Nullable Actor actor,
            HttpServletRequest request,
            Model model) {
        if (!(activations.look(token) instanceof Link.Usable link) || link.existing()) {
            return open(token, actor, model);
        }
        Optional<String> refusal = activations.passwordRefusal(link.activation(), password);
        refusal.ifPresent(reason -> model.addAttribute("passwordProblem", reason));
        if (!agreed) {
            model.addAttribute("termsProblem", "activate.terms.needed");
        }
        model.addAttribute("agreed", agreed);
        if (refusal.isPresent() || !agreed) {
            return open(token, actor, model);
        }
        PREPARED.keep(request, activations.prepare(link.activation(), password));
        return "redirect:/activate/authenticator";
    }

    @PostMapping("/activate/{token}/again")
    String again(@PathVariable String token) {
        activations.mailAgain(token);
        return "redirect:/activate/mailed";
    }

    @PostMapping("/activate/{token}/accept")
    String accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal @Nullable Actor actor,
            @Nullable Principal principal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (actor == null || actor.account() == null || !(principal instanceof SignedIn me)) {
            return "redirect:/sign-in";
        }
        if (!agreed) {
            model.addAttribute("termsProblem", "activate.terms.needed");
            return open(token, actor, model);
        }
        Map<String, String> form = Map.of("agreed", "true");
        var why = new DefaultMessageSourceResolvable("prove-again.accept");
        Optional<String> asked =
                factor.page(me, code, "/activate/" + token + "/accept", why, form, request, model);
        if (asked.isPresent()) {
            return asked.get();
        }
        if (activations.accept(token, actor.accountId()) instanceof Completed.Done done) {
            sessions.change(request, response, me, done.grant(), !factor.holds(me));
            return "redirect:" + done.grant().hat().home();
        }
        model.addAttribute("wrongAccount", true);
        return open(token, actor, model);
    }

    @GetMapping("/activate/mailed")
    String mailed() {
        return "site/activate-mailed";
    }

    @GetMapping("/activate/authenticator")
    String authenticator(HttpServletRequest request, Model model) {
        byte[] prepared = PREPARED.of(request);
        if (prepared == null) {
            return "redirect:/sign-in";
        }
        AuthenticatorSecret secret = activations.secret(prepared);
        QrPicture.show(secret.uri(), secret.text(), model);
        model.addAttribute("action", "/activate/authenticator");
        return "site/activate-authenticator";
    }

    @PostMapping("/activate/authenticator")
    String complete(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        byte[] prepared = PREPARED.of(request);
        if (prepared == null) {
            return "redirect:/sign-in";
        }
        switch (activations.complete(prepared, code)) {
            case Completed.Done done -> {
                start(done, request, response);
                model.addAttribute("codes", done.recoveryCodes());
                model.addAttribute("next", done.grant().hat().home());
                return "site/activate-codes";
            }
            case Completed.WrongCode wrong -> {
                model.addAttribute("problem", "sign-in.wrong-code");
                return authenticator(request, model);
            }
            case Completed.Gone gone -> {
                return page(gone.link(), contacts(gone.link()), model);
            }
        }
    }

    private void start(Completed.Done done, HttpServletRequest request, HttpServletResponse response) {
        var grant = done.grant();
        sessions.start(request, response, grant.actor(done.name()), grant.organization(), grant.hat().authority());
    }

    /** Who can say why a link ended: the agency's contacts, whose names stand with the agency and change there. */
    private List<ContactView> contacts(Link link) {
        return switch (link) {
            case Link.Expired expired -> contacts(expired.agency(), expired.subject());
            case Link.Withdrawn withdrawn -> contacts(withdrawn.agency(), withdrawn.subject());
            case Link.Usable usable -> List.of();
            case Link.Used used -> List.of();
            case Link.Unknown unknown -> List.of();
        };
    }

    private List<ContactView> contacts(@Nullable UUID agency, UUID invited) {
        return agency == null
                ? List.of()
                : agencies.authorizedContacts(new AgencyId(agency)).stream()
                        .filter(contact -> !contact.id().equals(invited))
                        .limit(MOST_CONTACTS)
                        .toList();
    }
}
