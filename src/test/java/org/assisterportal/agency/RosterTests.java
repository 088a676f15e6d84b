package org.assisterportal.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarketplaceTest
class RosterTests {
    @Autowired private Region region;
    @Autowired private Rosters rosters;
    @Autowired private RosterRecords records;
    @Autowired private Agencies agencies;
    @Autowired private Outbox outbox;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    @Test
    void aDraftHasNoEffectAndASubmissionOpensTraining() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        String email = Region.unique("ana.") + "@example.org";
        var kept = (Rosters.Kept.Done) rosters.keep(null, null, Region.row(email), office.contact());

        assertThat(records.of(List.of(kept.person()))).isEmpty();
        assertThat(records.byEmail(new EmailAddress(email))).isEmpty();

        region.submit(office.contact());

        RosterRecord record = record(kept.person());
        assertThat(record.gaps()).isEmpty();
        assertThat(record.approved().holdsAt(clock.instant())).isTrue();
        assertThat(record.trainingIdIfAny()).hasValueSatisfying(id -> assertThat(id).matches("[CDFGHJKMNPQRTVWX34679]{7}"));
        assertThat(records.byTrainingId(record.trainingIdIfAny().orElseThrow().toLowerCase(java.util.Locale.ROOT))).contains(kept.person());
        assertThat(outbox.about(kept.person().value())).extracting(mail -> mail.kind()).containsExactly("training-open");
    }

    @Test
    void aSecondSubmissionMailsNobodyAgainAndKeepsTheTrainingId() {
        Region.Office office = region.agency(AgencyKind.CAC);
        PersonId person = region.person(office);
        String before = record(person).trainingIdIfAny().orElseThrow();
        change(office.contact(), person, RosterColumn.CITY, "Hibbing");
        region.submit(office.contact());

        assertThat(record(person).trainingId()).isEqualTo(before);
        assertThat(outbox.about(person.value())).hasSize(1);
        assertThat(rosters.submissions(1, office.contact()).rows()).extracting(SubmissionView::number).containsExactly(2, 1);
    }

    @Test
    void aSubmissionNeedsTheAttestationTheReadVersionAndAContract() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        rosters.keep(null, null, Region.row(Region.unique("ana.") + "@example.org"), office.contact());
        String version = rosters.review(office.contact()).version();

        assertThat(reason(rosters.submit(version, Set.of(), false, office.contact()))).isEqualTo("roster.refused.not-attested");
        rosters.keep(null, null, Region.row(Region.unique("bea.") + "@example.org"), office.contact());
        assertThat(reason(rosters.submit(version, Set.of(), true, office.contact()))).isEqualTo("roster.refused.changed");

        agencies.endContract(office.id(), Minnesota.today(clock), "closed", Region.officer());
        jdbc.sql("UPDATE agency.contract SET last_day = first_day WHERE agency = :a").param("a", office.id().value()).update();
        version = rosters.review(office.contact()).version();
        assertThat(reason(rosters.submit(version, Set.of(), true, office.contact()))).isEqualTo("roster.refused.no-contract");
        assertThat(rosters.submissions(1, office.contact()).rows()).isEmpty();
    }

    @Test
    void genericMailboxesAreRefusedAndMaybeNamesAreConfirmed() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        var refused = (Rosters.Kept.Refused) rosters.keep(null, null, Region.row("Intern@example.org"), office.contact());
        assertThat(refused.problems()).extracting(CellProblem::reason).containsExactly("roster.problem.generic");

        String domain = Region.unique("d") + ".example.org";
        var kept = (Rosters.Kept.Done) rosters.keep(null, null, Region.row("paris@" + domain), office.contact());
        Rosters.Review review = rosters.review(office.contact());
        assertThat(review.changes()).extracting(Rosters.Change::confirmMailbox).containsExactly(true);
        assertThat(reason(rosters.submit(review.version(), Set.of(), true, office.contact()))).isEqualTo("roster.refused.mailbox");
        assertThat(rosters.submit(review.version(), Set.of(kept.person()), true, office.contact()))
                .isInstanceOf(Rosters.Sent.Done.class);
    }

    @Test
    void everyMissingStarredFieldIsNamed() {
        Region.Office office = region.agency(AgencyKind.CAC);
        var refused = (Rosters.Kept.Refused) rosters.keep(null, null, Map.of(), office.contact());
        assertThat(refused.problems())
                .extracting(CellProblem::column)
                .containsExactlyInAnyOrderElementsOf(
                        java.util.Arrays.stream(RosterColumn.values()).filter(RosterColumn::starred).toList());
    }

    @Test
    void anEmailBelongsToOnePersonInTheWholeSystem() {
        String email = Region.unique("ana.") + "@example.org";
        region.person(region.agency(AgencyKind.NAVIGATOR), email);
        Region.Office other = region.agency(AgencyKind.CAC);

        var refused = (Rosters.Kept.Refused) rosters.keep(null, null, Region.row(email.toUpperCase(java.util.Locale.ROOT)), other.contact());
        assertThat(refused.problems()).extracting(CellProblem::reason).containsExactly("roster.problem.email-taken");
    }

    @Test
    void twoAgenciesDraftTheSameEmailAndTheSecondSubmissionIsRefused() {
        String email = Region.unique("ana.") + "@example.org";
        Region.Office first = region.agency(AgencyKind.NAVIGATOR);
        Region.Office second = region.agency(AgencyKind.CAC);
        rosters.keep(null, null, Region.row(email), first.contact());
        rosters.keep(null, null, Region.row(email), second.contact());
        region.submit(first.contact());

        String version = rosters.review(second.contact()).version();
        assertThat(reason(rosters.submit(version, Set.of(), true, second.contact()))).isEqualTo("roster.refused.conflict");
    }

    @Test
    void somebodyInactiveMovesToAnotherAgencyByTrainingIdAndLastName() {
        Region.Office first = region.agency(AgencyKind.NAVIGATOR);
        Region.Office second = region.agency(AgencyKind.CAC);
        PersonId person = region.person(first);
        RosterRecord before = record(person);
        Map<RosterColumn, String> row = Region.row(String.valueOf(before.email()));
        row.put(RosterColumn.TRAINING_ID, before.trainingIdIfAny().orElseThrow());

        assertThat(reasons(rosters.keep(null, null, row, second.contact()))).containsExactly("roster.problem.active-elsewhere");
        rosters.stop(person, Rosters.Stop.EMPLOYMENT, first.contact());
        row.put(RosterColumn.LAST_NAME, "Other");
        assertThat(reasons(rosters.keep(null, null, row, second.contact()))).containsExactly("roster.problem.unknown-id");
        row.put(RosterColumn.LAST_NAME, "Torres");
        assertThat(rosters.keep(null, null, row, second.contact())).isEqualTo(new Rosters.Kept.Done(person));
        region.submit(second.contact());

        RosterRecord after = record(person);
        assertThat(after.agency()).isEqualTo(second.id());
        assertThat(after.trainingId()).isEqualTo(before.trainingId());
        assertThat(records.ofAgency(first.id())).isEmpty();
    }

    @Test
    void inactiveAndAccessNoTakeEffectAtOnceAndSurviveTheDraft() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.person(office);
        change(office.contact(), person, RosterColumn.CITY, "Ely");

        assertThat(rosters.stop(person, Rosters.Stop.PORTAL_ACCESS, office.contact())).isEqualTo(new Rosters.Sent.Done(2));
        assertThat(record(person).gaps()).containsExactly(ApprovalGap.ACCESS_NO);
        region.submit(office.contact());
        RosterRecord after = record(person);
        assertThat(after.gaps()).containsExactly(ApprovalGap.ACCESS_NO);
        assertThat(after.approved().intervals()).hasSize(1);
        assertThat(reason(rosters.stop(person, Rosters.Stop.PORTAL_ACCESS, office.contact())))
                .isEqualTo("roster.refused.stopped-already");
    }

    @Test
    void aStaleFormChangesNothing() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.person(office);
        RosterLine seen = rosters.line(person, office.contact());
        change(office.contact(), person, RosterColumn.CITY, "Ely");

        Map<RosterColumn, String> late = Region.row(Region.unique("late.") + "@example.org");
        var refused = (Rosters.Kept.Refused) rosters.keep(person, seen.draftAt(), late, office.contact());
        assertThat(refused.problems()).extracting(CellProblem::column).containsExactly(RosterColumn.EMAIL, RosterColumn.CITY);
        assertThat(refused.problems()).extracting(CellProblem::reason).containsOnly(CellProblem.MEANWHILE);
        RosterLine now = rosters.line(person, office.contact());
        assertThat(now.latest().city()).isEqualTo("Ely");
        assertThat(rosters.keep(person, now.draftAt(), late, office.contact())).isEqualTo(new Rosters.Kept.Done(person));
    }

    @Test
    void otherContactsSeeNoHomeAddressAndSubmitNothing() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.person(office);
        Actor privacy = region.contact(office.id(), ContactRole.PRIVACY_AND_SECURITY);

        assertThat(rosters.line(person, privacy).latest().street()).isEmpty();
        assertThatThrownBy(() -> rosters.review(privacy)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rosters.stop(person, Rosters.Stop.EMPLOYMENT, privacy)).isInstanceOf(NotFound.class);
        long refusals =
                jdbc.sql("SELECT count(*) FROM audit.line WHERE account = :a AND refused")
                        .param("a", privacy.account())
                        .query(Long.class)
                        .single();
        assertThat(refusals).isEqualTo(2);
    }

    @Test
    void anotherAgencysContactFindsNobody() {
        PersonId person = region.person(region.agency(AgencyKind.NAVIGATOR));
        Actor stranger = region.agency(AgencyKind.NAVIGATOR).contact();
        assertThatThrownBy(() -> rosters.line(person, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rosters.stop(person, Rosters.Stop.EMPLOYMENT, stranger)).isInstanceOf(NotFound.class);
    }

    @Test
    void anUploadIsPreviewedRowByRowAndTakenWholeOrNotAtAll() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        String email = Region.unique("ana.") + "@example.org";
        PersonId person = region.person(office, email);
        String good = heading() + line(Region.row(email)) + line(Region.row(Region.unique("bea.") + "@example.org"));
        Map<RosterColumn, String> moved = Region.row(email);
        moved.put(RosterColumn.CITY, "Ely");
        Map<RosterColumn, String> wrong = Region.row("office@example.org");
        wrong.put(RosterColumn.ZIP, "5510");

        upload(office, heading() + line(moved) + line(wrong));
        Rosters.Preview preview = rosters.preview(1, office.contact()).orElseThrow();
        assertThat(preview.rows().rows()).extracting(Rosters.PreviewRow::state)
                .containsExactly(Rosters.RowState.ERROR, Rosters.RowState.CHANGED);
        Rosters.PreviewRow error = preview.rows().rows().getFirst();
        assertThat(error.number()).isEqualTo(3);
        assertThat(error.problems()).extracting(CellProblem::column).containsExactlyInAnyOrder(RosterColumn.EMAIL, RosterColumn.ZIP);
        assertThat(preview.rows().rows().getLast().differences())
                .containsExactly(new Rosters.Difference(RosterColumn.CITY, "Duluth", "Ely"));
        assertThat(rosters.accept(preview.id(), office.contact())).isFalse();
        assertThat(rosters.home(office.contact()).changes()).isZero();

        upload(office, good);
        preview = rosters.preview(1, office.contact()).orElseThrow();
        assertThat(preview.counts()).containsEntry(Rosters.RowState.NEW, 1L).containsEntry(Rosters.RowState.UNCHANGED, 1L);
        assertThat(rosters.accept(preview.id(), office.contact())).isTrue();
        assertThat(rosters.preview(1, office.contact())).isEmpty();
        assertThat(rosters.home(office.contact()).changes()).isEqualTo(1);
        assertThat(rosters.line(person, office.contact()).changed()).isFalse();
    }

    @Test
    void filesThatAreNoneSayWhy() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        assertThat(noFile(office, new byte[0])).isEqualTo("roster.file.blank");
        assertThat(noFile(office, heading().getBytes(StandardCharsets.UTF_8))).isEqualTo("roster.file.empty");
        assertThat(noFile(office, "Email\nana@example.org\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("roster.file.columns");
        assertThat(noFile(office, (heading() + "\n,,\nN1,Ana,Torres,x\n").getBytes(StandardCharsets.UTF_8))).isEqualTo("roster.file.cells");
        assertThat(noFile(office, (heading() + "a\0b").getBytes(StandardCharsets.UTF_8))).isEqualTo("roster.file.nul");
        assertThat(noFile(office, (heading() + "Jos\u00e9").getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("roster.file.encoding");
        assertThat(noFile(office, new byte[10 * 1024 * 1024 + 1])).isEqualTo("roster.file.large");
        assertThat(noFile(office, (heading() + "\"Ana").getBytes(StandardCharsets.UTF_8))).isEqualTo("roster.file.quotes");
        assertThat(rosters.preview(1, office.contact())).isEmpty();
    }

    @Test
    void exportsAreSafeForSpreadsheetProgramsAndComeBackUnchanged() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.person(office);
        change(office.contact(), person, RosterColumn.BUSINESS_ADDRESS, "=HYPERLINK(\"x\")");
        region.submit(office.contact());

        String csv = rosters.export(office.contact());
        assertThat(csv).contains("'=HYPERLINK");
        upload(office, csv);
        assertThat(rosters.preview(1, office.contact()).orElseThrow().counts()).containsEntry(Rosters.RowState.UNCHANGED, 1L);
    }

    private RosterRecord record(PersonId person) {
        return java.util.Objects.requireNonNull(records.of(List.of(person)).get(person));
    }

    private void change(Actor contact, PersonId person, RosterColumn column, String value) {
        RosterLine line = rosters.line(person, contact);
        Map<RosterColumn, String> row = Region.row(line.latest().email());
        row.put(column, value);
        assertThat(rosters.keep(person, line.draftAt(), row, contact)).isInstanceOf(Rosters.Kept.Done.class);
    }

    private void upload(Region.Office office, String csv) {
        assertThat(rosters.upload("roster.csv", csv.getBytes(StandardCharsets.UTF_8), office.contact()))
                .isInstanceOf(Rosters.Uploaded.Ready.class);
    }

    private String noFile(Region.Office office, byte[] bytes) {
        return rosters.upload("roster.csv", bytes, office.contact()) instanceof Rosters.Uploaded.NoFile no ? no.reason() : "taken";
    }

    private static String heading() {
        return java.util.Arrays.stream(RosterColumn.values()).map(RosterColumn::heading).collect(Collectors.joining(",")) + "\n";
    }

    private static String line(Map<RosterColumn, String> row) {
        return java.util.Arrays.stream(RosterColumn.values())
                        .map(column -> "\"" + row.getOrDefault(column, "").replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String reason(Rosters.Sent sent) {
        return ((Rosters.Sent.Refused) sent).reason();
    }

    private static List<String> reasons(Rosters.Kept kept) {
        return ((Rosters.Kept.Refused) kept).problems().stream().map(CellProblem::reason).toList();
    }
}
