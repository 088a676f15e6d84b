package org.assisterportal.learningcenter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.WayBack;
import org.assisterportal.learning.LearningSignIn;
import org.assisterportal.learning.LearningSignIn.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Unique Key, then code. The key goes by POST and a hidden field, never in an address. */
@Controller
@RequestMapping("/learn/sign-in")
class KeySignInController {
    private final LearningSignIn signIn;
    private final SessionStart sessions;
    private final BrowserCookie browser;
    private final WayBack back;

    KeySignInController(LearningSignIn signIn, SessionStart sessions, BrowserCookie browser, WayBack back) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.browser = browser;
        this.back = back;
    }

    /** How long the code works that the page speaks of. */
    @ModelAttribute("codeMinutes")
    int codeMinutes() {
        return signIn.codeMinutes();
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", KeyForm.EMPTY);
        return "learningcenter/sign-in";
    }

    /** Shows the code page at once instead of redirecting: the key would have to stand in an address. */
    @PostMapping
    String ask(
            @Valid @ModelAttribute("form") KeyForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (errors.hasErrors()) {
            return "learningcenter/sign-in";
        }
        signIn.request(form.trainingId(), browser.give(request, response), request.getRemoteAddr());
        model.addAttribute("code", new CodeForm(form.trainingId(), ""));
        return "learningcenter/code";
    }

    @GetMapping("/code")
    String lost() {
        return "redirect:/learn/sign-in";
    }

    @PostMapping("/code")
    String redeem(
            @Valid @ModelAttribute("code") CodeForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            return "learningcenter/code";
        }
        String browserId = browser.read(request).orElse("");
        return switch (signIn.redeem(form.key(), browserId, form.code(), request.getRemoteAddr())) {
            case Outcome.Welcome welcome -> {
                sessions.start(request, response, welcome.learner(), welcome.agency(), SessionStart.LEARNER);
                yield "redirect:" + back.next(request, response, "/learn");
            }
            case Outcome.Refused _ -> {
                errors.rejectValue("code", "learn.code.refused");
                yield "learningcenter/code";
            }
        };
    }
}
