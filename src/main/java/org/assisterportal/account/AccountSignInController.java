package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.KnownBrowsers;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.shared.AccountId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing in to a consumer's account. */
@Controller
@RequestMapping(AccountEntrance.SIGN_IN)
class AccountSignInController {
    private static final String BACK = "redirect:" + AccountEntrance.SIGN_IN;

    private final SignIn signIn;
    private final AccountEntrance entrance;
    private final TermsOfUse acceptances;
    private final ConsumerTerms terms;
    private final KnownBrowsers known;

    AccountSignInController(
            SignIn signIn, AccountEntrance entrance, TermsOfUse acceptances, ConsumerTerms terms, KnownBrowsers known) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.acceptances = acceptances;
        this.terms = terms;
        this.known = known;
    }

    @GetMapping
    String form() {
        return "account/sign-in";
    }

    @PostMapping
    String password(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SignIn.First first =
                signIn.password(
                        AccountKind.CONSUMER, email, password, request.getRemoteAddr(), known.marks(request));
        switch (first) {
            case SignIn.First.Proved proved -> {
                return "redirect:" + entrance.passwordProved(proved.account(), request, response);
            }
            case SignIn.First.Wrong wrong -> model.addAttribute("problem", "account.sign-in.wrong");
            case SignIn.First.Wait wait -> {
                model.addAttribute("problem", "account.wait");
                model.addAttribute("minutes", wait.minutes());
            }
        }
        model.addAttribute("email", email);
        return "account/sign-in";
    }

    @GetMapping("/code")
    String codeForm(HttpServletRequest request) {
        return entrance.atCode(request).isPresent() ? "account/sign-in-code" : BACK;
    }

    @PostMapping("/code")
    String code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        Optional<AccountId> account = entrance.atCode(request);
        if (account.isEmpty()) {
            return BACK;
        }
        switch (signIn.secondFactor(account.get(), code, request.getRemoteAddr())) {
            case SignIn.Second.Proved both -> {
                return "redirect:" + entrance.codeProved(both.name(), request, response);
            }
            case SignIn.Second.NoFactor none -> {
                flash.addFlashAttribute("problem", "account.sign-in.no-factor");
                return BACK;
            }
            case SignIn.Second.Wrong wrong -> model.addAttribute("problem", "account.code.wrong");
            case SignIn.Second.Wait wait -> {
                model.addAttribute("problem", "account.wait");
                model.addAttribute("minutes", wait.minutes());
            }
        }
        return "account/sign-in-code";
    }

    @GetMapping("/terms")
    String terms(Locale locale, HttpServletRequest request, Model model) {
        if (entrance.atTerms(request).isEmpty()) {
            return BACK;
        }
        terms.show(locale, model);
        return "account/sign-in-terms";
    }

    @PostMapping("/terms")
    String accept(
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam(defaultValue = "") String version,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<AccountId> account = entrance.atTerms(request);
        if (account.isEmpty()) {
            return BACK;
        }
        if (!agreed) {
            model.addAttribute("termsProblem", "account.terms.needed");
            return terms(locale, request, model);
        }
        if (!terms.isInForce(version) || !acceptances.accept(account.get(), terms.version())) {
            return BACK + "/terms";
        }
        return "redirect:" + entrance.termsAccepted(request, response);
    }
}
