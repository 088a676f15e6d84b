package org.assisterportal.account;

import java.util.List;
import java.util.Optional;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.HelpNow;
import org.assisterportal.consumer.Profile;
import org.assisterportal.document.Documents;
import org.assisterportal.enrollment.PlanProposals;
import org.assisterportal.identity.Accounts;
import org.assisterportal.pages.YearCards;
import org.assisterportal.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The consumer's first page: who helps, what was done, and what is still missing. */
@Controller
class AccountHomeController {
    private static final int LATEST = 3;

    private final Authorizations authorizations;
    private final Consumers consumers;
    private final Diary diary;
    private final DiaryWords words;
    private final Accounts accounts;
    private final YearCards years;
    private final Documents documents;
    private final PlanProposals proposals;
    private final SaidInApplication said;

    AccountHomeController(
            Authorizations authorizations, Consumers consumers, Diary diary, DiaryWords words, Accounts accounts,
            YearCards years, Documents documents, PlanProposals proposals, SaidInApplication said) {
        this.authorizations = authorizations;
        this.consumers = consumers;
        this.diary = diary;
        this.words = words;
        this.accounts = accounts;
        this.years = years;
        this.documents = documents;
        this.proposals = proposals;
        this.said = said;
    }

    @GetMapping("/account")
    String home(@AuthenticationPrincipal Actor consumer, Model model) {
        Optional<HelpNow> help = authorizations.now(consumer);
        model.addAttribute("help", help.orElse(null));
        model.addAttribute("leftOvers", consumers.leftOvers(consumer));
        model.addAttribute("rows", words.rows(diary.newest(consumer, LATEST)));
        Hand hand = new Hand.Own(consumer);
        years.show(hand, model);
        model.addAttribute("proposed", proposals.waiting(hand).orElse(null));
        model.addAttribute("proofs", documents.standing(ConsumerId.of(consumer)));
        Profile profile = consumers.own(consumer);
        model.addAttribute("name", profile.name());
        List<String> taken = SaidInApplication.names(said.of(consumer, profile));
        model.addAttribute("taken", taken);
        model.addAttribute("missing", profile.missing().stream().filter(field -> !taken.contains(field)).toList());
        model.addAttribute("factor", accounts.view(consumer.accountId()).factor());
        return "account/home";
    }
}
