package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.policy.PolicyValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that are refused, and cells that are: each with what is wrong, where, and what to do. */
class RosterFileRefusalsJourneyTests extends AtTheRoster {
    private static final int MEGABYTE = 1024 * 1024;

    @Autowired private PolicyValues policy;

    private static String headings(Set<RosterColumn> without) {
        return Arrays.stream(RosterColumn.values())
                .filter(column -> !without.contains(column))
                .map(RosterColumn::heading)
                .collect(Collectors.joining(","));
    }

    private static String line(Map<RosterColumn, String> row) {
        return Arrays.stream(RosterColumn.values())
                .map(column -> '"' + row.getOrDefault(column, "") + '"')
                .collect(Collectors.joining(","));
    }

    private static Map<RosterColumn, String> changed(Map<RosterColumn, String> row, RosterColumn column, String value) {
        row.put(column, value);
        return row;
    }

    private static String file(List<String> lines) {
        return headings(Set.of()) + "\r\n" + String.join("\r\n", lines) + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void upload(String name, byte[] content) {
        open("/amp/upload");
        page.setInputFiles("#file", new FilePayload(name, "text/csv", content));
        press("Check the file");
    }

    /** What the preview says, by the number of the row. */
    private Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Locator row : page.locator("tbody tr").all()) {
            rows.put(row.locator("th").innerText(), row.innerText());
        }
        return rows;
    }

    private void nothingWaitsAndNothingIsKept() {
        open("/amp/upload");
        assertThat(text()).doesNotContain("A checked file waits");
        open("/amp/submit");
        assertThat(alert()).contains("There is nothing to send");
        open("/amp/roster");
        assertThat(text()).contains("Nobody is on your roster yet");
    }

    @Test
    void aFileThatIsNoRosterIsRefusedWithItsReasonAndTheWayOut() {
        String good = file(List.of(line(Region.row("ana@example.org"))));
        String spanish = good.replace("Torres", "Muñoz");
        String saveAs = "In Excel choose Save as, then “CSV UTF-8 (Comma delimited)”";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("The letters in the file cannot be read. " + saveAs, spanish.getBytes(StandardCharsets.ISO_8859_1));
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};
        files.put("The letters in the file cannot be read", picture);
        files.put("This is an Excel workbook. " + saveAs, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0});
        files.put("This is not a text file. Save it again", bytes(good.replace("Duluth", "Dul\0uth")));
        files.put("These columns are missing: Phone, ZIP. The first row must have the headings of the template",
                bytes(headings(Set.of(RosterColumn.PHONE, RosterColumn.ZIP)) + "\r\nx,y\r\n"));
        files.put("These columns are missing: Legal First Name", bytes("Dear agency,\nhere is our roster.\n"));
        files.put("The column “City” is there twice. Remove one of them", bytes("City," + good));
        files.put("Row 2 has a quotation mark that is not closed", bytes(headings(Set.of()) + "\r\n\"N1,Ana"));
        files.put("The file has no people in it", bytes(headings(Set.of()) + "\r\n"));
        files.put("This file is empty", new byte[0]);
        files.forEach(
                (said, content) -> {
                    upload("roster.csv", content);
                    assertThat(title()).isEqualTo("Upload a CSV file");
                    assertThat(alert()).contains(said);
                });
        nothingWaitsAndNothingIsKept();
    }

    @Test
    void aFileOverTenMegabytesIsToldByAPage(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("roster.csv");
        Files.write(file, new byte[10 * MEGABYTE + 1]);
        open("/amp/upload");
        page.setInputFiles("#file", file);
        press("Check the file");
        assertThat(title()).isEqualTo("Upload a CSV file");
        assertThat(alert()).contains("The file is larger than 10 MB. Split it and upload the parts one after the other.");

        Files.write(file, new byte[40 * MEGABYTE]);
        page.setInputFiles("#file", file);
        press("Check the file");
        assertThat(title()).isEqualTo("This file is too large");
        assertThat(text()).contains("A file may have 10 MB at most", "Nothing was uploaded. Split the file");
        follow("Go back to the form");
        assertThat(title()).isEqualTo("Upload a CSV file");
        nothingWaitsAndNothingIsKept();
    }

    @Test
    void everySharedMailboxOfThePolicyIsRefusedInItsRow() {
        List<String> mailboxes = policy.inForce("roster.refused-mailboxes").items();
        assertThat(mailboxes).contains("info", "intern").hasSizeLessThanOrEqualTo(50);
        upload("roster.csv", bytes(file(mailboxes.stream().map(word -> line(Region.row(word + "@example.org"))).toList())));
        assertThat(text()).contains("Nothing can be taken while a row is in error");
        Map<String, String> rows = rows();
        assertThat(rows).hasSameSizeAs(mailboxes);
        for (int i = 0; i < mailboxes.size(); i++) {
            assertThat(rows.get(String.valueOf(i + 2)))
                    .contains("In error", "Email " + mailboxes.get(i) + "@example.org:")
                    .contains("“" + mailboxes.get(i) + "” is shared or a role. Use an e-mail that only this person reads.");
        }
        press("Choose another file");
        nothingWaitsAndNothingIsKept();
    }

    @Test
    void everyBadCellIsToldWithItsRowColumnValueAndRemedyAndNoneOfTheRowsIsTaken() {
        Region.Office other = region.agency(AgencyKind.NAVIGATOR);
        String taken = anAddress("taken.");
        region.person(other, taken);
        Map<RosterColumn, String> bad = Region.row("ana(at)example.org");
        bad.put(RosterColumn.FIRST_NAME, "");
        bad.put(RosterColumn.PHONE, "555-0123");
        bad.put(RosterColumn.STATE, "M1");
        bad.put(RosterColumn.ZIP, "5580");
        bad.put(RosterColumn.EMPLOYMENT, "Retired");
        bad.put(RosterColumn.PORTAL_ACCESS, "May");
        bad.put(RosterColumn.LANGUAGES, "English; 5panish");
        bad.put(RosterColumn.COUNTIES, "Hennipin");
        bad.put(RosterColumn.CITY, "D".repeat(61));
        String good = anAddress("good.");
        List<String> lines =
                Stream.of(
                                bad, Region.row(good), Region.row(good), Region.row(taken),
                                changed(Region.row(anAddress("id.")), RosterColumn.TRAINING_ID, "ZZZZZZZ"))
                        .map(RosterFileRefusalsJourneyTests::line)
                        .toList();
        upload("november.csv", bytes(file(lines)));
        assertThat(title()).isEqualTo("Check what the file would do");
        assertThat(text()).contains("november.csv", "Nothing can be taken while a row is in error. Correct the file");
        Map<String, String> rows = rows();
        assertThat(rows.get("2"))
                .contains("Legal First Name (empty): This field is required. Fill it in.")
                .contains("Phone 555-0123: This is not a phone number. Write ten digits, like 612-555-0100.")
                .contains("Email ana(at)example.org: This is not an e-mail address. Write it like ana@example.org.")
                .contains("State M1: This is not a state.")
                .contains("ZIP 5580: Write the ZIP with five digits")
                .contains("Employment Retired: Write Active or Inactive.")
                .contains("Assister Portal Access May: Write Yes or No.")
                .contains("“5panish” is not a language name")
                .contains("“Hennipin” is not a Minnesota county. Check the spelling")
                .contains("This is too long: 61 characters. Shorten it to 60.");
        assertThat(rows.get("3")).contains("New").doesNotContain("In error");
        assertThat(rows.get("4")).contains("Email " + good + ": The same person or e-mail is in row 3 already");
        assertThat(rows.get("5")).contains("Email " + taken + ": Another person in the system has this e-mail");
        assertThat(rows.get("6")).contains("Training ID ZZZZZZZ: No person has this Training ID together with this last name");
        assertThat(text()).doesNotContain("change in the draft", "changes in the draft");
        open("/amp/submit");
        assertThat(alert()).contains("There is nothing to send");

        upload("november-2.csv", bytes(file(lines.subList(1, 2))));
        press("Put 1 change in the draft");
        assertThat(text()).contains("The rows are in the draft", "1 person changes");
        page.getByText("Discard all unsent changes").first().click();
        press("Discard all unsent changes");
        nothingWaitsAndNothingIsKept();
    }
}
