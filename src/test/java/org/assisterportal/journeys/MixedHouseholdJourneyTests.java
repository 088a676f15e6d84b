package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.Region;
import org.assisterportal.consumer.domain.Household;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An assister goes with a consumer through the application of a household in which each person is another case. */
class MixedHouseholdJourneyTests extends Applying {
    @Autowired private Region region;
    @Autowired private Household household;

    @Test
    void anAssisterInterviewsAMixedHousehold() {
        Household.Assister ana = begins(region, household, 1280);
        follow("Interview mode");
        give("aloud", "es");
        give("interpreter", "FAMILY");
        press("Save");
        assertThat(alert()).contains("Confirm that the person was offered a professional interpreter");
        give("wished", "true");
        press("Save");
        assertThat(text()).contains("Interpreter: A relative or friend, as the person wishes");
        accessible();
        sayWhatAllSay();
        follow("Begin: Start");
        assertThat(text()).contains("Primero, ¿para qué año quiere cobertura?");
        answerOn(Map.of());
        Map<String, String> keys = new HashMap<>(Map.of("Maria", "self"));
        name(keys, "Tom", "3/2/1988", "YES", "YES");
        name(keys, "Rosa", "1/1/" + (thisYearIs() - 11), "YES", "YES");
        name(keys, "Ines", "4/4/" + (thisYearIs() - 70), "YES", "YES");
        name(keys, "Luis", "6/6/" + (thisYearIs() - 20), "YES", "NO");
        name(keys, "Lodger", "7/7/1980", "NO", "YES");
        follow("Take Lodger Lopez out of the application");
        accessible();
        follow("Keep in the application");
        follow("Take Lodger Lopez out of the application");
        press("Take Lodger Lopez out");
        keys.remove("Lodger");
        on("person", "birth-date", "5/17/1990", "applies", "YES");
        on("relation Tom", "to-self", "SPOUSE");
        on("relation Rosa", "to-self", "CHILD", "to-{Tom}", "STEPCHILD");
        on("relation Ines", "to-self", "PARENT", "to-{Tom}", "OTHER", "to-{Rosa}", "GRANDPARENT");
        on("relation Luis", "to-self", "CHILD", "to-{Tom}", "STEPCHILD", "to-{Rosa}", "SIBLING", "to-{Ines}", "GRANDCHILD");
        on("taxes Maria", "filing", "JOINT", "claimed", "NOBODY");
        on("taxes Tom", "filing", "JOINT", "claimed", "NOBODY");
        on("taxes Rosa", "claimed", "{Maria}");
        on("taxes Ines", "filing", "NONE", "claimed", "NOBODY");
        on("taxes Luis", "filing", "NONE", "claimed", "{Maria}");
        page.locator("section[aria-labelledby=HOUSEHOLD] a.usa-button").first().click();
        answerOn(keys);
        on("residence", "{Luis}", "NO");
        on("citizens", "{Maria}", "YES", "{Tom}", "NO", "{Rosa}", "YES", "{Ines}", "NO", "{Luis}", "YES");
        on("immigration Tom", "status", "LAWFUL_PERMANENT_RESIDENT", "since", "6/1/" + (thisYearIs() - 2), "military", "NO");
        on("immigration Ines", "status", "UNDOCUMENTED", "military", "NO");
        on("pregnancy", "{Maria}", "YES", "expected-{Maria}", "2", "{Tom}", "NO", "{Rosa}", "NO", "{Luis}", "NO");
        on("foster-care", "{Luis}", "NO");
        for (String one : List.of("disability", "covered")) {
            on(one, "{Maria}", "NO", "{Tom}", "NO", "{Rosa}", "NO", "{Ines}", "NO", "{Luis}", "NO");
        }
        on("medicare", "{Maria}", "NO", "{Tom}", "NO", "{Rosa}", "NO", "{Ines}", "NO", "{Luis}", "NO");
        on("tribes", "{Maria}", "NO", "{Tom}", "NO", "{Rosa}", "YES", "{Ines}", "NO", "{Luis}", "NO");
        on("custody", "{Maria}", "FREE", "{Tom}", "FREE", "{Ines}", "FREE", "{Luis}", "FREE");
        on("earners", "{Maria}", "YES", "{Tom}", "YES", "{Rosa}", "NO", "{Ines}", "NO", "{Luis}", "NO");
        on("income Maria", "kind-1", "WAGES", "amount-1", "2,500", "frequency-1", "MONTHLY");
        on("income Tom", "kind-1", "SELF_EMPLOYMENT", "amount-1", "3,000", "frequency-1", "MONTHLY");
        on("deductions", "any", "NO");
        on("expected", "same", "YES");
        on("offer", "offered", "NO");
        on("ssn", "has", "LATER");
        page.locator("section[aria-labelledby=PEOPLE] a.usa-button").first().click();
        answerOn(keys);
        follow("Read everything over and sign");
        follow("All is right: go on to sign");
        sign(ana.actor().name());
        assertThat(text())
                .contains(
                        "Maria Lopez qualifies for Medical Assistance.", "Rosa Lopez qualifies for Medical Assistance.",
                        "Tom Lopez qualifies for a tax credit", "Ines Lopez does not qualify", "Luis Lopez does not qualify");
        accessible();
    }
}
