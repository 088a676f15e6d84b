package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On two phones: an assister proposes three plans, and the consumer opens the mail, picks one and signs. */
class ProposalJourneyTests extends OnTheWay {
    private static final int PHONE = 390;

    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Region region;
    @Autowired private Policyholder policyholder;

    private Household.Assister ana;
    private String email;
    private Actor maria;
    private ApplicationId id;

    @BeforeEach
    void determined() {
        PublishedDemo.publish(catalogs, plans);
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        email = anAddress("maria.");
        maria = region.consumer(email);
        household.authorize(maria, ana, Scope.APPLY);
        id = handiwork.signed(maria);
    }

    private void aBirthLetsChoose() {
        policyholder.born(maria);
    }

    /** The button of the list's card at this place; its name has the plan's. */
    private void presses(int place, String button) {
        page.locator(".ap-offer").nth(place).locator("button", new Locator.LocatorOptions().setHasText(button)).click();
        page.waitForLoadState();
        accessible();
        fits();
    }

    private void anaProposesThree() {
        signIn(ana.actor());
        open("/portal");
        press("Maria Lopez");
        aBirthLetsChoose();
        for (int place : new int[] {2, 0, 1}) {
            open("/coverage/" + id + "/plans");
            press("See health plans");
            presses(place, "Propose this plan");
            if (place == 2) {
                press("Add to the proposal");
                assertThat(alert()).contains("Write why you propose this plan.");
            }
            page.locator("#reason").fill("Reason " + place + ": what you pay before the plan does is low.");
            press("Add to the proposal");
            assertThat(text()).contains("Kept in the proposal. Nothing is sent yet.");
            fits();
        }
        presses(2, "Change the reason");
        press("Keep the reason");
        press("Send to Maria Lopez");
        assertThat(text()).contains("Sent. The consumer gets a mail today.", "Not answered yet");
        fits();
    }

    private void mariaSignsIn() {
        postman.deliverAll();
        page.navigate(address() + mailed(email, "(/coverage/[a-z0-9-]+/plans/proposal)"));
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
        accessible();
    }

    @Test
    void threePlansAreProposedTheSecondIsPickedAndSigned() {
        page.setViewportSize(PHONE, 844);
        anaProposesThree();
        Page anas = page;
        page = somebodyElse();
        page.setViewportSize(PHONE, 844);
        mariaSignsIn();
        assertThat(page.url()).as("where the mail led").endsWith("/plans/proposal");
        assertThat(title()).isEqualTo("Plans proposed to you");
        assertThat(text()).contains("proposed these plans to you", "any other plan, or none", "Ana Torres says why:");
        fits();
        List<String> reasons = page.locator(".ap-reason").allInnerTexts();
        assertThat(reasons).as("in the order of the list").hasSize(3).allSatisfy(one -> assertThat(one).startsWith("Reason " + reasons.indexOf(one)));
        String second = page.locator(".ap-offer h2").nth(1).innerText();
        open("/account");
        assertThat(text()).contains("Ana Torres proposed plans to you");
        follow("See the plans");
        presses(1, "Choose this plan");
        assertThat(text()).contains("The plan is chosen. Nobody is enrolled until you sign.", second);
        follow("Review and sign");
        page.locator("label[for='agreed']").click();
        page.locator("#name").fill("Maria Lopez");
        press("Sign and enroll");
        assertThat(text()).contains("Signed. It does not count yet", second);
        page = anas;
        open("/coverage/" + id + "/plans/proposal");
        assertThat(text()).contains("The consumer picked " + second).doesNotContain("Choose this plan");
        fits();
    }
}
