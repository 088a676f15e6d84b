package org.assisterportal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.identity.Accounts;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;

/** What the administrator is told when an invitation isn't sent. */
@MarketplaceTest
class StaffPageTests {
    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private Accounts accounts;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private Town.People people;

    @BeforeEach
    void settle() {
        people = town.people();
    }

    @Test
    void anOfficerIsInvitedOnceAndThenGetsANewLinkOrNone() {
        String email = Region.unique("olive.") + "@example.org";
        assertThat(invite("Olive Oak", email).status()).isEqualTo(302);
        assertThat(invite("Olive Oak", email).body())
                .contains("E-mail: Olive Oak was invited already and has not set up the account. Send a new link in the list above.");
        String subject = accounts.byEmail(new EmailAddress(email)).orElseThrow().toString();
        Caller.Answer sent = caller.post(people.administrator(), "/admin/officers/" + subject + "/link", "");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(caller.get(people.administrator(), "/admin?linked").body()).contains("A new link is on its way by mail.");

        jdbc.sql("UPDATE identity.hat SET activated_at = :now WHERE subject = :subject::uuid")
                .param("now", Sql.time(clock.instant()))
                .param("subject", subject)
                .update();
        assertThat(invite("Olive Oak", email).body()).contains("E-mail: Olive Oak is an ARC officer already.");
        assertThat(caller.post(people.administrator(), "/admin/officers/" + subject + "/link", "").status()).isEqualTo(404);
    }

    @Test
    void aSharedMailboxIsNoOfficersAndNoContacts() {
        String words = "E-mail: this mailbox is shared or a role. Use an e-mail that only this person reads.";
        assertThat(invite("Ina Info", "info@example.org").body()).contains(words, "info@example.org");
        Caller.Answer contact =
                caller.post(
                        people.officer(), "/arc/agencies/" + people.office().id() + "/contacts",
                        "name=Ina+Info&email=info@example.org&roles=PAYMENT_COORDINATOR");
        assertThat(contact.status()).isEqualTo(200);
        assertThat(contact.body()).contains(words, "value=\"Ina Info\"");
    }

    private Caller.Answer invite(String name, String email) {
        return caller.post(people.administrator(), "/admin/officers", "name=" + name.replace(' ', '+') + "&email=" + email);
    }
}
