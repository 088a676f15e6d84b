package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assisterportal.identity.ConsumerAccounts;
import org.assisterportal.identity.ConsumerAccounts.Opened;
import org.assisterportal.identity.ConsumerAccounts.SignUpLink;
import org.assisterportal.identity.KnownBrowsers;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opening an account: an address first, everything else with the link that was mailed there. A look uses nothing up. */
@Controller
@RequestMapping("/account/new")
class SignUpController {
    private final ConsumerAccounts accounts;
    private final RosterAddresses rosters;
    private final ConsumerTerms terms;
    private final AccountEntrance entrance;
    private final KnownBrowsers known;
    private final PolicyValues policy;

    SignUpController(
            ConsumerAccounts accounts, RosterAddresses rosters, ConsumerTerms terms, AccountEntrance entrance,
            KnownBrowsers known, PolicyValues policy) {
        this.accounts = accounts;
        this.rosters = rosters;
        this.terms = terms;
        this.entrance = entrance;
        this.known = known;
        this.policy = policy;
    }

    /** A field and the key of what is wrong with it. */
    record Problem(String field, String key) {}

    @GetMapping
    String ask() {
        return "account/new";
    }

    @PostMapping
    String asked(@RequestParam(defaultValue = "") String email, HttpServletRequest request, Model model) {
        if (!EmailAddress.isValid(email.strip())) {
            model.addAttribute("problem", "account.new.email.wrong");
            model.addAttribute("email", email);
            return "account/new";
        }
        accounts.signUp(new EmailAddress(email.strip()), null, request.getRemoteAddr(), known.marks(request));
        model.addAttribute("hours", policy.inForce("account.sign-up-hours").number());
        model.addAttribute("asked", true);
        return "account/new";
    }

    @GetMapping("/{token}")
    String open(@PathVariable String token, Locale locale, Model model) {
        return page(token, accounts.look(token), locale, model);
    }

    private String page(String token, SignUpLink link, Locale locale, Model model) {
        if (!(link instanceof SignUpLink.Usable usable)) {
            model.addAttribute("state", link.getClass().getSimpleName());
            return "account/new-ended";
        }
        if (rosters.include(usable.email())) {
            model.addAttribute("state", "Roster");
            return "account/new-ended";
        }
        model.addAttribute("token", token);
        model.addAttribute("email", usable.email().value());
        terms.show(locale, model);
        return "account/new-account";
    }

    /** What the form holds. */
    record Entries(String firstName, String lastName, String password, @Nullable Boolean agreed, String version) {
        Entries {
            firstName = firstName == null ? "" : firstName.strip();
            lastName = lastName == null ? "" : lastName.strip();
            password = password == null ? "" : password;
            version = version == null ? "" : version;
        }

        public boolean hasAgreed() {
            return Boolean.TRUE.equals(agreed);
        }
    }

    @PostMapping("/{token}")
    String create(
            @PathVariable String token,
            @ModelAttribute("entries") Entries entries,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SignUpLink link = accounts.look(token);
        if (!(link instanceof SignUpLink.Usable usable) || rosters.include(usable.email())) {
            return page(token, link, locale, model);
        }
        List<Problem> problems = problems(entries);
        model.addAttribute("problems", problems);
        if (!problems.isEmpty()) {
            return page(token, link, locale, model);
        }
        // Who is signed in here has no part in it, and the database's role of their hat no right to it.
        SecurityContextHolder.clearContext();
        PersonName name = new PersonName(entries.firstName(), entries.lastName());
        return switch (accounts.complete(token, name, entries.password(), terms.version())) {
            case Opened.Done done -> "redirect:" + entrance.open(done, request, response);
            case Opened.Refused refused -> {
                problems.add(new Problem("password", refused.reason()));
                yield page(token, link, locale, model);
            }
            case Opened.NewerTerms newer -> {
                problems.add(new Problem("agreed", "account.terms.newer"));
                yield page(token, link, locale, model);
            }
            case Opened.Gone gone -> page(token, gone.link(), locale, model);
        };
    }

    private List<Problem> problems(Entries entries) {
        List<Problem> problems = new ArrayList<>();
        name("firstName", entries.firstName(), "account.name.first.wrong", problems);
        name("lastName", entries.lastName(), "account.name.last.wrong", problems);
        if (entries.password().isEmpty()) {
            problems.add(new Problem("password", "identity.password.short"));
        }
        if (!entries.hasAgreed()) {
            problems.add(new Problem("agreed", "account.terms.needed"));
        } else if (!terms.isInForce(entries.version())) {
            problems.add(new Problem("agreed", "account.terms.newer"));
        }
        return problems;
    }

    private static void name(String field, String typed, String key, List<Problem> problems) {
        if (!PersonName.isName(typed)) {
            problems.add(new Problem(field, key));
        }
    }
}
