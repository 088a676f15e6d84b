package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.OtherYears;
import org.assisterportal.enrollment.domain.RenewalHand;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Next year's plans: a consumer on a phone keeps hers and changes her mind, an assister at a desk compares and takes another. */
class RenewalJourneyTests extends Enrolling {
    @Autowired private RenewalHand job;
    @Autowired private Applications applications;
    @Autowired private OtherYears years;

    @Test
    void aConsumerIsToldAppliesAnewKeepsHerPlanByKeyboardAndThenTakesAnother() {
        job.work();
        postman.deliverAll();
        assertThat(mailed(email, "(plans and prices change for " + NEXT + ")")).isNotEmpty();
        sit(PHONE);
        signIn(maria);
        open("/coverage/" + id + "/policies");
        follow("See what they cost in " + NEXT);
        assertThat(title()).isEqualTo("Plans in " + NEXT);
        assertThat(text()).contains("This year", "$400.00 a month", "a month less than this year", "If nothing is done until Dec 15");
        fits();
        press("Apply for " + NEXT + " with these answers");
        for (String ofItsYear : List.of("Taxes", "Income of the year")) {
            open("/coverage");
            follow(ofItsYear + ": Maria Lopez");
            assertThat(text()).contains("This was answered for " + (NEXT - 1));
            fits();
            press("Save and continue");
        }
        open("/coverage");
        follow("Read everything over and sign");
        follow("All is right: go on to sign");
        sign("Maria Lopez");
        open("/coverage/" + id + "/renewal");
        assertThat(text()).contains("They are put into the choices.");
        enter("Keep these plans");
        assertThat(text()).contains("These plans are in the choices.", "Northwoods Health Bronze Saver");
        fits();
        enter("Review and sign");
        assertThat(text()).contains("Coverage begins on Jan 1, " + NEXT).doesNotContain("ends for Maria Lopez");
        fits();
        tabTo("I have read this and agree to it");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("Maria Lopez");
        enter("Sign and enroll");
        assertThat(text()).contains("Signed. The carrier is told today", "Begins on Jan 1, " + NEXT, "Covered from Mar 1, " + (NEXT - 1));
        fits();
        open("/coverage/" + id + "/renewal");
        assertThat(text()).contains("Everybody who has a plan now has one for " + NEXT);
        fits();
        changesHerMind();
        postman.deliverAll();
        assertThat(mailed(email, "(a choice of health or dental plans was signed)")).isNotEmpty();
    }

    /** While open enrollment lasts, another plan comes in the place of the one that hasn't begun. */
    private void changesHerMind() {
        open("/coverage/" + applications.newest(new Hand.Own(maria)).orElseThrow().id() + "/plans");
        press("See health plans");
        Locator other = page.locator(".ap-offer:not(:has(button[value='" + PLAN.value() + "']))").first();
        String name = other.locator("h2").innerText();
        chooses(other);
        follow("Review and sign");
        assertThat(text()).contains("Northwoods Health Bronze Saver for Maria Lopez is cancelled before it begins.", name);
        fits();
        signs("Maria Lopez");
        Map<String, String> states = Map.of(name, "Begins on Jan 1, " + NEXT, "Northwoods Health Bronze Saver", "Cancelled from its first day");
        states.forEach(
                (plan, state) ->
                        assertThat(page.locator(".ap-policies li", new Page.LocatorOptions().setHasText(plan)).allInnerTexts()).as(plan).anyMatch(one -> one.contains(state)));
    }

    @Test
    void anAssisterComparesThisYearsPlanWithAnotherAndTakesThatOneTogetherWithTheConsumer() {
        assertThat(years.apply(new Hand.Own(maria), id, NEXT)).isInstanceOf(Changes.Outcome.Done.class);
        handiwork.sign(new Hand.Own(maria), applications.newest(new Hand.Own(maria)).orElseThrow().id());
        sit(DESKTOP);
        anaActsFor("policies");
        follow("See what they cost in " + NEXT);
        assertThat(text()).contains("Keep these plans", "a month less than this year");
        fits();
        follow("See all plans for " + NEXT);
        press("See health plans");
        Locator other = page.locator(".ap-offer:not(:has(button[value='" + PLAN.value() + "']))").first();
        String name = other.locator("h2").innerText();
        other.locator(".usa-checkbox label").click();
        offer(PLAN.value()).locator(".usa-checkbox label").click();
        press("Compare up to four chosen plans");
        assertThat(title()).isEqualTo("2 plans side by side");
        assertThat(text()).contains(name, "Northwoods Health Bronze Saver");
        fits();
        press("Back to all plans");
        chooses(page.locator(".ap-offer", new Page.LocatorOptions().setHasText(name)).first());
        follow("Review and sign");
        page.getByText("Together with me, by phone").click();
        signs(ana.actor().name());
        assertThat(text()).contains(name, "Begins on Jan 1, " + NEXT);
        page = somebodyElse();
        sit(PHONE);
        signIn(maria);
        open("/account/diary");
        assertThat(text()).contains("chose together, by phone", ana.actor().name());
        open("/coverage/" + id + "/renewal");
        assertThat(text()).contains("Everybody who has a plan now has one for " + NEXT, "A plan is chosen already.");
        fits();
        mariaWasTold();
    }
}
