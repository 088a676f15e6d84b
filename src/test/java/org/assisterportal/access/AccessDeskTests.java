package org.assisterportal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.access.AccessDesk.Enrollment;
import org.assisterportal.access.AccessDesk.Outcome;
import org.assisterportal.access.AccessDesk.Tab;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.Rosters;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.CertificationStatus;
import org.assisterportal.certification.Certifications;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatActivated;
import org.assisterportal.identity.Invitation;
import org.assisterportal.notification.MailView;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarketplaceTest
class AccessDeskTests {
    @Autowired private Region region;
    @Autowired private AccessDesk desk;
    @Autowired private PortalAccess access;
    @Autowired private Rosters rosters;
    @Autowired private Agencies agencies;
    @Autowired private Certifications certifications;
    @Autowired private Accounts accounts;
    @Autowired private Outbox outbox;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;

    private final Actor officer = Region.officer();

    @Test
    void statusGoesFromNewOverNotCertifiedToCertified() {
        Region.Office office = region.agency(AgencyKind.CAC);
        PersonId person = region.person(office);
        assertThat(standing(person).certification().status()).isEqualTo(CertificationStatus.NOT_CERTIFIED);
        assertThat(certifications.recordBackground(person, BackgroundResult.CLEARED, Minnesota.today(clock), "", officer))
                .isEqualTo(new Certifications.BackgroundRecorded.Refused("certification.refused.too-early"));

        region.certify(person);
        AccessStanding certified = standing(person);
        assertThat(certified.certification().status()).isEqualTo(CertificationStatus.CERTIFIED);
        assertThat(certified.certification().assisterId()).matches("[A-Z0-9]{9}");

        certifications.recordBackground(person, BackgroundResult.PROBLEM, Minnesota.today(clock), "", officer);
        assertThat(standing(person).certification().status()).isEqualTo(CertificationStatus.NOT_CERTIFIED);
        assertThat(standing(person).certification().assisterId()).isEqualTo(certified.certification().assisterId());
    }

    @Test
    void thirteenOfTwentyIsNotEnoughAndFourteenIs() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.person(office);
        region.certify(person);
        region.pass(person, "assister-portal", 13, 20);
        assertThat(standing(person).state()).isEqualTo(AccessState.NOT_READY);
        assertThat(desk.enroll(List.of(person), officer)).isInstanceOf(Enrollment.Refused.class);
        region.pass(person, "assister-portal", 14, 20);
        assertThat(standing(person).state()).isEqualTo(AccessState.READY);
    }

    @Test
    void enrollingMakesAccountNumberAndTwoMailsInOneTransaction() {
        PersonId person = region.ready(region.agency(AgencyKind.NAVIGATOR));
        assertThat(queued(Tab.READY)).contains(person);

        assertThat(desk.enroll(List.of(person), officer)).isEqualTo(new Enrollment.Done(1, 0));

        AccessStanding enrolled = standing(person);
        assertThat(enrolled.state()).isEqualTo(AccessState.ENROLLED);
        assertThat(enrolled.referenceNumber()).matches("\\d{7}");
        assertThat(access.byReferenceNumber(String.valueOf(enrolled.referenceNumber()))).contains(person);
        assertThat(outbox.about(person.value())).extracting(MailView::kind)
                .containsExactlyInAnyOrder("training-open", "activation", "access-confirmed");
        assertThat(queued(Tab.READY)).doesNotContain(person);
        assertThat(desk.enroll(List.of(person), officer)).isEqualTo(new Enrollment.Done(0, 1));
        assertThat(desk.history(person, officer)).extracting(HistoryLine::what)
                .startsWith("enrolled")
                .contains("submitted.yes", "study.CLEARED", "passed", "trained");
    }

    @Test
    void aReviewShowsTheProofsAndWhatIsInTheWayAndChangesNothing() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId ready = region.ready(office);
        PersonId open = region.person(office);
        List<AccessDesk.Candidate> candidates = desk.review(List.of(open, ready, ready), officer);
        assertThat(candidates).extracting(one -> one.standing().person()).containsExactly(open, ready);
        assertThat(candidates.getFirst().refusals()).contains("access.reason.training.not-started");
        assertThat(candidates.getLast().refusals()).isEmpty();
        assertThat(standing(ready).state()).isEqualTo(AccessState.READY);
    }

    @Test
    void theDayCountsWhoBecameReadyAndWhoWasEnrolled() {
        AccessDesk.Day before = settledDay();
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId one = region.ready(office);
        region.ready(office);
        desk.enroll(List.of(one), officer);
        AccessDesk.Day after = settledDay();
        assertThat(after.arrived()).isEqualTo(before.arrived() + 1);
        assertThat(after.enrolled()).isEqualTo(before.enrolled() + 1);
        assertThat(after.oldest()).isNotNull();
    }

    /** Once nobody is left whom other tests' travels in time took out of the queue. */
    private AccessDesk.Day settledDay() {
        AccessDesk.QueuePage page = desk.queue(Tab.READY, null, 1, officer);
        AccessDesk.QueuePage again = desk.queue(Tab.READY, null, 1, officer);
        while (!again.day().equals(page.day())) {
            page = again;
            again = desk.queue(Tab.READY, null, 1, officer);
        }
        return again.day();
    }

    @Test
    void aSelectionIsEnrolledWholeOrNotAtAll() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId ready = region.ready(office);
        PersonId open = region.person(office);
        Enrollment.Refused refused = (Enrollment.Refused) desk.enroll(List.of(ready, open), officer);
        assertThat(refused.reasons()).containsOnlyKeys(open);
        assertThat(refused.reasons().get(open)).contains("access.reason.training.not-started");
        assertThat(standing(ready).state()).isEqualTo(AccessState.READY);
        assertThat(refusals(open)).isEqualTo(1);
    }

    @Test
    void twoOfficersAtTheSameMomentMakeOneAccount() throws Exception {
        PersonId person = region.ready(region.agency(AgencyKind.NAVIGATOR));
        List<Callable<Enrollment>> both = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            both.add(() -> desk.enroll(List.of(person), Region.officer()));
        }
        int enrolled = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Enrollment> outcome : threads.invokeAll(both)) {
                enrolled += ((Enrollment.Done) outcome.get()).enrolled();
            }
        }
        assertThat(enrolled).isEqualTo(1);
        assertThat(outbox.about(person.value())).hasSize(3);
    }

    @Test
    void accessNoSuspendsAtOnceAndBothAreMailed() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = active(office);
        rosters.stop(person, Rosters.Stop.PORTAL_ACCESS, office.contact());

        AccessStanding suspended = standing(person);
        assertThat(suspended.state()).isEqualTo(AccessState.SUSPENDED);
        assertThat(suspended.granted()).isFalse();
        assertThat(outbox.about(person.value())).extracting(MailView::kind).contains("access-suspended", "access-suspended-agency");
        assertThat(outcome(desk.reinstate(person, "asked", officer))).isEqualTo("access.refused.open");
    }

    @Test
    void aLapseMendedWithNoRequestInBetweenStillNeedsReinstatement() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = active(office);
        rosters.stop(person, Rosters.Stop.PORTAL_ACCESS, office.contact());
        var line = rosters.line(person, office.contact());
        rosters.keep(person, line.draftAt(), Region.row(line.latest().email()), office.contact());
        region.submit(office.contact());

        AccessStanding mended = standing(person);
        assertThat(mended.allFourMet()).isTrue();
        assertThat(mended.state()).isEqualTo(AccessState.SUSPENDED);
        assertThat(mended.reinstatable()).isTrue();
        assertThat(desk.reinstate(person, "checked by phone", officer)).isInstanceOf(Outcome.Done.class);
        assertThat(standing(person).state()).isEqualTo(AccessState.ACTIVE);
        assertThat(outbox.about(person.value())).extracting(MailView::kind).contains("access-reinstated");
    }

    @Test
    void anEndedContractSuspendsAfterItsLastDay() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = active(office);
        agencies.endContract(office.id(), Minnesota.today(clock), "agreed", officer);
        assertThat(standing(person).state()).isEqualTo(AccessState.ACTIVE);
        clock.travel(Duration.ofDays(1));
        try {
            assertThat(standing(person).state()).isEqualTo(AccessState.SUSPENDED);
        } finally {
            clock.travel(Duration.ofDays(-1));
        }
    }

    @Test
    void aHeldPersonLeavesTheQueueWithAReasonAndComesBack() {
        PersonId person = region.ready(region.agency(AgencyKind.NAVIGATOR));
        assertThat(desk.hold(person, "Name differs from the study", officer)).isInstanceOf(Outcome.Done.class);
        assertThat(standing(person).state()).isEqualTo(AccessState.HELD);
        assertThat(standing(person).holdReason()).isEqualTo("Name differs from the study");
        assertThat(((Enrollment.Refused) desk.enroll(List.of(person), officer)).reasons())
                .isEqualTo(Map.of(person, List.of("access.refused.held")));
        assertThat(desk.release(person, officer)).isInstanceOf(Outcome.Done.class);
        assertThat(standing(person).state()).isEqualTo(AccessState.READY);
    }

    @Test
    void aClosedAccountIsClosedForGood() {
        PersonId person = active(region.agency(AgencyKind.NAVIGATOR));
        assertThat(desk.close(person, "left the field", officer)).isInstanceOf(Outcome.Done.class);
        assertThat(standing(person).state()).isEqualTo(AccessState.CLOSED);
        assertThat(accounts.grants(Hat.ASSISTER, List.of(person.value()))).isEmpty();
        assertThat(((Enrollment.Refused) desk.enroll(List.of(person), officer)).reasons().get(person))
                .containsExactly("access.refused.closed");
    }

    @Test
    void noOfficerDecidesOnTheirOwnAgency() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.ready(office);
        EmailAddress email = new EmailAddress(Region.unique("olga.") + "@example.org");
        transaction.executeWithoutResult(
                status ->
                        accounts.invite(
                                List.of(new Invitation(email, "Olga", Hat.ARC_OFFICER, null, null, "ARC", "ARC")), Actor.SYSTEM));
        var account = accounts.byEmail(email).orElseThrow().value();
        Actor own = new Actor(account, Hat.ARC_OFFICER, account, null, "Olga");
        agencies.inviteContact(office.id(), "Olga", email, java.util.Set.of(ContactRole.PAYMENT_COORDINATOR), officer);

        assertThat(((Enrollment.Refused) desk.enroll(List.of(person), own)).reasons().get(person))
                .containsExactly("access.refused.own");
        assertThat(outcome(desk.hold(person, "x", own))).isEqualTo("access.refused.own");
        assertThat(certifications.recordBackground(person, BackgroundResult.CLEARED, Minnesota.today(clock), "", own))
                .isEqualTo(new Certifications.BackgroundRecorded.Refused("certification.refused.own"));
    }

    @Test
    void everyNumberFindsThePersonAndTheSearchIsRecordedWithoutTheTerm() {
        PersonId person = active(region.agency(AgencyKind.NAVIGATOR));
        AccessStanding standing = standing(person);
        for (String term :
                List.of(
                        String.valueOf(standing.referenceNumber()), String.valueOf(standing.certification().assisterId()),
                        standing.roster().trainingIdIfAny().orElseThrow(), String.valueOf(standing.roster().email()),
                        standing.roster().agencyName())) {
            assertThat(desk.search(term, 1, officer).rows()).extracting(AccessStanding::person).contains(person);
        }
        String facts =
                jdbc.sql("SELECT string_agg(facts::text, ' ') FROM audit.line WHERE act = 'person.searched' AND account = :a")
                        .param("a", officer.account())
                        .query(String.class)
                        .single();
        assertThat(facts).doesNotContain(String.valueOf(standing.roster().email()));
    }

    @Test
    void everyWordOfANameFindsThePersonInAnyOrderAndWithoutAccents() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        String family = "Ñúñez" + (char) ('a' + clock.instant().getNano() % 20);
        var row = Region.row(Region.unique("maria.") + "@example.org");
        row.put(RosterColumn.FIRST_NAME, "María José");
        row.put(RosterColumn.LAST_NAME, family);
        PersonId person = ((Rosters.Kept.Done) rosters.keep(null, null, row, office.contact())).person();
        region.submit(office.contact());
        String agency = standing(person).roster().agencyName();
        String plain = family.replace("Ñúñ", "nun");
        for (String term : List.of("María " + family, plain + " maria", "jose, " + plain.toUpperCase(java.util.Locale.ROOT), plain + " " + agency)) {
            assertThat(desk.search(term, 1, officer).rows()).extracting(AccessStanding::person).contains(person);
        }
        assertThat(desk.search(plain + " nobody", 1, officer).rows()).isEmpty();
        assertThat(desk.search("%" + plain, 1, officer).rows()).isEmpty();
    }

    @Test
    void onlyOfficersFindTheDesk() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.ready(office);
        assertThatThrownBy(() -> desk.enroll(List.of(person), office.contact())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.show(person, office.contact())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.queue(Tab.READY, null, 1, office.contact())).isInstanceOf(NotFound.class);
    }

    private PersonId active(Region.Office office) {
        PersonId person = region.ready(office);
        desk.enroll(List.of(person), officer);
        var grant = accounts.grants(Hat.ASSISTER, List.of(person.value())).values().iterator().next();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new HatActivated(grant.account(), Hat.ASSISTER, person.value(), clock.instant())));
        assertThat(standing(person).state()).isEqualTo(AccessState.ACTIVE);
        return person;
    }

    private AccessStanding standing(PersonId person) {
        return access.of(person).orElseThrow();
    }

    private List<PersonId> queued(Tab tab) {
        List<PersonId> people = new ArrayList<>();
        int page = 1;
        AccessDesk.QueuePage queue;
        do {
            queue = desk.queue(tab, null, page++, officer);
            people.addAll(queue.rows().rows().stream().map(AccessStanding::person).toList());
        } while (queue.rows().hasNext());
        return people;
    }

    private long refusals(PersonId person) {
        return jdbc.sql("SELECT count(*) FROM audit.line WHERE subject = :p AND refused").param("p", person.value()).query(Long.class).single();
    }

    private static String outcome(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? refused.reason() : "done";
    }
}
