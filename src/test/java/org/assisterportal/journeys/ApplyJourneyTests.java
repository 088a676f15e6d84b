package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.Region;
import org.assisterportal.consumer.domain.Household;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Applications from the first page to who qualifies for what: a single adult, who then reports a change, and a family of four, both on a phone in part. */
class ApplyJourneyTests extends Applying {
    @Autowired private Region region;
    @Autowired private Household household;

    @Test
    void aSingleAdultAppliesAndSeesTheirAnswer() {
        String email = anAddress("maria.");
        region.consumer(email);
        page.setViewportSize(1280, 900);
        open("/account/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
        follow("Apply for health coverage");
        press("Begin the application");
        assertThat(text()).contains("Nothing is sent yet", "Start", "Household", "Each person");
        sayWhatASingleAdultSays();
        follow("Begin: Start");
        press("Save and continue");
        assertThat(alert()).contains("Choose an answer.");
        answerAll();
        follow("Read everything over and sign");
        assertThat(text()).contains("Wages, before taxes", "Duluth");
        fits();
        follow("All is right: go on to sign");
        press("Sign and send");
        assertThat(alert()).contains("check that you agree", "Type your name");
        sign("Maria Lopez");
        assertThat(title()).isEqualTo("Who qualifies for what");
        assertThat(text()).contains("Maria Lopez qualifies for");
        page.locator("details summary").first().click();
        accessible();
        assertThat(text()).contains("Met:", "of the poverty guideline", "42 CFR");
        fits();
        follow("My account");
        assertThat(text()).contains("Signed and sent");
        fits();
        sheReportsThatSheEarnsLess();
    }

    private void sheReportsThatSheEarnsLess() {
        page.setViewportSize(390, 844);
        follow("Report a change: coverage in " + thisYear());
        fits();
        press("Income has changed");
        on("income", "kind-1", "WAGES", "amount-1", "600", "frequency-1", "MONTHLY");
        for (int i = 0; i < MOST_PAGES && !here().equals("review"); i++) {
            if (here().equals("income")) {
                give("amount-1", "600");
                give("frequency-1", "MONTHLY");
            }
            if (here().equals("expected")) {
                assertThat(text()).contains("So please answer again.");
                accessible();
                give("same", "YES");
            }
            fits();
            press("Save and continue");
            assertThat(alert()).isEmpty();
        }
        assertThat(text()).contains("$600");
        follow("All is right: go on to sign");
        assertThat(text()).contains("What would change", "Then: Maria Lopez qualifies for Medical Assistance.");
        fits();
        sign("Maria Lopez");
        assertThat(text()).contains("Maria Lopez qualifies for Medical Assistance.");
    }

    @Test
    void anAssisterAppliesForAFamilyOfFourOnAPhone() {
        Household.Assister ana = begins(region, household, 390);
        assertThat(text()).contains("Application of Maria Lopez");
        fits();
        sayWhatAllSay();
        follow("Begin: Start");
        answerOn(Map.of());
        Map<String, String> keys = new HashMap<>(Map.of("Maria", "self"));
        name(keys, "Tom", "3/2/1988", "YES", "YES");
        name(keys, "Rosa", "1/1/" + (thisYearIs() - 11), "YES", "YES");
        name(keys, "Leo", "1/1/" + (thisYearIs() - 7), "YES", "YES");
        fits();
        on("person", "birth-date", "5/17/1990", "applies", "YES");
        on("relation Tom", "to-self", "SPOUSE");
        on("relation Rosa", "to-self", "CHILD", "to-{Tom}", "CHILD");
        on("relation Leo", "to-self", "CHILD", "to-{Tom}", "CHILD", "to-{Rosa}", "SIBLING");
        on("taxes Maria", "filing", "JOINT", "claimed", "NOBODY");
        on("taxes Tom", "filing", "JOINT", "claimed", "NOBODY");
        on("taxes Rosa", "claimed", "{Maria}");
        on("taxes Leo", "claimed", "{Maria}");
        page.locator("section[aria-labelledby=HOUSEHOLD] a.usa-button").first().click();
        answerOn(keys);
        for (String one : List.of("disability", "medicare", "tribes", "covered")) {
            on(one, "{Maria}", "NO", "{Tom}", "NO", "{Rosa}", "NO", "{Leo}", "NO");
        }
        on("citizens", "{Maria}", "YES", "{Tom}", "YES", "{Rosa}", "YES", "{Leo}", "YES");
        on("pregnancy", "{Maria}", "NO", "{Tom}", "NO", "{Rosa}", "NO");
        on("custody", "{Maria}", "FREE", "{Tom}", "FREE");
        on("earners", "{Maria}", "YES", "{Tom}", "YES", "{Rosa}", "NO", "{Leo}", "NO");
        on("income Maria", "kind-1", "WAGES", "amount-1", "2000", "frequency-1", "TWICE_A_MONTH");
        on("income Tom", "kind-1", "SELF_EMPLOYMENT", "amount-1", "900", "frequency-1", "MONTHLY");
        on("deductions", "any", "NO");
        on("expected", "same", "YES");
        on("offer", "offered", "YES", "own", "95", "family-{Tom}", "true", "family-{Rosa}", "true", "family-{Leo}", "true", "all", "900", "value", "YES");
        on("ssn", "has", "LATER");
        page.locator("section[aria-labelledby=PEOPLE] a.usa-button").first().click();
        answerOn(keys);
        follow("Read everything over and sign");
        fits();
        follow("All is right: go on to sign");
        assertThat(text()).contains("You sign on behalf of Maria Lopez");
        sign(ana.actor().name());
        assertThat(text()).contains("on the consumer’s behalf under authorization");
        // Her employer's offer is affordable for her alone, and not for the family.
        assertThat(text()).contains("Maria Lopez may buy a plan at its full price");
        for (String name : List.of("Tom", "Rosa", "Leo")) {
            assertThat(text()).contains(name + " Lopez qualifies for");
        }
        fits();
        open("/portal");
        assertThat(text()).contains("Decided");
    }
}
