package org.assisterportal.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.Rosters;
import org.assisterportal.identity.Accounts;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an officer reads on a person's page, and what the page offers only when it can be done. */
@MarketplaceTest
class PersonPageTests {
    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private Region region;
    @Autowired private Rosters rosters;
    @Autowired private AccessDesk desk;
    @Autowired private Accounts accounts;
    @Autowired private Agencies agencies;
    @Autowired private JdbcClient jdbc;

    private Town.People people;

    @BeforeEach
    void settle() {
        people = town.people();
    }

    @Test
    void bothInformationsAreReadThereAndTheRostersPhoneWhereTheCallBackIsRecorded() {
        PersonId person = enrolled();
        assertThat(page("/arc/people/" + person))
                .contains("Certification Information", "612-555-0123", "12 Elm Street, Duluth, MN 55802")
                .contains("Public-Facing Information", "612-555-0100", "English; Spanish", "Carlton; St. Louis");
        var account = Objects.requireNonNull(accounts.grants(Hat.ASSISTER, List.of(person.value())).get(person.value())).account();
        assertThat(page("/arc/resets/accounts/" + account)).contains("Phone on the roster", "612-555-0123");
    }

    @Test
    void onlyWhatCanBeDoneIsOffered() {
        String notYet = "A background study can be recorded after the first two courses are passed.";
        PersonId person = people.person();
        assertThat(page("/arc/people/" + person)).contains(notYet).doesNotContain("Record a background study");
        region.passCertificationCourses(person);
        assertThat(page("/arc/people/" + person)).contains("Record a background study").doesNotContain(notYet);

        PersonId enrolled = enrolled();
        desk.withdrawLink(enrolled, people.officer().actor());
        assertThat(page("/arc/people/" + enrolled))
                .contains("The activation link was withdrawn on", "Send a new activation link")
                .doesNotContain("Withdraw the activation link", "works through");
        rosters.stop(enrolled, Rosters.Stop.PORTAL_ACCESS, people.office().contact());
        assertThat(page("/arc/people/" + enrolled))
                .contains("Reinstating is possible when all four requirements hold again.")
                .doesNotContain("value=\"REINSTATE\"");
        desk.close(enrolled, "Left.", people.officer().actor());
        assertThat(page("/arc/people/" + enrolled)).contains("Closed on").doesNotContain("What you can do");
    }

    @Test
    void anAgencysPageSaysWhichContactsHaveSetUpTheirAccountsAndFindsItsPeople() {
        String path = "/arc/agencies/" + people.office().id();
        String contact = String.valueOf(people.payer().actor().subject());
        assertThat(page(path)).contains("Invited on ", "Send a new link", "People of this agency");
        assertThat(caller.post(people.officer(), path + "/contacts/" + contact + "/link", "").status()).isEqualTo(302);
        jdbc.sql("UPDATE identity.hat SET activated_at = now() WHERE subject = :subject::uuid").param("subject", contact).update();
        assertThat(page(path)).contains(">Active<");
        String code = agencies.find(people.office().id()).orElseThrow().code();
        assertThat(caller.post(people.officer(), "/arc/people", "q=" + code).body()).contains(people.person().toString());
    }

    private PersonId enrolled() {
        PersonId person = region.ready(people.office());
        desk.enroll(List.of(person), people.officer().actor());
        return person;
    }

    private String page(String path) {
        Caller.Answer answer = caller.get(people.officer(), path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }
}
