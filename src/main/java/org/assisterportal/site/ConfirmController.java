package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.assisterportal.consumer.MailedConfirmations;
import org.assisterportal.consumer.MailedConfirmations.Confirmation;
import org.assisterportal.consumer.MailedConfirmations.Confirmed;
import org.assisterportal.consumer.MailedConfirmations.Look;
import org.assisterportal.consumer.MailedConfirmations.Why;
import org.assisterportal.consumer.Place;
import org.assisterportal.consumer.Scope;
import org.assisterportal.identity.KnownBrowsers;
import org.assisterportal.pages.Languages;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the link in a consumer's mail leads: an assister asks to help, and the consumer says yes or no. A look changes nothing. */
@Controller
@RequestMapping("/confirm")
class ConfirmController {
    private final MailedConfirmations confirmations;
    private final KnownBrowsers known;
    private final Languages languages;

    ConfirmController(MailedConfirmations confirmations, KnownBrowsers known, Languages languages) {
        this.confirmations = confirmations;
        this.known = known;
        this.languages = languages;
    }

    /** What the reader can do. */
    enum Act {
        CONFIRM,
        DECLINE,
        AGAIN,
        END
    }

    /** Whoever typed the address without what stands behind it. */
    @GetMapping
    String nothing(Model model) {
        return closed(Why.UNKNOWN, model);
    }

    @GetMapping("/{token}")
    String show(
            @PathVariable String token,
            @RequestParam(defaultValue = "apply") String scope,
            @RequestParam(required = false) @Nullable String lang,
            @CookieValue(name = Languages.COOKIE, required = false) @Nullable String chosen,
            @AuthenticationPrincipal @Nullable Actor actor,
            Locale locale,
            HttpServletRequest request,
            Model model) {
        // The first look is in the language of the mail, and so is every step after it; only the reader changes it.
        if (chosen == null && languages.preferred(request).isEmpty()) {
            Locale own = languages.offered(lang).or(() -> languages.offered(confirmations.language(token))).orElse(locale);
            if (lang != null || !own.equals(locale)) {
                languages.prefer(request, own);
            }
            if (!own.equals(locale)) {
                return "redirect:/confirm/{token}?lang=" + Languages.tag(own);
            }
        }
        return page(token, scope(scope), locale, place(request, actor), model);
    }

    private String page(String token, Scope scope, Locale locale, Place place, Model model) {
        model.addAttribute("token", token);
        return switch (confirmations.look(token, scope, locale, place)) {
            case Look.Open open -> {
                model.addAttribute("open", open);
                yield "site/confirm";
            }
            case Look.Helping helping -> {
                model.addAttribute("helping", helping);
                yield "site/confirm-helping";
            }
            case Look.Closed closed -> closed(closed.why(), model);
        };
    }

    private static String closed(Why why, Model model) {
        model.addAttribute("why", why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return "site/confirm-closed";
    }

    @PostMapping("/{token}")
    String act(
            @PathVariable String token,
            @RequestParam(defaultValue = "CONFIRM") Act act,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "apply") String scope,
            @RequestParam(defaultValue = "") String hash,
            @AuthenticationPrincipal @Nullable Actor actor,
            Locale locale,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        Place place = place(request, actor);
        return switch (act) {
            case CONFIRM ->
                    switch (confirmations.confirm(token, new Confirmation(code, scope(scope), hash, locale), place)) {
                        case Confirmed.Done done -> back(true, "confirm.done", flash);
                        case Confirmed.WrongCode wrong -> {
                            model.addAttribute("problem", "confirm.code.wrong");
                            model.addAttribute("left", wrong.left());
                            model.addAttribute("typed", code);
                            yield page(token, scope(scope), locale, place, model);
                        }
                        case Confirmed.OtherWords other -> {
                            model.addAttribute("newer", true);
                            model.addAttribute("typed", code);
                            yield page(token, scope(scope), locale, place, model);
                        }
                        case Confirmed.Closed closed -> closed(closed.why(), model);
                    };
            case DECLINE -> back(confirmations.decline(token, place), "confirm.declined", flash);
            case AGAIN -> back(confirmations.again(token, place), "confirm.again.done", flash);
            case END -> back(confirmations.end(token, place), "confirm.end.done", flash);
        };
    }

    private static String back(boolean done, String said, RedirectAttributes flash) {
        if (done) {
            flash.addFlashAttribute("done", said);
        } else {
            flash.addFlashAttribute("refused", "confirm.nothing");
        }
        return "redirect:/confirm/{token}";
    }

    private static Scope scope(String text) {
        return text.equalsIgnoreCase(Scope.SEE.name()) ? Scope.SEE : Scope.APPLY;
    }

    private Place place(HttpServletRequest request, @Nullable Actor actor) {
        String browser = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        return new Place(request.getRemoteAddr(), browser, known.marks(request), actor);
    }
}
