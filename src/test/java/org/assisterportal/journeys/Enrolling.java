package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Maria with a plan since March, and Ana who helps her, in the open enrollment for a year whose made-up plans there are. */
abstract class Enrolling extends Applying {
    static final int NEXT = 2027;
    static final int PHONE = 390;
    static final int DESKTOP = 1280;
    static final PlanId PLAN = new PlanId("99101MN0010003");
    private static final int MOST_TABS = 80;

    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private Household household;
    @Autowired private Region region;
    @Autowired private MovableClock time;
    @Autowired Handiwork handiwork;
    @Autowired Policyholder policyholder;

    private Duration travelled = Duration.ZERO;
    Household.Assister ana;
    String email;
    Actor maria;
    ApplicationId id;

    @BeforeEach
    void covered() {
        to(LocalDate.of(NEXT - 1, 11, 20));
        PublishedDemo.publish(catalogs, plans);
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        email = anAddress("maria.");
        maria = region.consumer(email);
        household.authorize(maria, ana, Scope.APPLY);
        id = handiwork.signed(maria);
        policyholder.policy(maria, PLAN, LocalDate.of(NEXT - 1, 3, 1));
    }

    @AfterEach
    void backToTheDay() {
        time.travel(travelled.negated());
        travelled = Duration.ZERO;
    }

    void to(LocalDate day) {
        travelled = travelled.plus(time.travelTo(day));
    }

    void sit(int width) {
        page.setViewportSize(width, 844);
    }

    /** Where a plan stands in the list that is open. */
    Locator offer(String plan) {
        return page.locator(".ap-offer:has(button[value='" + plan + "'])");
    }

    void chooses(Locator offer) {
        offer.locator("button", new Locator.LocatorOptions().setHasText("Choose")).click();
        page.waitForLoadState();
        accessible();
        assertThat(text()).contains("The plan is chosen. Nobody is enrolled until you sign.");
        fits();
    }

    /** Ana opens one of the pages about Maria's coverage. */
    void anaActsFor(String about) {
        signIn(ana.actor());
        open("/portal");
        press("Maria Lopez");
        open("/coverage/" + id + "/" + about);
    }

    void signs(String name) {
        page.locator("label[for='agreed']").click();
        page.locator("#name").fill(name);
        press("Sign and enroll");
        assertThat(title()).isEqualTo("Plans of this household");
        fits();
    }

    /** Goes on with the Tab key to what has these words, as somebody without a mouse does. */
    void tabTo(String words) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            Object at = page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()");
            if (String.valueOf(at).startsWith(words)) {
                return;
            }
        }
        throw new AssertionError("not reached by the keyboard: " + words);
    }

    /** The same, and on to the page behind it. */
    void enter(String words) {
        tabTo(words);
        AtomicBoolean there = new AtomicBoolean();
        Consumer<Page> loaded = one -> there.set(true);
        page.onLoad(loaded);
        page.keyboard().press("Enter");
        page.waitForCondition(there::get);
        page.offLoad(loaded);
        accessible();
    }

    /** Ana's acts reached the consumer by a mail, too; at its own hour, as a mail out of her request counts from the database's. */
    void mariaWasTold() {
        backToTheDay();
        postman.deliverAll();
        assertThat(mailed(email, "(signed[^.]* on your behalf|sent something to the marketplace on your behalf)")).isNotEmpty();
    }
}
