package org.assisterportal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk.Enrollment;
import org.assisterportal.access.AccessDesk.Outcome;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.Agencies.Kept;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.CellProblem;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.agency.Rosters;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.ActivationView;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.Invitation;
import org.assisterportal.identity.Staff;
import org.assisterportal.notification.MailView;
import org.assisterportal.notification.Outbox;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an agency or an officer tries with people, addresses and accounts that aren't theirs. */
@MarketplaceTest
class OtherPeoplesHandsTests {
    @Autowired private Region region;
    @Autowired private AccessDesk desk;
    @Autowired private Rosters rosters;
    @Autowired private RosterRecords records;
    @Autowired private Agencies agencies;
    @Autowired private Accounts accounts;
    @Autowired private Staff staff;
    @Autowired private Outbox outbox;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;
    @Autowired private TransactionTemplate transaction;

    private final Actor officer = Region.officer();

    @Test
    void aRostersNewAddressTakesTheHatAndLeavesAPendingOfficersAccountWhereItIs() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.ready(office);
        EmailAddress invited = somebody("new.officer.");
        AccountId pending = invite(invited, Hat.ARC_OFFICER);
        move(office, person, invited);
        desk.enroll(List.of(person), officer);
        assertThat(hat(person).account()).isEqualTo(pending);

        EmailAddress elsewhere = somebody("elsewhere.");
        move(office, person, elsewhere);

        assertThat(accounts.view(pending).email()).isEqualTo(invited.value());
        assertThat(accounts.hats(pending)).extracting(HatGrant::hat).containsExactly(Hat.ARC_OFFICER);
        AccountId own = accounts.byEmail(elsewhere).orElseThrow();
        assertThat(accounts.hats(own)).extracting(HatGrant::subject).containsExactly(person.value());
        assertThat(outbox.about(pending.value())).extracting(MailView::to).containsOnly(invited.value());
    }

    @Test
    void theOldLinkDiesAlsoWhenTheNewAddressHasAnAccount() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.ready(office);
        desk.enroll(List.of(person), officer);
        var first = accounts.activation(Hat.ASSISTER, person.value()).orElseThrow();
        EmailAddress contact = somebody("pia.");
        AccountId pia = invite(contact, Hat.AGENCY_CONTACT);

        move(office, person, contact);

        assertThat(hat(person).account()).isEqualTo(pia);
        ActivationView second = accounts.activation(Hat.ASSISTER, person.value()).orElseThrow();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.email()).isEqualTo(contact.value());
        assertThat(withdrawn(first)).isTrue();

        move(office, person, somebody("back."));
        assertThat(withdrawn(second)).isTrue();
        assertThat(accounts.hats(pia)).extracting(HatGrant::hat).containsExactly(Hat.AGENCY_CONTACT);
    }

    @Test
    void noLinkGoesToAnOfficersAddressUntilAnotherOfficerSendsIt() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.ready(office);
        desk.enroll(List.of(person), officer);
        EmailAddress address = somebody("olga.");
        AccountId account = invite(address, Hat.ARC_OFFICER);
        Actor olga = new Actor(account.value(), Hat.ARC_OFFICER, account.value(), null, "Olga");

        move(office, person, address);

        assertThat(accounts.activation(Hat.ASSISTER, person.value()).orElseThrow().withdrawnAt()).isNotNull();
        assertThat(desk.resendLink(person, olga)).isEqualTo(new Outcome.Refused("access.refused.own"));
        assertThat(desk.resendLink(person, officer)).isInstanceOf(Outcome.Done.class);
        assertThat(accounts.activation(Hat.ASSISTER, person.value()).orElseThrow().email()).isEqualTo(address.value());
    }

    @Test
    void noOfficerEnrollsWhoHasTheirOwnAddressOnARoster() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.ready(office);
        EmailAddress address = somebody("olga.");
        AccountId account = invite(address, Hat.ARC_OFFICER);
        move(office, person, address);
        Actor olga = new Actor(account.value(), Hat.ARC_OFFICER, account.value(), null, "Olga");

        assertThat(((Enrollment.Refused) desk.enroll(List.of(person), olga)).reasons().get(person))
                .containsExactly("access.refused.own");
        assertThat(desk.hold(person, "mine", olga)).isEqualTo(new Outcome.Refused("access.refused.own"));
        assertThat(desk.enroll(List.of(person), officer)).isEqualTo(new Enrollment.Done(1, 0));
    }

    @Test
    void aStaleDraftTakesNobodyFromTheAgencyWhereTheyAreActiveNow() {
        Region.Office lakes = region.agency(AgencyKind.NAVIGATOR);
        Region.Office prairie = region.agency(AgencyKind.NAVIGATOR);
        PersonId noor = region.person(lakes);
        String trainingId = record(noor).trainingIdIfAny().orElseThrow();
        change(lakes, noor, RosterColumn.CITY, "Ely");
        rosters.stop(noor, Rosters.Stop.EMPLOYMENT, lakes.contact());
        change(lakes, noor, RosterColumn.EMPLOYMENT, "Active");
        Map<RosterColumn, String> taken = Region.row(Region.unique("noor.") + "@example.org");
        taken.put(RosterColumn.TRAINING_ID, trainingId);
        assertThat(rosters.keep(null, null, taken, prairie.contact())).isInstanceOf(Rosters.Kept.Done.class);
        region.submit(prairie.contact());

        String version = rosters.review(lakes.contact()).version();
        assertThat(rosters.submit(version, Set.of(), true, lakes.contact()))
                .isInstanceOfSatisfying(
                        Rosters.Sent.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("roster.refused.conflict"));
        assertThat(record(noor).agency()).isEqualTo(prairie.id());
    }

    @Test
    void anEntryDoesNotPassToAnotherHuman() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId ana = region.person(office);
        Map<RosterColumn, String> other = Region.row(Region.unique("mallory.") + "@example.org");
        other.put(RosterColumn.FIRST_NAME, "Mallory");
        other.put(RosterColumn.LAST_NAME, "Malice");
        var refused = (Rosters.Kept.Refused) rosters.keep(ana, null, other, office.contact());
        assertThat(refused.problems()).extracting(CellProblem::reason).containsExactly("roster.problem.another-person");

        other.put(RosterColumn.FIRST_NAME, "Ana");
        assertThat(rosters.keep(ana, null, other, office.contact())).isInstanceOf(Rosters.Kept.Done.class);
    }

    @Test
    void whatAnAssisterSignsInWithIsNobodyElsesRosterAddress() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId ana = region.ready(office);
        desk.enroll(List.of(ana), officer);
        String address = accounts.view(hat(ana).account()).email();
        jdbc.sql("UPDATE identity.hat SET activated_at = now() WHERE subject = :id").param("id", ana.value()).update();
        move(office, ana, somebody("ana.new."));

        var refused = (Rosters.Kept.Refused) rosters.keep(null, null, Region.row(address), office.contact());
        assertThat(refused.problems()).extracting(CellProblem::reason).containsExactly("roster.problem.email-taken");
    }

    @Test
    void anOfficerKeepsNoAgencyInWhichTheyAreOrWereLatelyAContact() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.ready(office);
        EmailAddress address = somebody("olga.");
        AccountId account = invite(address, Hat.ARC_OFFICER);
        Actor olga = new Actor(account.value(), Hat.ARC_OFFICER, account.value(), null, "Olga");
        Set<ContactRole> roles = Set.of(ContactRole.AGENCY_ADMINISTRATOR);

        assertThat(agencies.inviteContact(office.id(), "Olga", address, roles, olga))
                .isEqualTo(new Kept.Refused("agency.refused.yourself"));
        var contact = agencies.inviteContact(office.id(), "Olga", address, roles, officer).id();
        Kept own = new Kept.Refused("agency.refused.own");
        assertThat(agencies.changeRoles(office.id(), contact, roles, olga)).isEqualTo(own);
        assertThat(agencies.inviteContact(office.id(), "Max", somebody("max."), roles, olga)).isEqualTo(own);
        assertThat(agencies.endContact(office.id(), contact, olga)).isEqualTo(own);

        agencies.endContact(office.id(), contact, officer);
        assertThat(desk.hold(person, "mine", olga)).isEqualTo(new Outcome.Refused("access.refused.own"));
        clock.travel(Duration.ofDays(366));
        try {
            assertThat(accounts.ownAffairs(olga).include(office.id())).isFalse();
        } finally {
            clock.travel(Duration.ofDays(-366));
        }
    }

    @Test
    void anAdministratorDoesNotInviteThemselvesToTheDesk() {
        EmailAddress address = somebody("adam.");
        AccountId account = invite(address, Hat.ADMINISTRATOR);
        Actor adam = new Actor(account.value(), Hat.ADMINISTRATOR, account.value(), null, "Adam");
        assertThat(staff.inviteOfficer(address, "Adam", adam))
                .isEqualTo(new Staff.Outcome.Refused("staff.refused.yourself", List.of()));
        assertThat(accounts.hats(account)).extracting(HatGrant::hat).containsExactly(Hat.ADMINISTRATOR);
    }

    private static EmailAddress somebody(String name) {
        return new EmailAddress(Region.unique(name) + "@example.org");
    }

    private AccountId invite(EmailAddress email, Hat hat) {
        transaction.executeWithoutResult(
                status -> accounts.invite(List.of(new Invitation(email, "Name", hat, null, null, "ARC", "ARC")), Actor.SYSTEM));
        return accounts.byEmail(email).orElseThrow();
    }

    private HatGrant hat(PersonId person) {
        return accounts.grants(Hat.ASSISTER, List.of(person.value())).values().iterator().next();
    }

    private RosterRecord record(PersonId person) {
        return records.of(List.of(person)).values().iterator().next();
    }

    private boolean withdrawn(ActivationView link) {
        return jdbc.sql("SELECT withdrawn_at IS NOT NULL FROM identity.activation WHERE id = :id")
                .param("id", link.id())
                .query(Boolean.class)
                .single();
    }

    private void move(Region.Office office, PersonId person, EmailAddress to) {
        change(office, person, RosterColumn.EMAIL, to.value());
        region.submit(office.contact());
    }

    private void change(Region.Office office, PersonId person, RosterColumn column, String value) {
        var line = rosters.line(person, office.contact());
        Map<RosterColumn, String> row = new EnumMap<>(Region.row(line.latest().email()));
        row.put(column, value);
        assertThat(rosters.keep(person, line.draftAt(), row, office.contact())).isInstanceOf(Rosters.Kept.Done.class);
    }
}
