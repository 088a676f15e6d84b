package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Authorizations.Agreement;
import org.assisterportal.consumer.Authorizations.Given;
import org.assisterportal.consumer.Authorizations.Offer;
import org.assisterportal.consumer.HelpNow;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Assister Details: who it is, how far, the words with both names, and the yes. What is allowed is chosen first, because
 * it decides which words are read and agreed to.
 */
@Controller
@RequestMapping("/account/assister/{person}")
class AssisterDetailsController {
    private final Authorizations authorizations;
    private final FoundByNumber found;
    private final Clock clock;

    AssisterDetailsController(Authorizations authorizations, FoundByNumber found, Clock clock) {
        this.authorizations = authorizations;
        this.found = found;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable String person,
            @RequestParam(defaultValue = "") String may,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            HttpServletRequest request,
            Model model) {
        Offer offer = offer(person, actor, request);
        HelpNow help = help(actor);
        AuthorizationView present = help == null ? null : help.authorization();
        AgreementForm form =
                present != null && present.assister().equals(offer.card().person())
                        ? AgreementForm.as(present, may)
                        : new AgreementForm(may, "", "", "");
        return page(offer, form, help, actor, locale, model);
    }

    @PostMapping
    String agree(
            @PathVariable String person,
            @ModelAttribute("form") AgreementForm form,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes flash,
            Model model) {
        Offer offer = offer(person, actor, request);
        Optional<Scope> scope = form.scope();
        if (scope.isEmpty()) {
            return again("manage.choose.none", "choices", offer, form, actor, locale, model);
        }
        Optional<LocalDate> until = form.lastDay();
        if (form.untilADay() && until.isEmpty()) {
            return again("manage.until.wrong", "until", offer, form, actor, locale, model);
        }
        Agreement agreement =
                new Agreement(
                        offer.card().person(), scope.get(), until.orElse(null), offer.method(), form.hash(), locale);
        return switch (authorizations.give(actor, agreement)) {
            case Given.Done done -> {
                flash.addFlashAttribute("given", done.authorization().id().toString());
                yield "redirect:/account/assister";
            }
            case Given.Refused refused ->
                    again(
                            refused.reason(), refused.reason().endsWith(".until") ? "until" : "words", offer, form, actor,
                            locale, model);
        };
    }

    private String again(
            String problem, String field, Offer offer, AgreementForm form, Actor actor, Locale locale, Model model) {
        model.addAttribute("problem", problem);
        model.addAttribute("field", field);
        return page(offer, form, help(actor), actor, locale, model);
    }

    private @Nullable HelpNow help(Actor actor) {
        return authorizations.now(actor).orElse(null);
    }

    private Offer offer(String person, Actor actor, HttpServletRequest request) {
        PersonId assister = PersonId.parse(person);
        return authorizations.offer(actor, assister, found.is(assister, request)).orElseThrow(NotFound::new);
    }

    private String page(
            Offer offer, AgreementForm form, @Nullable HelpNow help, Actor actor, Locale locale, Model model) {
        AuthorizationView present = help == null ? null : help.authorization();
        boolean same = present != null && present.assister().equals(offer.card().person());
        LocalDate today = Minnesota.today(clock);
        model.addAttribute("card", offer.card());
        model.addAttribute("form", form);
        model.addAttribute("present", present);
        model.addAttribute("same", same);
        model.addAttribute("helps", same && help != null && help.state() == HelpNow.State.WORKS);
        model.addAttribute("first", today);
        form.scope()
                .ifPresent(scope -> model.addAttribute("text", authorizations.words(actor, offer.card(), scope, locale)));
        return "account/assister-details";
    }
}
