package org.assisterportal.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Place;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.SpotChecks;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.Accounts;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Authorizations by mail in the officers' hands. */
@MarketplaceTest
class SpotCheckPageTests {
    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private Region region;
    @Autowired private Household household;
    @Autowired private Authorizations authorizations;
    @Autowired private Agencies agencies;
    @Autowired private Accounts accounts;
    @Autowired private Tasks tasks;
    @Autowired private SpotChecks spotChecks;

    private final String email = Region.unique("maria") + "@families.example";
    private Town.People people;
    private Household.Assister ana;

    @BeforeEach
    void oneAssister() {
        people = town.people();
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
    }

    /** Where the assister asked from. */
    private UUID givenByOneHand() {
        return household.givenByMail(ana.actor(), email, new Place("192.0.2.1", "Assister's browser", List.of(), null));
    }

    private String page(String path) {
        Caller.Answer answer = caller.get(people.officer(), path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    private AuthorizationView given() {
        return authorizations.history(household.without(email)).getFirst();
    }

    @Test
    void theListNamesNoConsumerAndSaysWhatToLookAt() {
        UUID id = givenByOneHand();
        assertThat(page("/arc/spot-checks"))
                .contains("/arc/spot-checks/" + id, String.valueOf(given().number()), given().agencyName())
                .contains("Same network", "Same kind of browser", "Not checked")
                .doesNotContain("Maria Lopez", email);
        assertThat(page("/arc/spot-checks/" + id))
                .contains("Maria Lopez", email, "without an account, with a code by mail", "also when one person did both");
    }

    @Test
    void whatLooksLikeOneHandIsATaskWhichTheCheckCloses() {
        UUID id = givenByOneHand();
        UUID task = household.task("spot-check", id).id();
        assertThat(page("/arc/tasks/" + task)).contains("Check an authorization that was given by mail", "/arc/spot-checks/" + id);
        assertThat(caller.post(people.officer(), "/arc/spot-checks/" + id, "result=FINE&note=").body())
                .contains("There is a problem", "href=\"#note\"");
        assertThat(caller.post(people.officer(), "/arc/spot-checks/" + id, "result=FINE&note=Called+her").location())
                .isEqualTo("/arc/spot-checks");
        assertThat(page("/arc/spot-checks/" + id)).contains("Checked: it is fine", "Called her").doesNotContain("name=\"note\"");
        assertThat(tasks.find(task, Region.officer()).orElseThrow().result()).isEqualTo("Called her");
        assertThat(given().ended()).isFalse();
        assertThat(caller.post(people.officer(), "/arc/spot-checks/" + id, "result=STOPPED&note=x").location())
                .as("a colleague was faster").isEqualTo("/arc/spot-checks/" + id);
        assertThat(given().ended()).isFalse();
    }

    @Test
    void theTaskIsNotClosedWithoutTheCheck() {
        UUID id = givenByOneHand();
        UUID task = household.task("spot-check", id).id();
        caller.post(people.officer(), "/arc/tasks/" + task + "/take", "");
        assertThat(caller.post(people.officer(), "/arc/tasks/" + task + "/close", "result=Fine").location()).isEqualTo("/arc/tasks/" + task);
        assertThat(tasks.find(task, Region.officer()).orElseThrow().doneAt()).isNull();
        assertThat(tasks.close(task, "Fine", Region.officer())).isEqualTo(Tasks.Outcome.NOT_RECORDED);
    }

    @Test
    void whatIsStoppedEndsAtOnceAndTheConsumerIsTold() {
        UUID id = household.givenByMail(ana.actor(), email);
        assertThat(caller.post(people.officer(), "/arc/spot-checks/" + id, "result=STOPPED&note=Never+heard+of+her").status()).isEqualTo(302);
        assertThat(given().endReason()).isEqualTo(EndReason.STAFF);
        assertThat(household.newestMail(email, "your authorization has ended")).isNotEmpty();
        assertThat(page("/arc/spot-checks")).contains("Stopped");
    }

    @Test
    void anOfficerDoesNotCheckTheirOwnAgencysPeople() {
        UUID id = household.givenByMail(ana.actor(), email);
        Actor officer = Objects.requireNonNull(people.officer().actor());
        agencies.inviteContact(
                ana.office().id(), "Olga Officer", new EmailAddress(accounts.view(officer.accountId()).email()),
                java.util.Set.of(ContactRole.PAYMENT_COORDINATOR), Region.officer());
        assertThat(page("/arc/spot-checks/" + id)).contains("This concerns you or your agency").doesNotContain("Maria", "name=\"note\"");
        caller.post(people.officer(), "/arc/spot-checks/" + id, "result=FINE&note=Fine");
        assertThat(spotChecks.show(id, Region.officer()))
                .as("a colleague's to check")
                .isInstanceOfSatisfying(SpotChecks.Look.Shown.class, shown -> assertThat(shown.check().result()).isNull());
        assertThat(given().ended()).isFalse();
    }

    @Test
    void whatWasNotGivenByMailIsNotThere() {
        Actor tom = household.consumer("Tom", "Olson");
        UUID id = household.authorize(tom, ana, Scope.SEE).id();
        assertThat(caller.get(people.officer(), "/arc/spot-checks/" + id).status()).isEqualTo(404);
    }
}
