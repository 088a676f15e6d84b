package org.assisterportal.amp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.agency.Rosters;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.Certifications;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.notification.Postman;
import org.assisterportal.pages.Words;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.assisterportal.routes.Visitor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Collectors;

/** What an agency's contacts read of their people, and what they don't. */
@MarketplaceTest
class RosterPageTests {
    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private Region region;
    @Autowired private Rosters rosters;
    @Autowired private RosterRecords records;
    @Autowired private AccessDesk desk;
    @Autowired private PortalAccess access;
    @Autowired private Certifications certifications;
    @Autowired private Agencies agencies;
    @Autowired private Postman postman;
    @Autowired private Mailbox mailbox;
    @Autowired private Clock clock;
    @Autowired private Words words;

    private Town.People people;

    @BeforeEach
    void settle() {
        people = town.people();
    }

    @Test
    void aCountyThatLooksLikeADayIsAProblemAndNoError() {
        String fields = "first-name=Ana&last-name=Torres&counties=2026-99-99";
        Caller.Answer answer = caller.post(people.contact(), "/amp/people", fields);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("“2026-99-99” is not a Minnesota county");
    }

    @Test
    void aDraftShowsNothingOfWhatAnotherAgencysPersonAchieved() {
        Region.Office first = region.agency(org.assisterportal.agency.AgencyKind.CAC);
        PersonId person = region.ready(first);
        desk.enroll(List.of(person), people.officer().actor());
        RosterRecord before = Objects.requireNonNull(records.of(List.of(person)).get(person));
        String referenceNumber = Objects.requireNonNull(access.of(person).orElseThrow().referenceNumber());
        String assisterId = Objects.requireNonNull(access.of(person).orElseThrow().certification().assisterId());
        rosters.stop(person, Rosters.Stop.EMPLOYMENT, first.contact());
        Map<RosterColumn, String> row = Region.row(String.valueOf(before.email()));
        row.put(RosterColumn.TRAINING_ID, before.trainingIdIfAny().orElseThrow());
        row.put(RosterColumn.CITY, "Ely");
        assertThat(rosters.keep(null, null, row, people.office().contact())).isInstanceOf(Rosters.Kept.Done.class);

        for (String path : List.of("/amp/people/" + person, "/amp/roster?show=CHANGED")) {
            assertThat(page(people.contact(), path))
                    .contains("New, not sent")
                    .doesNotContain(
                            referenceNumber, grouped(referenceNumber), assisterId, before.agencyName(), "Suspended since",
                            "Certified through", "The roster of", "ap-light--", "Enrolled in the assister portal");
        }
        assertThat(page(people.contact(), "/amp/roster?show=CHANGED")).contains("Submit the roster with this person first");
        assertThat(page(people.contact(), "/amp")).doesNotContain(before.agencyName());
        assertThat(rosters.export(people.office().contact())).doesNotContain(referenceNumber, assisterId);

        region.submit(people.office().contact());
        assertThat(page(people.contact(), "/amp/people/" + person)).contains(grouped(referenceNumber), "Suspended since");
    }

    @Test
    void aBackgroundStudyThatIsNotClearedIsTheArcsToTell() {
        PersonId person = people.person();
        region.passCertificationCourses(person);
        for (BackgroundResult result : List.of(BackgroundResult.NOT_CLEARED, BackgroundResult.PROBLEM)) {
            certifications.recordBackground(person, result, Minnesota.today(clock), "", Region.officer());
            String path = "/amp/people/" + person;
            assertThat(page(people.contact(), path))
                    .contains("The background study isn’t cleared: the Assister Resource Center will tell the person.")
                    .contains("Background study not finished")
                    .doesNotContain("not cleared", "could not be finished", "NOT_CLEARED", "PROBLEM");
            assertThat(page(people.contact(), "/amp/roster")).contains("The background study isn").doesNotContain("not cleared", "could not be finished");
            for (String seen : List.of(path, "/amp/roster", "/amp")) {
                assertThat(page(people.payer(), seen)).doesNotContain("ackground");
            }
            assertThat(page(people.payer(), path)).contains("Certification is not up to date.");
        }
        region.certify(person);
        assertThat(page(people.contact(), "/amp/people/" + person)).contains("Background study cleared");
        assertThat(page(people.payer(), "/amp/people/" + person)).doesNotContain("ackground");
    }

    @Test
    void theMailOfASuspensionTellsTheAgencyNoMoreThanItsPages() {
        Region.Office office = people.office();
        PersonId person = region.ready(office);
        desk.enroll(List.of(person), people.officer().actor());
        certifications.recordBackground(person, BackgroundResult.NOT_CLEARED, Minnesota.today(clock), "", Region.officer());
        postman.deliverAll();
        String contact = agencies.authorizedContacts(office.id()).getFirst().email();
        Mailbox.Received mail =
                mailbox.newest(contact, 10).stream()
                        .filter(one -> one.subject().contains("lost access") && !one.text().contains("Assister Portal Access: No"))
                        .findFirst()
                        .orElseThrow();
        for (String text : List.of(mail.text(), mail.html())) {
            assertThat(text)
                    .contains("The background study isn’t cleared: the Assister Resource Center will tell the person.")
                    .doesNotContain("not cleared", "??");
        }
    }

    @Test
    void whyTheArcHoldsSomebodyIsForAuthorizedContacts() {
        PersonId person = region.ready(people.office());
        desk.hold(person, "Two people have this name.", people.officer().actor());
        String path = "/amp/people/" + person;
        assertThat(page(people.contact(), path)).contains("holds the enrollment: Two people", "Held: Two people");
        assertThat(page(people.contact(), "/amp/roster")).contains("Two people");
        assertThat(page(people.payer(), path)).contains("Held by the ARC").doesNotContain("Two people");
        assertThat(page(people.payer(), "/amp/roster")).contains("Held by the ARC").doesNotContain("Two people");

        desk.release(person, people.officer().actor());
        desk.enroll(List.of(person), people.officer().actor());
        desk.close(person, "The person asked.", people.officer().actor());
        assertThat(page(people.contact(), path)).contains("Account closed: The person asked.");
        assertThat(page(people.payer(), path)).contains("Account closed").doesNotContain("The person asked", "Two people");
    }

    @Test
    void whoAttestsReadsWhatIsApprovedAndForWhom() {
        Map<RosterColumn, String> no = Region.row(Region.unique("bea.") + "@example.org");
        no.put(RosterColumn.PORTAL_ACCESS, "No");
        no.put(RosterColumn.EMPLOYMENT, "Inactive");
        String approved = Region.unique("ana.") + "@example.org";
        rosters.keep(null, null, no, people.office().contact());
        rosters.keep(null, null, Region.row(approved), people.office().contact());
        assertThat(page(people.contact(), "/amp/submit"))
                .contains("1 with Assister Portal Access Yes, 1 with No.")
                .contains("Employment Active · Assister Portal Access Yes · " + approved)
                .contains("Employment Inactive · Assister Portal Access No · " + no.get(RosterColumn.EMAIL));
    }

    @Test
    void aRefusedAccessIsTheAgencysAnswerAndNoWorkThatWaits() {
        Map<RosterColumn, String> no = Region.row(Region.unique("bea.") + "@example.org");
        no.put(RosterColumn.LAST_NAME, "Unapproved");
        no.put(RosterColumn.PORTAL_ACCESS, "No");
        Region.Office office = people.office();
        rosters.keep(null, null, no, office.contact());
        Map<RosterColumn, String> incomplete = Region.row(Region.unique("cal.") + "@example.org");
        incomplete.put(RosterColumn.LAST_NAME, "Incomplete");
        incomplete.put(RosterColumn.COUNTIES, "");
        rosters.keep(null, null, incomplete, office.contact());
        region.submit(office.contact());
        // One of the town's people lost approval, too.
        assertThat(page(people.contact(), "/amp"))
                .contains("Waiting for you: 1 person", "Incomplete, Ana", "Portal access not approved: 2")
                .doesNotContain("Unapproved, Ana");
        assertThat(page(people.payer(), "/amp"))
                .contains("Waiting for your authorized contacts: 1 person")
                .doesNotContain("Waiting for you:", "What needs you now");
        assertThat(page(people.contact(), "/amp/roster?show=NOT_APPROVED"))
                .contains("Access not approved", "Unapproved, Ana")
                .doesNotContain("Incomplete, Ana");
    }

    @Test
    void aSubmissionShowsTheRosterThatItLeftInForce() {
        Region.Office office = people.office();
        String email = Region.unique("dee.") + "@example.org";
        Map<RosterColumn, String> row = Region.row(email);
        row.put(RosterColumn.LAST_NAME, "Submitted");
        PersonId person = ((Rosters.Kept.Done) rosters.keep(null, null, row, office.contact())).person();
        region.submit(office.contact());
        var sent = rosters.submissions(1, office.contact()).rows().getFirst();
        rosters.stop(person, Rosters.Stop.EMPLOYMENT, office.contact());
        assertThat(page(people.contact(), "/amp/submissions")).contains("/amp/submissions/" + sent.id());

        String path = "/amp/submissions/" + sent.id();
        assertThat(page(people.contact(), path))
                .contains("Submission no. " + sent.number(), "1 entry was new or changed", sent.attestation(), "Carla Contact")
                .contains("Submitted, Ana", email, "Torres, Ana")
                .doesNotContain("Inactive");
        assertThat(page(people.payer(), path)).contains("Submitted, Ana").doesNotContain(email, "@example.org");
        Visitor stranger = town.people().contact();
        assertThat(caller.get(stranger, path).status()).isEqualTo(404);
    }

    @Test
    void aFormThatIsStaleIsShownAgainWithWhatWasTypedAndWhatWasSaved() {
        Region.Office office = people.office();
        PersonId person = people.person();
        String path = "/amp/people/" + person;
        String saved = Region.unique("saved.") + "@example.org";
        Map<RosterColumn, String> row = Region.row(saved);
        row.put(RosterColumn.CITY, "Ely");
        assertThat(rosters.keep(person, null, row, office.contact())).isInstanceOf(Rosters.Kept.Done.class);
        row.put(RosterColumn.CITY, "Hibbing");
        Caller.Answer again = caller.post(people.contact(), path, "seen=null&" + form(row));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body())
                .contains("Somebody saved this person while your form was open")
                .contains("City: now “Ely” → “Hibbing” in your form.", "value=\"Hibbing\"");
        String seen = again.body().replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
        assertThat(caller.post(people.contact(), path, "seen=" + seen + "&" + form(row)).status()).isEqualTo(302);
        assertThat(rosters.line(person, office.contact()).latest().city()).isEqualTo("Hibbing");
    }

    @Test
    void theStateIsChosenAndWholeNamesAreTaken() {
        assertThat(page(people.contact(), "/amp/people/new"))
                .containsSubsequence("<option value=\"MN\"", "Minnesota", "<option value=\"AL\"", "Wisconsin");
        Map<RosterColumn, String> row = Region.row(Region.unique("eve.") + "@example.org");
        row.put(RosterColumn.STATE, "north dakota");
        var kept = (Rosters.Kept.Done) rosters.keep(null, null, row, people.office().contact());
        assertThat(rosters.line(kept.person(), people.office().contact()).latest().state()).isEqualTo("ND");
        row.put(RosterColumn.STATE, "Minesota");
        assertThat(caller.post(people.contact(), "/amp/people", form(row)).body()).contains("State: This is not a state.");
    }

    @Test
    void aRowSaysWhetherSomebodyIsListedAndWhoseMoveIsNext() {
        Region.Office office = people.office();
        PersonId person = named("Listed", office);
        String row = row("Listed");
        assertThat(row).contains("Wishes to be listed").doesNotContain("Listed now", "In the directory");
        region.certify(person);
        region.pass(person, "assister-portal", 14, 20);
        assertThat(row("Listed")).contains("Listed now", "Next: the ARC enrolls.").doesNotContain("Wishes to be listed");
        desk.hold(person, "Two people have this name.", people.officer().actor());
        assertThat(row("Listed")).contains("Next: the ARC clears up why it holds the enrollment.", "Two people have this name.");
        desk.release(person, people.officer().actor());
        desk.enroll(List.of(person), people.officer().actor());
        String number = Objects.requireNonNull(access.of(person).orElseThrow().referenceNumber());
        assertThat(row("Listed")).contains(grouped(number)).doesNotContain(number);
        rosters.stop(person, Rosters.Stop.PORTAL_ACCESS, office.contact());
        Map<RosterColumn, String> again = Region.row(String.valueOf(access.of(person).orElseThrow().roster().email()));
        again.put(RosterColumn.LAST_NAME, "Listed");
        rosters.keep(person, null, again, office.contact());
        region.submit(office.contact());
        assertThat(row("Listed")).contains("Suspended", "Next: the ARC reinstates.");
        assertThat(page(people.contact(), "/amp/people/" + person)).contains("Next: the ARC reinstates.");
        desk.close(person, "Left.", people.officer().actor());
        assertThat(row("Listed")).contains("Closed for good.");
    }

    @Test
    void anOpenLightSaysSinceWhenEvenIfItNeverHeld() {
        String today = words.day(Minnesota.today(clock));
        assertThat(page(people.contact(), "/amp/people/" + people.person()).split("since " + today, -1)).hasSizeGreaterThan(4);
    }

    private PersonId named(String lastName, Region.Office office) {
        Map<RosterColumn, String> row = Region.row(Region.unique("fay.") + "@example.org");
        row.put(RosterColumn.LAST_NAME, lastName);
        PersonId person = ((Rosters.Kept.Done) rosters.keep(null, null, row, office.contact())).person();
        region.submit(office.contact());
        return person;
    }

    /** The row of the first person with this last name. */
    private String row(String lastName) {
        String after = page(people.contact(), "/amp/roster").split(lastName + ", Ana</a>", 2)[1];
        return after.substring(0, after.indexOf("</tr>"));
    }

    private String page(Visitor visitor, String path) {
        Caller.Answer answer = caller.get(visitor, path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    private static String form(Map<RosterColumn, String> row) {
        return row.entrySet().stream()
                .map(cell -> cell.getKey().field() + "=" + URLEncoder.encode(cell.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String grouped(String number) {
        return number.substring(0, 3) + " " + number.substring(3);
    }
}
