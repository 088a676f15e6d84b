package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.document.domain.TestFiles;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.domain.EventScene;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Special enrollment with its proof: a consumer on a phone, an officer at a desk, and the carrier. */
class SpecialEnrollmentJourneyTests extends Journey {
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Policies policies;
    @Autowired private EventScene carriers;
    @Autowired private MovableClock time;

    private Actor maria;
    private ApplicationId id;

    @BeforeEach
    void determined() {
        // In December a loss lets one choose for the next year only.
        if (today().getMonthValue() == 12) {
            time.travel(Duration.ofDays(-today().getDayOfMonth()));
        }
        PublishedDemo.publish(catalogs, plans);
        maria = household.consumer("Maria", "Lopez");
        id = handiwork.signed(maria);
    }

    private LocalDate today() {
        return Minnesota.today(clock);
    }

    private Enrolled policy() {
        return policies.list(new Hand.Own(maria)).getFirst();
    }

    @Test
    void aLossOfCoverageIsReportedSignedForAndProved() {
        Page phone = page;
        page.setViewportSize(390, 844);
        signIn(maria);
        open("/coverage/" + id + "/plans");
        follow("Tell us what happened");
        fits();
        press("Go on");
        assertThat(alert()).contains("Choose what happened.");
        page.getByText("Other health coverage ended or will end").click();
        fill("On which day?", DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US).format(today()));
        assertThat(page.locator("#people-self").isChecked()).as("the only one in the household").isTrue();
        press("Go on");
        assertThat(text()).contains("Kept. A plan can be chosen now.", "within 30 days after signing", "What was reported");
        fits();
        press("See health plans");
        page.locator(".ap-offer").first().locator("button", new Locator.LocatorOptions().setHasText("Choose")).click();
        page.waitForLoadState();
        follow("Review and sign");
        fits();
        assertThat(text()).contains("What happened has to be proved", "this plan never begins");
        page.locator("label[for='agreed']").click();
        page.locator("#name").fill("Maria Lopez");
        press("Sign and enroll");
        assertThat(text()).contains("Signed. It does not count yet", "Waits for a proof");
        fits();
        page.locator(".ap-policies .ap-card__title a").first().click();
        page.waitForLoadState();
        accessible();
        fits();
        assertThat(text()).contains("Loss of other health coverage", "and not before");
        assertThat(carriers.told(policy().number())).isEmpty();
        follow("Send the proof");
        fits();
        assertThat(text()).contains("Letter of the insurer or employer");
        page.locator("#file").setInputFiles(new FilePayload("letter.jpg", "image/jpeg", TestFiles.picture("jpg", 0x334455)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send").setExact(true)).click();
        page.locator("main .usa-alert--success").first().waitFor();
        assertThat(text()).contains("Sent: we look at it");

        page = somebodyElse();
        page.setViewportSize(1280, 900);
        signIn(Region.officer());
        open("/arc/documents");
        page.locator("tr", new Page.LocatorOptions().setHasText("Loss of other health coverage")).locator("a").last().click();
        page.waitForLoadState();
        accessible();
        fits();
        assertThat(text()).contains("Reported: Loss of other health coverage");
        Page tab = page.waitForPopup(() -> page.locator("a", new Page.LocatorOptions().setHasText("Open letter.jpg")).click());
        tab.waitForURL(Pattern.compile(".*/arc/documents/.*/files/.*"));
        tab.close();
        page.reload();
        press("It proves this: accept");
        press("Yes, accept");
        assertThat(text()).contains("Accepted. The consumer is told by mail.");

        page = phone;
        open("/coverage/" + id + "/policies");
        assertThat(text()).contains("Begins on").doesNotContain("Waits for a proof");
        fits();
        assertThat(policy().state()).isEqualTo(Enrolled.State.COMING);
        assertThat(carriers.told(policy().number())).containsExactly("ENROLLED");
        press("Español");
        open("/coverage/" + id + "/plans");
        assertThat(text()).contains("Está probado.");
        fits();
    }
}
