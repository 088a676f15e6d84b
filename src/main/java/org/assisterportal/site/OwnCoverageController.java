package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.LinkedAccounts;
import org.assisterportal.identity.LinkedAccounts.Linked;
import org.assisterportal.identity.Nobody;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.pages.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody who works with the marketplace and has coverage of their own: linking that account, going over, ending it. */
@Controller
@RequestMapping("/me/own")
class OwnCoverageController {
    private static final String BACK = "redirect:/me";

    private final LinkedAccounts links;
    private final SessionStart sessions;
    private final MessageSource messages;

    OwnCoverageController(LinkedAccounts links, SessionStart sessions, MessageSource messages) {
        this.links = links;
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping
    String form() {
        return "site/link-own";
    }

    @PostMapping
    String link(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String otherCode,
            SignedIn me,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        LinkedAccounts.Outcome outcome =
                Nobody.does(
                        () ->
                                links.link(
                                        me.getPrincipal(), new LinkedAccounts.Own("", code),
                                        new LinkedAccounts.Other(email.strip(), password, otherCode),
                                        request.getRemoteAddr()));
        return switch (outcome) {
            case LinkedAccounts.Outcome.Done done -> {
                flash.addFlashAttribute("done", "me.own.done");
                yield BACK;
            }
            case LinkedAccounts.Outcome.Refused why -> {
                model.addAttribute("field", why.field());
                model.addAttribute("problem", why.reason());
                model.addAttribute("email", email);
                yield "site/link-own";
            }
        };
    }

    @PostMapping("/end")
    String end(SignedIn me, RedirectAttributes flash) {
        Nobody.does(() -> links.unlink(me.getPrincipal()));
        flash.addFlashAttribute("done", "me.own.ended");
        return BACK;
    }

    @PostMapping("/enter")
    String enter(
            @RequestParam(defaultValue = "") String code,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Optional<Linked> linked = Nobody.does(() -> links.of(me.getPrincipal().accountId()));
        Optional<HatGrant> wanted = linked.map(Linked::hats).map(List::stream).flatMap(hats -> hats.findFirst());
        if (linked.isEmpty() || wanted.isEmpty()) {
            flash.addFlashAttribute("refused", "me.own.gone");
            return BACK;
        }
        if (code.isBlank()) {
            return ask(linked.get(), model);
        }
        HatGrant grant = wanted.get();
        LinkedAccounts.Entered entered =
                Nobody.does(
                        () ->
                                links.enter(
                                        me.getPrincipal(), grant.hat(), grant.subject(), code, request.getRemoteAddr()));
        return switch (entered) {
            case LinkedAccounts.Entered.Done done -> {
                sessions.enter(request, response, me, done.grant(), done.name());
                yield "redirect:" + done.grant().hat().home();
            }
            case LinkedAccounts.Entered.Refused why -> {
                model.addAttribute("problem", why.reason());
                yield ask(linked.get(), model);
            }
            case LinkedAccounts.Entered.Gone gone -> {
                flash.addFlashAttribute("refused", "me.own.gone");
                yield BACK;
            }
        };
    }

    private String ask(Linked linked, Model model) {
        String why = linked.ownCode() ? "me.own.code.here" : "me.own.code.there";
        model.addAttribute("action", "/me/own/enter");
        model.addAttribute("why", messages.getMessage(why, null, Languages.current()));
        model.addAttribute("form", Map.of());
        return "site/prove-again";
    }
}
