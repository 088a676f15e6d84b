package org.assisterportal.amp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.Rosters;
import org.assisterportal.pages.Words;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an upload's page answers to files that nobody made with a spreadsheet program. */
@MarketplaceTest
class UploadPageTests {
    private static final int SMALL = 150_000;

    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private Rosters rosters;

    @Autowired private Words words;

    private Town.People people;

    @BeforeEach
    void settle() {
        people = town.people();
    }

    @Test
    void aCellOfThousandsOfPartsIsOneProblem() {
        Map<RosterColumn, String> row = Region.row(Region.unique("zed.") + "@example.org");
        row.put(RosterColumn.LANGUAGES, "1;".repeat(4_900));
        assertThat(preview(heading() + line(row)))
                .contains("This is too long: 9800 characters")
                .doesNotContain("is not a language name")
                .hasSizeLessThan(SMALL);
    }

    @Test
    void aLargeFileFullOfProblemsIsAnsweredWithASmallPage() {
        Map<RosterColumn, String> row = Region.row("office@example.org");
        row.put(RosterColumn.LANGUAGES, "1;".repeat(200));
        row.put(RosterColumn.COUNTIES, "x;".repeat(600));
        String file = heading() + line(row).repeat(1_000);
        assertThat(file).hasSizeGreaterThan(1_700_000);
        String page = preview(file);
        assertThat(page).hasSizeLessThan(SMALL).contains("781 more problems are in this row", "800 more problems are in this row");
        assertThat(page.split("is not a language name", -1)).hasSizeLessThan(260);
    }

    @Test
    void theUploadPageSaysHowLongAFileWaits() {
        assertThat(caller.get(people.contact(), "/amp/upload").body())
                .contains("A file waits for your decision for 24 hours. Then it is deleted.");
    }

    @Test
    void aHugeCellIsRefusedWithTheFile() {
        Map<RosterColumn, String> row = Region.row("ana@example.org");
        row.put(RosterColumn.FIRST_NAME, "A".repeat(2_000_000));
        Rosters.Uploaded refused = rosters.upload("r.csv", (heading() + line(row)).getBytes(StandardCharsets.UTF_8), people.office().contact());
        assertThat(refused).isInstanceOfSatisfying(Rosters.Uploaded.NoFile.class, no -> assertThat(no.reason()).isEqualTo("roster.file.quotes"));
    }

    @Test
    void aFileOfMoreRowsThanAnAgencyHasPeopleIsRefused() {
        String file = heading() + ("A" + ",".repeat(RosterColumn.values().length - 1) + "\n").repeat(20_001);
        Rosters.Uploaded refused = rosters.upload("r.csv", file.getBytes(StandardCharsets.UTF_8), people.office().contact());
        assertThat(refused).isInstanceOfSatisfying(Rosters.Uploaded.NoFile.class, no -> assertThat(no.reason()).isEqualTo("roster.file.rows"));
    }

    @Test
    void aFileThatIsEmptyOrMissesCellsIsToldByItsRow() {
        assertThat(said("")).contains("This file is empty.");
        assertThat(said("a\0b")).contains("This is not a text file.");
        assertThat(said(heading() + "\nN1,Ana,Torres,x\n")).contains("Row 3 has 4 cells, 18 are needed");
    }

    @Test
    void thePreviewSaysInASentenceWhatTheFileWouldDo() {
        String file = heading() + line(Region.row(Region.unique("gus.") + "@example.org")) + line(Region.row(Region.unique("hal.") + "@example.org"));
        assertThat(preview(file))
                .contains("2 new, 0 changed, 0 unchanged, none in need of your attention", "Put 2 changes in the draft");
        Map<RosterColumn, String> wrong = Region.row(Region.unique("ina.") + "@example.org");
        wrong.put(RosterColumn.ZIP, "5580");
        assertThat(preview(file + line(wrong))).contains("2 new, 0 changed, 0 unchanged, 1 in need of your attention").doesNotContain("changes in the draft");
    }

    @Test
    void theRosterOffersToDiscardTheDraftAndHelpStandsInTheMenuOnly() {
        rosters.keep(null, null, Region.row(Region.unique("jon.") + "@example.org"), people.office().contact());
        String roster = caller.get(people.contact(), "/amp/roster").body();
        assertThat(roster).contains("action=\"/amp/discard\"", "1 unsent change is lost. What was submitted stays.");
        assertThat(roster.split("href=\"/amp/help\"", -1)).hasSize(2);
        assertThat(roster).contains("Help: submitting rosters");
        assertThat(caller.post(people.contact(), "/amp/discard", "").status()).isEqualTo(302);
        assertThat(caller.get(people.contact(), "/amp/roster").body()).doesNotContain("action=\"/amp/discard\"");
    }

    private String said(String file) {
        var no = (Rosters.Uploaded.NoFile) rosters.upload("r.csv", file.getBytes(StandardCharsets.UTF_8), people.office().contact());
        return words.say(no.reason(), no.facts());
    }

    private String preview(String file) {
        assertThat(rosters.upload("r.csv", file.getBytes(StandardCharsets.UTF_8), people.office().contact()))
                .isInstanceOf(Rosters.Uploaded.Ready.class);
        Caller.Answer answer = caller.get(people.contact(), "/amp/upload/preview");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    private static String heading() {
        return Arrays.stream(RosterColumn.values()).map(RosterColumn::heading).collect(Collectors.joining(",")) + "\n";
    }

    private static String line(Map<RosterColumn, String> row) {
        return Arrays.stream(RosterColumn.values())
                        .map(column -> "\"" + row.getOrDefault(column, "") + "\"")
                        .collect(Collectors.joining(","))
                + "\n";
    }
}
