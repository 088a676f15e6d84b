package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.document.domain.Paperwork;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the result to a policy and its end: a consumer on a phone, and an assister for them at a desk. */
class EnrollJourneyTests extends OnTheWay {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Region region;
    @Autowired private Policyholder policyholder;
    @Autowired private Paperwork paperwork;

    private Household.Assister ana;
    private Actor maria;
    private ApplicationId id;

    @BeforeEach
    void determined() {
        PublishedDemo.publish(catalogs, plans);
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = household.consumer("Maria", "Lopez");
        household.authorize(maria, ana, Scope.APPLY);
        id = handiwork.signed(maria);
    }

    private LocalDate today() {
        return Minnesota.today(clock);
    }

    /** Reports what doesn't count; a birth, which opens enrollment on any day of the year, is reported already when the page is looked at again. */
    private void afterABirth() {
        page.locator("main a[href$='/plans/event']").click();
        page.waitForLoadState();
        page.getByText("Coverage ended because it was not paid").click();
        fill("On which day?", typed(today()));
        press("Go on");
        assertThat(alert()).contains("45 CFR 155.420(e)(1)");
        fits();
        policyholder.born(maria);
        follow("Back to the plans");
        assertThat(text()).contains("because of what was reported: A child was born", "within 30 days after signing");
    }

    private void signs(String name) {
        boolean behalf = name.equals(ana.actor().name());
        follow("Review and sign");
        fits();
        press("Sign and enroll");
        assertThat(alert()).contains("Type your name as it stands");
        if (behalf) {
            assertThat(alert()).contains("Say how the choice was made");
            page.getByText("Together with me, by video").click();
        }
        page.locator("label[for='agreed']").click();
        page.locator("#name").fill(name);
        press("Sign and enroll");
        assertThat(title()).isEqualTo("Plans of this household");
        assertThat(text()).contains("Signed. It does not count yet");
        paperwork.prove(maria);
        page.reload();
    }

    @Test
    void aConsumerOnAPhoneComparesChoosesSignsAndEndsIt() {
        page.setViewportSize(PHONE, 844);
        signIn(maria);
        open("/coverage/" + id + "/result");
        follow("Choose a plan");
        fits();
        afterABirth();
        fits();
        press("See health plans");
        assertThat(text()).contains("For Maria Lopez", "The tax credit pays up to");
        fits();
        page.locator(".ap-offer label").nth(0).click();
        page.locator(".ap-offer label").nth(1).click();
        press("Compare up to four chosen plans");
        assertThat(title()).isEqualTo("2 plans side by side");
        fits();
        page.locator(".ap-compare button").first().click();
        page.waitForLoadState();
        accessible();
        press("Choose this plan");
        assertThat(text()).contains("Nobody is enrolled until you sign");
        fits();
        signs("Maria Lopez");
        fits();
        page.locator(".ap-policies a").first().click();
        page.waitForLoadState();
        accessible();
        assertThat(text()).contains("Policy number", "Covered from");
        fits();
        follow("End coverage");
        fits();
        fill("The last day of coverage", typed(today().minusDays(1)));
        page.locator("label[for='agreed']").click();
        page.locator("#name").fill("Maria Lopez");
        press("Sign and end coverage");
        assertThat(alert()).contains("past");
        fill("The last day of coverage", typed(today()));
        press("Sign and end coverage");
        assertThat(text()).contains("It is signed: coverage ends");
        assertThat(page.url()).doesNotContain("Maria");
    }

    @Test
    void anAssisterChoosesWithTheConsumerWhoReadsItInTheDiary() {
        page.setViewportSize(DESKTOP, 900);
        signIn(ana.actor());
        open("/portal");
        press("Maria Lopez");
        open("/coverage/" + id + "/plans");
        afterABirth();
        press("See dental plans");
        page.locator(".ap-offer", new Page.LocatorOptions()).first().locator("button", new Locator.LocatorOptions().setHasText("Choose")).click();
        page.waitForLoadState();
        accessible();
        assertThat(text()).contains("The plan is chosen");
        signs(ana.actor().name());
        fits();
        signIn(maria);
        open("/account/diary");
        assertThat(text()).contains("chose together, by video", ana.actor().name());
        open("/coverage/" + id + "/policies");
        assertThat(text()).contains("Dental plan");
        fits();
    }
}
