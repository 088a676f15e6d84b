package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assisterportal.TestTime;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.PlanProposal;
import org.assisterportal.plan.PlanId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/** Maria sees what Ana proposed, and picks, or doesn't. */
class ProposalPagesTests extends ProposalScene {
    @Test
    void theConsumerSeesThePricesOfTodayInTheOrderOfTheListAndPicksOne() {
        PlanProposal one = proposed(offered.get(2), offered.get(0), offered.get(1));
        String page = proposal(maria);
        assertThat(page).contains("Ana Torres of", "proposed these plans to you", "any other plan, or none", "a month", "Choose this plan", REASON).doesNotContain("??");
        assertThat(plansOf(page)).as("not the helper's order").containsExactly(offered.get(0), offered.get(1), offered.get(2));
        assertThat(pick(one, offered.get(1))).hasRedirectedUrl(at("plans"));
        assertThat(pick(one, offered.get(1))).as("pressed twice").hasRedirectedUrl(at("plans"));
        assertThat(chosen()).containsExactly(offered.get(1));
        assertThat(pick(one, offered.get(0))).hasRedirectedUrl(at("plans/proposal")).flash().containsEntry("refused", "enrollment.proposal.answered");
        assertThat(decline(one, "")).bodyText().contains("This proposal was answered already");
        assertThat(chosen()).containsExactly(offered.get(1));
        assertThat(proposal(ana.actor())).contains("The consumer picked").doesNotContain("Choose this plan", "None of these");
        assertThat(body(look(maria, "/account"))).doesNotContain("proposed plans to you").contains("You picked a plan from those that were proposed");
        assertThat(body(look(ana.actor(), "/portal/consumers/" + maria.subject() + "/diary"))).contains("Picked a plan from those that were proposed");
    }

    @Test
    void aProposedPlanIsPickedAlsoOnTheListButByTheConsumerOnly() {
        proposed(offered.get(0), offered.get(1));
        choose(ana.actor(), offered.get(0));
        choose(maria, offered.get(2));
        assertThat(all().getFirst().isOpen()).as("by another's hand, and another plan").isTrue();
        choose(maria, offered.get(1));
        assertThat(all().getFirst().picked().map(PlanProposal.Line::plan)).contains(offered.get(1));
        assertThat(proposal(maria)).contains("✓", "You picked").doesNotContain("Choose this plan");
    }

    @Test
    void whereTheBasketChangedMeanwhileNothingIsPicked() {
        PlanProposal one = proposed(offered.get(0));
        String read = basket();
        choose(ana.actor(), offered.get(1));
        assertThat(send(maria, at("plans/proposal/pick"), "proposal", one.id().toString(), "plan", offered.get(0), "version", read))
                .hasRedirectedUrl(at("plans/proposal")).flash().containsEntry("refused", "enroll.stale");
        assertThat(all().getFirst().isOpen()).isTrue();
        assertThat(chosen()).containsExactly(offered.get(1));
    }

    @Test
    void noneOfTheseIsAnAnswerWithASentenceWhereOneIsWished() {
        PlanProposal one = proposed(offered.get(0));
        assertThat(body(decline(one, "x".repeat(501)))).contains("Write 500 characters at most", "x".repeat(501));
        assertThat(all().getFirst().isOpen()).isTrue();
        assertThat(decline(one, "Too dear for us")).hasRedirectedUrl(at("plans/proposal"));
        assertThat(decline(one, "Again")).as("pressed twice").hasRedirectedUrl(at("plans/proposal"));
        assertThat(proposal(ana.actor())).contains("The consumer wanted none of them", "Too dear for us").doesNotContain("Again");
        assertThat(pick(one, offered.get(0))).flash().containsEntry("refused", "enrollment.proposal.answered");
        assertThat(chosen()).isEmpty();
        assertThat(body(look(maria, "/account"))).doesNotContain("proposed plans to you");
    }

    @Test
    void aNewerProposalComesInPlaceOfTheOneThatWaits() {
        PlanProposal first = proposed(offered.get(0));
        propose(offered.get(1));
        assertThat(body(look(ana.actor(), at("plans/propose")))).contains("This one takes its place");
        PlanProposal second = proposed();
        assertThat(all()).extracting(PlanProposal::isOpen).containsExactly(true, false);
        assertThat(pick(first, offered.get(0))).flash().containsEntry("refused", "enrollment.proposal.replaced");
        assertThat(body(decline(first, "I wanted another carrier"))).contains("A newer proposal came meanwhile", "I wanted another carrier", second.id().toString());
        assertThat(chosen()).isEmpty();
        assertThat(proposal(maria)).contains("Earlier proposals", "A newer proposal took its place");
        assertThat(pick(second, offered.get(1))).hasRedirectedUrl(at("plans"));
    }

    @Test
    void nobodyButTheConsumerAnswers() {
        PlanProposal one = proposed(offered.get(0));
        assertThat(send(ana.actor(), at("plans/proposal/pick"), "proposal", one.id().toString(), "plan", offered.get(0), "version", basket())).hasStatus(403);
        assertThat(send(ana.actor(), at("plans/proposal/decline"), "proposal", one.id().toString())).hasStatus(403);
        Actor tom = household.consumer("Tom", "Olson");
        assertThat(look(tom, new MockHttpSession(), at("plans/proposal"))).hasStatus(404);
        assertThat(send(tom, new MockHttpSession(), at("plans/proposal/pick"), "proposal", one.id().toString(), "plan", offered.get(0), "version", "0")).hasStatus(404);
        ApplicationId his = handiwork.signed(tom);
        assertThat(send(tom, new MockHttpSession(), "/coverage/" + his + "/plans/proposal/decline", "proposal", one.id().toString())).as("in his own application").hasStatus(404);
        assertThat(all().getFirst().isOpen()).isTrue();
    }

    @Test
    void theDatabaseLetsAnAssisterEndNothingButByANewerProposal() {
        PlanProposal one = proposed(offered.get(0));
        for (String kind : List.of("PICKED", "DECLINED")) {
            String plan = kind.equals("PICKED") ? offered.get(0) : null;
            assertThatThrownBy(() -> household.as(ana.actor(), () -> household.inTransaction(() -> end(one, kind, plan))))
                    .as(kind)
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
        assertThat(all().getFirst().isOpen()).isTrue();
    }

    private int end(PlanProposal one, String kind, @Nullable String plan) {
        return jdbc.sql("INSERT INTO enrollment.proposal_end (proposal, consumer, kind, plan, ended_at) VALUES (:one, :consumer, :kind, :plan, now())")
                .param("one", one.id())
                .param("consumer", maria.subject())
                .param("kind", kind)
                .param("plan", plan)
                .update();
    }

    @Test
    void anEndedAuthorizationShowsAndSendsNothingAndTheConsumerStillHasIt() {
        PlanProposal one = proposed(offered.get(0));
        propose(offered.get(1));
        int draft = draft();
        household.end(maria);
        assertThat(body(send(ana.actor(), at("plans/propose/send"), "draft", String.valueOf(draft)))).contains("has ended").doesNotContain("Maria", REASON);
        assertThat(look(ana.actor(), at("plans/proposal"))).hasStatus(404);
        assertThat(all()).hasSize(1);
        assertThat(proposal(maria)).contains(REASON);
        assertThat(pick(one, offered.get(0))).hasRedirectedUrl(at("plans"));
        Household.Assister ben = household.assister(ana.office());
        household.authorize(maria, ben, Scope.APPLY);
        MockHttpSession bens = new MockHttpSession();
        send(ben.actor(), bens, "/portal/act", "consumer", String.valueOf(maria.subject()));
        assertThat(body(look(ben.actor(), bens, at("plans/propose")))).as("another's draft").contains("Nothing is proposed yet").doesNotContain(REASON);
        assertThat(body(look(ben.actor(), bens, at("plans/proposal")))).contains("The consumer picked");
    }

    @Test
    void whoMayOnlyLookProposesNothing() {
        household.end(maria);
        household.authorize(maria, ana, Scope.SEE);
        MockHttpSession sees = new MockHttpSession();
        send(ana.actor(), sees, "/portal/act", "consumer", String.valueOf(maria.subject()));
        assertThat(body(send(ana.actor(), sees, at("plans/list"), "party", "0", "people", "self", "kind", "medical"))).doesNotContain("Propose this plan");
        assertThat(body(send(ana.actor(), sees, at("plans/propose"), "plan", offered.get(0), "people", "self", "reason", REASON, "draft", "0")))
                .contains("You may look at the information of Maria Lopez, not change it");
        assertThat(draft()).isZero();
    }

    @Test
    void aPlanThatIsNotSoldAnyMoreIsSaidSoAndIsNeitherSentNorPicked() {
        PlanProposal one = proposed(offered.get(0), offered.get(1));
        propose(offered.get(0), offered.get(1));
        withdrawn(offered.get(1), true);
        try {
            assertThat(proposal(maria)).contains("This plan is not sold to these people any more");
            assertThat(plansOf(proposal(maria))).containsExactly(offered.get(0));
            assertThat(pick(one, offered.get(1))).flash().containsKey("refused");
            assertThat(chosen()).isEmpty();
            assertThat(send()).flash().containsEntry("refused", "enrollment.proposal.not-sold");
            assertThat(send(ana.actor(), at("plans/propose/remove"), "plan", offered.get(1), "draft", String.valueOf(draft()))).hasRedirectedUrl(at("plans/propose"));
            assertThat(send()).hasRedirectedUrl(at("plans/proposal"));
        } finally {
            withdrawn(offered.get(1), false);
        }
    }

    private void withdrawn(String plan, boolean gone) {
        LocalDate today = Minnesota.today(clock);
        if (gone) {
            catalogs.withdraw(today.getYear(), new PlanId(plan), today, "A test", Actor.SYSTEM);
        } else {
            catalogs.restore(today.getYear(), new PlanId(plan), Actor.SYSTEM);
        }
    }

    @Test
    void wherePlansCannotBeChosenTodayThePagesSayWhatIsSo() {
        begin(household.consumer("Maria", "Lopez"));
        id = handiwork.signed(maria);
        // The last day on which one may choose because of it is today.
        happened("MOVED", Minnesota.today(clock).minusDays(60));
        PlanProposal one = proposed(offered.get(0));
        propose(offered.get(1));
        clock().travel(Duration.ofDays(1));
        try {
            act();
            nothingCanBeChosenNow(one);
        } finally {
            clock().travel(Duration.ofDays(-1));
        }
    }

    private TestTime.MovableClock clock() {
        return (TestTime.MovableClock) clock;
    }

    private void nothingCanBeChosenNow(PlanProposal one) {
        assertThat(proposal(maria)).contains("Open enrollment for " + thisYear() + " is over", REASON, "Tell us what happened").doesNotContain("Choose this plan");
        assertThat(pick(one, offered.get(0))).flash().containsEntry("refused", "enrollment.proposal.not-today");
        assertThat(body(look(ana.actor(), at("plans/propose")))).contains("nothing can be proposed").doesNotContain("Send to Maria");
        assertThat(send()).flash().containsEntry("refused", "enrollment.proposal.closed");
        assertThat(body(propose(offered.get(2), REASON, draft()))).contains("nothing can be proposed", REASON);
    }

    @Test
    void whereAnotherVersionCountsThePageLeadsToIt() {
        PlanProposal one = proposed(offered.get(0));
        ApplicationId former = id;
        send(maria, at("change"), "kind", "OTHER");
        id = handiwork.application(maria);
        sign();
        assertThat(enrollments.desk(new Hand.Own(maria), id)).as("the newer one counts").isPresent();
        String page = body(look(maria, "/coverage/" + former + "/plans/proposal"));
        assertThat(page).contains("another version counts now", "/coverage/" + id + "/plans", REASON).doesNotContain("Choose this plan", "None of these", "??");
        assertThat(body(look(maria, "/account"))).doesNotContain("proposed plans to you");
        id = former;
        assertThat(send(maria, at("plans/proposal/pick"), "proposal", one.id().toString(), "plan", offered.get(0), "version", "0"))
                .flash().containsEntry("refused", Enrollments.NOT_IN_FORCE);
    }
}
