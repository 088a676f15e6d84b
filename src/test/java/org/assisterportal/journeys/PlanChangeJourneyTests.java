package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.assisterportal.application.Hand;
import org.assisterportal.document.domain.Paperwork;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.domain.EventScene;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In the middle of a year: another plan in the place of the present one, and a child who comes into it. */
class PlanChangeJourneyTests extends Enrolling {
    @Autowired private Policies policies;
    @Autowired private Paperwork paperwork;
    @Autowired private EventScene carriers;

    private Enrolled policy() {
        return policies.open(new Hand.Own(maria).consumer()).getFirst();
    }

    @Test
    void anAssisterChangesThePlanUnderAnEventAndTheConsumerReadsWhatEndsAndBegins() {
        sit(DESKTOP);
        anaActsFor("plans");
        assertThat(text()).contains("Open enrollment for " + (NEXT - 1) + " is over");
        page.locator("main a[href$='/plans/event']").click();
        page.waitForLoadState();
        reportAnotherCredit();
        press("See health plans");
        Locator other = page.locator(".ap-offer:not(:has(button[value='" + PLAN.value() + "']))").first();
        String name = other.locator("h2").innerText();
        chooses(other);
        follow("Review and sign");
        assertThat(text()).contains("A made-up plan ends for Maria Lopez on Nov 30, " + (NEXT - 1), "Coverage begins on Dec 1, " + (NEXT - 1));
        fits();
        page.getByText("Together with me, in person").click();
        signs(ana.actor().name());
        assertThat(text()).contains("Signed. The carrier is told today");
        page = somebodyElse();
        sit(PHONE);
        signIn(maria);
        open("/account/diary");
        assertThat(text()).contains("chose together, in person", ana.actor().name());
        open("/coverage/" + id + "/policies");
        assertThat(page.locator(".ap-policies li").allInnerTexts())
                .anyMatch(one -> one.contains(name) && one.contains("Begins on Dec 1, " + (NEXT - 1)))
                .anyMatch(one -> one.contains("A made-up plan") && one.contains("Ends on Nov 30, " + (NEXT - 1)));
        fits();
        mariaWasTold();
    }

    @Test
    void aNewbornComesIntoTheMothersPlanOnTheDayOfBirth() {
        LocalDate today = Minnesota.today(clock);
        id = handiwork.withAChild(maria, "Rosa", today);
        sit(PHONE);
        signIn(maria);
        open("/coverage/" + id + "/plans");
        follow("Tell us what happened");
        page.getByText("A child was born", new Page.GetByTextOptions().setExact(true)).click();
        fill("On which day?", typed(today));
        press("Go on");
        assertThat(alert()).contains("Choose the child who was born on that day");
        page.locator("label", new Page.LocatorOptions().setHasText("Rosa Lopez")).click();
        press("Go on");
        assertThat(text()).contains("Maria Lopez", "Rosa Lopez");
        press("See health plans");
        assertThat(text()).contains("For Maria Lopez and Rosa Lopez");
        fits();
        while (offer(PLAN.value()).count() == 0) {
            press("Next page");
        }
        chooses(offer(PLAN.value()));
        follow("Review and sign");
        assertThat(text()).contains("For Maria Lopez and Rosa Lopez").doesNotContain(" ends for Maria Lopez", "is cancelled before it begins");
        fits();
        signs("Maria Lopez");
        assertThat(text()).contains("Signed. It does not count yet");
        page.locator(".ap-policies .ap-card__title a").first().click();
        page.waitForLoadState();
        accessible();
        fits();
        assertThat(policy().people()).as("one policy still, the child not yet in it").extracting(Enrolled.Covered::name).containsExactly("Maria Lopez");
        paperwork.prove(maria);
        page.reload();
        assertThat(text()).contains("Rosa Lopez", "Covered from Nov 20, " + (NEXT - 1) + " to Dec 31, " + (NEXT - 1), "Covered from Mar 1, " + (NEXT - 1));
        fits();
        assertThat(policies.open(new Hand.Own(maria).consumer())).hasSize(1);
        assertThat(carriers.told(policy().number())).as("the carrier is told of who came").containsExactly("CHANGED");
    }
}
