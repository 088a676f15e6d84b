package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An assister at work for two consumers in two tabs, on a desk and on a phone, while one of them says no. */
class DeskJourneyTests extends Journey {
    @Autowired Region region;
    @Autowired Household household;
    @Autowired Caseload caseload;
    @Autowired Consumers consumers;

    private Household.Assister ana;

    @BeforeEach
    void anAssister() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
    }

    private Actor helped(String first, String last, Scope scope) {
        Actor consumer = household.consumer(first, last);
        household.authorize(consumer, ana, scope);
        return consumer;
    }

    private void fits(int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("%s at %d px", page.url(), width).isEqualTo(true);
    }

    private String banner() {
        return page.locator(".ap-acting p").innerText();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void anAssisterActsForOneConsumerAtATimeAndKnowsForWhom(int width) {
        page.setViewportSize(width, 800);
        signIn(ana.actor());
        open("/portal");
        assertThat(text()).contains("Nobody has authorized you yet");
        fits(width);

        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        Actor tomas = helped("Tomás", "Hernández-Villanueva-Bartholomew-Nakamura", Scope.APPLY);
        helped("Amina", "Yusuf", Scope.SEE);
        for (int i = 10; i < 37; i++) {
            helped("Nia", "Xiong-" + i, Scope.APPLY);
        }
        transaction.executeWithoutResult(
                state -> {
                    var today = Minnesota.today(clock);
                    caseload.progress(ConsumerId.of(maria), "MORE_INFORMATION", "UPLOAD", Waits.ASSISTER, today.minusDays(1));
                    caseload.progress(ConsumerId.of(tomas), "DETERMINED", "CHOOSE_PLAN", Waits.CONSUMER, today.plusDays(3));
                });
        open("/portal");
        assertThat(title()).isEqualTo("Waiting for you: 29 people");
        fits(width);
        fill("Find a consumer", "hernandes");
        press("Search");
        assertThat(text()).contains("1 person fits", "Tomás");
        fits(width);
        fill("Find a consumer", "zzyzx");
        press("Search");
        assertThat(text()).contains("Nobody fits");
        follow("Show all");

        press("Maria Lopez");
        assertThat(banner()).contains("You are acting for Maria Lopez");
        assertThat(page.title()).startsWith("Maria Lopez");
        fits(width);
        follow("Change the information");
        page.getByLabel("Phone").fill("12");
        press("Save for Maria Lopez");
        assertThat(alert()).contains("Write ten digits");
        fits(width);
        page.getByLabel("Phone").fill("612-555-0141");
        press("Save for Maria Lopez");
        assertThat(text()).contains("Saved for Maria Lopez", "612-555-0141");
        follow("Diary");
        fits(width);
        follow("Change the information");
        page.getByLabel("Phone").fill("612-555-0199");

        Page firstTab = page;
        page = anotherTab();
        page.setViewportSize(width, 800);
        open("/portal");
        press("Tomás Hernández-Villanueva-Bartholomew-Nakamura");
        assertThat(title()).contains("You are acting for Maria Lopez. Stop, and act for Tomás");
        fits(width);
        press("Stop, and act for Tomás Hernández-Villanueva-Bartholomew-Nakamura");
        assertThat(banner()).contains("Tomás");
        fits(width);

        page = firstTab;
        press("Save for Maria Lopez");
        assertThat(title()).contains("Stop, and act for Maria Lopez?");
        press("Stop, and act for Maria Lopez");
        assertThat(text()).contains("Not saved yet");
        assertThat(page.getByLabel("Phone").inputValue()).isEqualTo("612-555-0199");
        household.end(maria);
        press("Save for Maria Lopez");
        assertThat(title()).isEqualTo("This authorization has ended");
        assertThat(text()).contains("What you typed was kept for the consumer").doesNotContain("Maria");
        assertThat(consumers.leftOvers(maria)).hasSize(1);
        fits(width);
        follow("To my consumers");
        follow("Ended authorizations");
        fits(width);
        follow("My information");
        fits(width);

        follow("Consumers");
        follow("Next page");
        fits(width);
        press("Amina Yusuf");
        open(page.url().replace(address(), "") + "/profile");
        assertThat(title()).contains("not change it");
        // Other journeys' codes go by the real time: the server's clock comes back.
        ((MovableClock) clock).travel(Duration.ofMinutes(11));
        try {
            follow("Back to Amina Yusuf");
            assertThat(title()).isEqualTo("You stepped out of the workspace of Amina Yusuf");
            fits(width);
        } finally {
            ((MovableClock) clock).travel(Duration.ofMinutes(-11));
        }
        press("Back to Amina Yusuf");
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop acting for Amina Yusuf")).click();
        assertThat(text()).contains("You stopped acting for Amina Yusuf.");

        household.stop(ana);
        open("/portal");
        assertThat(title()).contains("is suspended");
        assertThat(text()).doesNotContain("Amina");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void anAgencyReadsNumbersAndProposesSomebodyElse(int width) {
        Household.Assister ben = household.assister(ana.office());
        helped("Maria", "Lopez", Scope.APPLY);
        household.stop(ana);
        page.setViewportSize(width, 800);
        signIn(ana.office().contact());
        open("/amp/consumers");
        assertThat(text()).contains("Cannot help now").doesNotContain("Maria");
        fits(width);
        follow("Propose who could help instead of Ana Torres");
        assertThat(text()).contains("You propose nobody yet");
        fits(width);
        page.locator("button[value='" + ben.person() + "']").click();
        page.waitForLoadState();
        accessible();
        assertThat(text()).contains("Proposed. Consumers who need somebody else read this name");
        fits(width);
    }
}
