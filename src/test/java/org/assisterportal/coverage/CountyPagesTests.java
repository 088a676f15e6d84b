package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The address of an application and the ZIPs that the year's published catalog knows. */
class CountyPagesTests extends CoverageScene {
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;

    @BeforeEach
    void theYearIsPublished() {
        PublishedDemo.publish(catalogs, plans);
        answer(maria, Question.YEAR, "", "year", thisYear());
    }

    private MvcTestResult home(Actor by, String zip, String county, String stays) {
        return answer(by, Question.HOME, "", "street", "12 Oak Street", "city", "Town", "zip", zip, "county", county, "stays", stays);
    }

    @Test
    void aCountyThatIsNotOneOfItsZipIsSaidWithThoseThatAre() {
        String page = body(home(maria, "56097", "Ramsey", "YES"));
        assertThat(page)
                .contains("href=\"#county\"", "The county does not fit the ZIP code, which lies in: Faribault, Freeborn, Waseca. Choose from these")
                .contains("id=\"county-error\"", "value=\"56097\"");
        assertThat(content(Question.HOME)).isEmpty();
        assertThat(body(home(ana.actor(), "56097", "", "YES"))).as("said to an assister, too").contains("which lies in: Faribault, Freeborn, Waseca");
        assertThat(home(ana.actor(), "56097", "Freeborn", "YES")).hasStatus3xxRedirection();
        assertThat(content(Question.HOME)).containsEntry("county", "Freeborn");
    }

    @Test
    void whatIsMissingIsSaidByTheNameOfItsField() {
        assertThat(body(answer(maria, Question.HOME, "")))
                .contains("Street and number: Fill this in.", "City: Fill this in.", "ZIP code: Fill this in.");
    }

    @Test
    void whereAZipLiesInOneCountyItIsFilledIn() {
        assertThat(home(maria, "55802", "", "YES")).hasStatus3xxRedirection();
        assertThat(content(Question.HOME)).containsEntry("county", "St. Louis");
        assertThat(body(look(maria, at("home")))).contains("value=\"St. Louis\" selected=\"selected\"");
    }

    @Test
    void aZipOfAnotherStateIsSaidAtTheZipAndTakenFromWhoLivesThere() {
        assertThat(body(home(maria, "54016", "Washington", "YES"))).contains("href=\"#zip\"", "This ZIP code is not in Minnesota.");
        assertThat(home(maria, "54016", "", "NO")).hasStatus3xxRedirection();
        assertThat(paper().step(Spot.of(Question.HOME)).orElseThrow().state()).isEqualTo(Paper.State.DONE);
    }
}
