package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.LinkedAccounts;
import org.assisterportal.identity.Nobody;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A signed-in person's own account, and changing hats inside the session. */
@Controller
class MeController {
    private final Accounts accounts;
    private final SignIn signIn;
    private final SessionStart sessions;
    private final RosterAddress rosterAddress;
    private final FreshFactor factor;
    private final LinkedAccounts links;

    MeController(
            Accounts accounts, SignIn signIn, SessionStart sessions, RosterAddress rosterAddress, FreshFactor factor,
            LinkedAccounts links) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.rosterAddress = rosterAddress;
        this.factor = factor;
        this.links = links;
    }

    /** The first page is the present hat's; a learner's is the Learning Center. Others choose what they came for. */
    @GetMapping("/")
    String first(@Nullable SignedIn me) {
        if (me == null) {
            return "site/front";
        }
        Actor actor = me.getPrincipal();
        return "redirect:" + (actor.hat() == null ? "/learn" : actor.hat().home());
    }

    @GetMapping("/me")
    String me(SignedIn me, Model model) {
        AccountId account = me.getPrincipal().accountId();
        List<HatGrant> hats = signIn.wearable(account);
        model.addAttribute("account", accounts.showOwn(me.getPrincipal()));
        model.addAttribute("worn", hats.stream().filter(hat -> isWorn(hat, me)).findFirst().orElse(null));
        model.addAttribute("others", hats.stream().filter(hat -> !isWorn(hat, me)).map(HatView::of).toList());
        model.addAttribute("rosterAddress", rosterAddress.other(account).orElse(null));
        model.addAttribute("own", Nobody.does(() -> links.of(account)).orElse(null));
        model.addAttribute("since", me.since());
        return "site/me";
    }

    @PostMapping("/me/hat")
    String change(
            @RequestParam(defaultValue = "") String hat,
            @RequestParam(defaultValue = "") String code,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AccountId account = me.getPrincipal().accountId();
        Optional<HatGrant> wanted =
                signIn.wearable(account).stream().filter(grant -> Entrance.value(grant).equals(hat)).findFirst();
        if (wanted.isEmpty()) {
            model.addAttribute("refused", "me.hat.gone");
            return me(me, model);
        }
        HatGrant grant = wanted.get();
        Object[] facts = {new DefaultMessageSourceResolvable("hat." + grant.hat()), grant.organization()};
        var why = new DefaultMessageSourceResolvable(new String[] {"me.hat.code.lead"}, facts);
        Optional<String> asked = factor.page(me, code, "/me/hat", why, Map.of("hat", hat), request, model);
        if (asked.isPresent()) {
            return asked.get();
        }
        sessions.change(request, response, me, grant, !factor.holds(me));
        return "redirect:" + grant.hat().home();
    }

    private static boolean isWorn(HatGrant hat, SignedIn me) {
        Actor actor = me.getPrincipal();
        return hat.hat() == actor.hat() && hat.subject().equals(actor.subject());
    }
}
