package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import org.assisterportal.enrollment.PlanProposal;
import org.junit.jupiter.api.Test;

/** Ana makes a proposal for Maria: up to three plans, each with a reason, and sends it. */
class ProposePagesTests extends ProposalScene {
    @Test
    void onlyAnAssisterIsOfferedToProposeAndIsAskedWhy() {
        assertThat(list(ana.actor())).contains("Propose this plan", "Choose");
        assertThat(list(maria)).doesNotContain("Propose this plan").contains("Choose");
        for (String page : List.of("plans/compare", "plans/plan")) {
            String[] asked = {"party", "0", "people", "self", "plan", offered.getFirst(), "compare", offered.getFirst()};
            assertThat(body(send(ana.actor(), at(page), asked))).as(page).contains("Propose this plan");
            assertThat(body(send(maria, at(page), asked))).as(page).doesNotContain("Propose this plan");
        }
        assertThat(body(send(ana.actor(), at("plans/propose"), "plan", offered.getFirst(), "people", "self")))
                .contains("Why do you propose this plan to Maria Lopez?", "Write nothing private and no health details", "maxlength=\"500\"")
                .doesNotContain("There is a problem", "??");
        assertThat(look(maria, at("plans/propose"))).hasStatus(403);
    }

    @Test
    void aReasonIsWrittenInUpTo500Characters() {
        String plan = offered.getFirst();
        assertThat(body(propose(plan, "  \r\n ", 0))).contains("There is a problem", "Write why you propose this plan");
        assertThat(body(propose(plan, "x".repeat(501), 0))).contains("Write 500 characters at most", "x".repeat(501));
        assertThat(draft()).isZero();
        assertThat(propose(plan, "x".repeat(498) + "\r\ny", 0)).as("a new line is one").hasRedirectedUrl(at("plans/propose"));
        assertThat(body(look(ana.actor(), at("plans/propose")))).contains("1 of 3 plans", "x".repeat(498));
        assertThat(propose(plan, "<b>Cheaper</b>", 1)).hasRedirectedUrl(at("plans/propose"));
        assertThat(body(look(ana.actor(), at("plans/propose")))).contains("1 of 3 plans", "&lt;b&gt;Cheaper").doesNotContain("xxxx", "<b>Cheaper");
        assertThat(body(send(ana.actor(), at("plans/propose"), "plan", plan, "people", "self"))).contains("&lt;b&gt;Cheaper", "Keep the reason");
    }

    @Test
    void threePlansAreProposedAndTheFourthIsRefused() {
        propose(offered.get(0), offered.get(1), offered.get(2));
        assertThat(send(ana.actor(), at("plans/propose"), "plan", offered.get(3), "people", "self"))
                .hasRedirectedUrl(at("plans/propose")).flash().containsEntry("refused", "enrollment.proposal.full");
        assertThat(body(propose(offered.get(3), REASON, draft()))).contains("Three plans are in the proposal already", REASON);
        assertThat(propose(offered.get(2), "Another reason", draft())).as("one of the three").hasRedirectedUrl(at("plans/propose"));
        assertThat(send(ana.actor(), at("plans/propose/remove"), "plan", offered.get(0), "draft", String.valueOf(draft()))).hasRedirectedUrl(at("plans/propose"));
        propose(offered.get(3));
        assertThat(proposed().lines()).extracting(PlanProposal.Line::plan).containsExactlyInAnyOrder(offered.get(1), offered.get(2), offered.get(3));
    }

    @Test
    void whatChangedMeanwhileIsNotOverwrittenAndWhatWasTypedStays() {
        propose(offered.get(0));
        assertThat(body(propose(offered.get(1), "Typed in another window", 0))).contains("changed meanwhile", "Typed in another window", "name=\"draft\" value=\"1\"");
        assertThat(send(ana.actor(), at("plans/propose/remove"), "plan", offered.get(0), "draft", "0")).flash().containsEntry("refused", "propose.stale");
        assertThat(send(ana.actor(), at("plans/propose/send"), "draft", "0")).flash().containsEntry("refused", "propose.stale");
        assertThat(all()).isEmpty();
        assertThat(body(look(ana.actor(), at("plans/propose")))).contains("1 of 3 plans");
    }

    @Test
    void sentOnceItIsInTheConsumersMailWithoutPlansAndInTheDiary() {
        propose(offered.get(0), offered.get(1));
        assertThat(all()).as("nothing before it is sent").isEmpty();
        assertThat(proposal(maria)).contains("Nobody has proposed plans").doesNotContain(REASON);
        int draft = draft();
        for (int i = 0; i < 2; i++) {
            assertThat(send(ana.actor(), at("plans/propose/send"), "draft", String.valueOf(draft))).as("pressed twice").hasRedirectedUrl(at("plans/proposal"));
        }
        assertThat(all()).hasSize(1);
        assertThat(send()).flash().containsEntry("refused", "enrollment.proposal.empty");
        String mail = household.newestMail(email, "/plans/proposal");
        assertThat(mail).contains("/coverage/" + id + "/plans/proposal", "The choice is yours").doesNotContain("Lopez\n\n", REASON, offered.get(0), all().getFirst().lines().getFirst().name());
        assertThat(body(look(maria, "/account/diary"))).contains("Proposed plans to you (2)");
        assertThat(body(look(maria, "/account"))).contains("Ana Torres proposed plans to you", at("plans/proposal"));
        assertThat(body(look(maria, at("plans")))).contains("proposed 2 plans to you");
        assertThat(body(look(ana.actor(), at("plans")))).contains("Not answered yet");
    }

    @Test
    void inSpanishToo() {
        handiwork.change(maria, Map.of("language", "es"));
        proposed(offered.get(0));
        assertThat(household.newestMail(email, "/plans/proposal")).contains("La elección es suya").doesNotContain("proposed");
        String page =
                body(pages.get().uri(at("plans/proposal")).cookie(new Cookie("lang", "es")).session(hers).with(authentication(in(maria))).exchange());
        assertThat(page).contains("Planes que le proponen", "Elegir este plan").doesNotContain("[English]", "??");
    }
}
