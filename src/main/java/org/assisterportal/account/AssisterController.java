package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Authorizations.Found;
import org.assisterportal.consumer.HelpNow;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.UuidText;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Manage Assister: who helps now, who did before, the number of another one, and the end. */
@Controller
@RequestMapping("/account/assister")
class AssisterController {
    private static final String PAGE = "redirect:/account/assister";
    private static final int ROWS = 10;

    private final Authorizations authorizations;
    private final FoundByNumber found;

    AssisterController(Authorizations authorizations, FoundByNumber found) {
        this.authorizations = authorizations;
        this.found = found;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor actor, Model model) {
        List<AuthorizationView> all = authorizations.history(actor);
        int number = Math.clamp(page, 1, Math.max(1, (all.size() + ROWS - 1) / ROWS));
        int from = (number - 1) * ROWS;
        List<AuthorizationView> rows = all.subList(from, Math.min(from + ROWS, all.size()));
        model.addAttribute("help", authorizations.now(actor).orElse(null));
        model.addAttribute("history", new PageOf<>(rows, number, ROWS, all.size()));
        if (model.containsAttribute("ended") && !all.isEmpty()) {
            AuthorizationView last = all.getFirst();
            model.addAttribute("last", last);
            model.addAttribute("again", authorizations.offer(actor, last.assister(), false).isPresent());
        }
        return "account/assister";
    }

    @PostMapping("/find")
    String find(
            @RequestParam(defaultValue = "") String number,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        return switch (authorizations.find(actor, number, request.getRemoteAddr())) {
            case Found.Card one -> {
                found.remember(one.card().person(), request);
                yield PAGE + "/" + one.card().person();
            }
            case Found.Typo typo -> refused(number.isBlank() ? "manage.find.empty" : "manage.find.typo", 0, number, actor, model);
            case Found.Nobody nobody -> refused("manage.find.nobody", 0, number, actor, model);
            case Found.Wait wait -> refused("manage.find.wait", wait.minutes(), number, actor, model);
        };
    }

    private String refused(String problem, int minutes, String number, Actor actor, Model model) {
        model.addAttribute("problem", problem);
        model.addAttribute("minutes", minutes);
        model.addAttribute("number", number);
        return show(1, actor, model);
    }

    @GetMapping("/end")
    String confirm(@AuthenticationPrincipal Actor actor, RedirectAttributes flash, Model model) {
        Optional<HelpNow> help = authorizations.now(actor);
        if (help.isEmpty()) {
            flash.addFlashAttribute("refused", "manage.end.nobody");
            return PAGE;
        }
        model.addAttribute("help", help.get());
        return "account/assister-end";
    }

    @PostMapping("/end")
    String end(
            @RequestParam(defaultValue = "") String authorization,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        if (authorizations.end(actor, UuidText.parse(authorization))) {
            flash.addFlashAttribute("ended", true);
        } else {
            flash.addFlashAttribute("refused", "manage.end.already");
        }
        return PAGE;
    }
}
