package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Locale;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.enrollment.domain.EventScene;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Coverage that ends for one of two people, and a plan that is cancelled before it begins. */
class EndingJourneyTests extends Enrolling {
    private static final int YEAR = NEXT - 1;

    @Autowired private Policies policies;
    @Autowired private Authorizations authorizations;
    @Autowired private EventScene carriers;

    private Enrolled policy(PolicyNumber number) {
        return policies.open(new Hand.Own(maria).consumer()).stream().filter(one -> one.number().equals(number)).findFirst().orElseThrow();
    }

    private static String said(Money money) {
        return String.format(Locale.US, "$%,.2f", money.cents() / 100.0);
    }

    private void at(PolicyNumber number, String more) {
        open("/coverage/" + id + "/policies/" + number + more);
        fits();
    }

    @Test
    void onAPhoneCoverageEndsForOneOfTwoAndWhatTheOtherPaysIsShownBefore() {
        id = handiwork.withASpouse(maria, "Tom", LocalDate.of(1964, 10, 2));
        PolicyNumber number = policyholder.policy(maria);
        policyholder.together(maria, number);
        carriers.tell(number);
        sit(PHONE);
        signIn(maria);
        at(number, "");
        assertThat(text()).contains("Tom Lopez", "$800.00");
        follow("End coverage");
        fits();
        page.locator("label", new Page.LocatorOptions().setHasText("Maria Lopez")).first().click();
        fill("The last day of coverage", "11/30/" + YEAR);
        press("Show what those who stay would pay");
        String shown = page.locator("#later").innerText();
        assertThat(shown).contains("A made-up plan", "a month instead of $800.00");
        assertThat(page.locator("#people-self").isChecked()).as("what was chosen stays chosen").isFalse();
        assertThat(policy(number).amounts()).as("nothing is kept by looking").allMatch(one -> one.net().equals(new Money(80_000)));
        fits();
        page.locator("label[for='agreed']").click();
        page.locator("#name").fill("Maria Lopez");
        press("Sign and end coverage");
        Money after = policy(number).amount(LocalDate.of(YEAR, 12, 1)).net();
        assertThat(shown).contains(said(after) + " a month instead of");
        assertThat(text()).contains(
                "It is signed: coverage ends", "Covered from Mar 1, " + YEAR + " to Nov 30, " + YEAR, "Covered from Mar 1, " + YEAR + " to Dec 31, " + YEAR,
                "A month from Dec 1, " + YEAR, said(after));
        fits();
        assertThat(carriers.told(number)).containsExactly("ENROLLED", "CHANGED");
    }

    @Test
    void anAssisterCancelsNextYearsPlanAndTheConsumerReadsItAndStopsThem() {
        PolicyNumber number = policyholder.another(maria, PLAN, LocalDate.of(NEXT, 1, 1));
        carriers.tell(number);
        sit(DESKTOP);
        anaActsFor("policies/" + number);
        assertThat(text()).contains("Begins on Jan 1, " + NEXT);
        fits();
        follow("Cancel it");
        assertThat(text()).contains("Coverage never begins then");
        fits();
        page.locator("label[for='agreed']").click();
        page.locator("#name").fill("Maria Lopez");
        press("Sign and cancel");
        assertThat(alert()).as("an assister signs with their own name").contains("Type your name as it stands");
        page.locator("#name").fill(ana.actor().name());
        press("Sign and cancel");
        assertThat(text()).contains("It is signed: coverage is cancelled", "Cancelled");
        fits();
        assertThat(carriers.told(number)).containsExactly("ENROLLED", "CANCELLED");

        Page anas = page;
        page = somebodyElse();
        sit(DESKTOP);
        signIn(maria);
        open("/account/diary?looks=no");
        assertThat(text()).contains("Signed that coverage is cancelled", ana.actor().name());
        fits();
        page.locator(".ap-diary__wrong a").first().click();
        page.waitForLoadState();
        accessible();
        page.locator("#said").fill("I wanted this plan.");
        page.locator("main form button[type=submit]").click();
        page.waitForLoadState();
        assertThat(text()).contains("Thank you for telling us");
        assertThat(authorizations.now(maria)).isEmpty();
        page = anas;
        open("/portal");
        assertThat(text()).doesNotContain("Maria Lopez");
        mariaWasTold();
    }
}
