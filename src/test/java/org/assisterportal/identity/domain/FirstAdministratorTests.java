package org.assisterportal.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Activations;
import org.assisterportal.identity.Activations.Link;
import org.assisterportal.identity.Staff;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarketplaceTest
@Transactional
class FirstAdministratorTests {
    @Autowired private FirstAdministrator first;
    @Autowired private Activations activations;
    @Autowired private Accounts accounts;
    @Autowired private Staff staff;
    @Autowired private JdbcClient jdbc;

    private static Link look(Activations activations, String link) {
        return activations.look(link.substring(link.lastIndexOf('/') + 1));
    }

    @Test
    void theLinkIsMadeAnewUntilAnAdministratorIsActiveAndThenRefused() {
        jdbc.sql("UPDATE identity.hat SET ended_at = now() WHERE hat = 'ADMINISTRATOR' AND ended_at IS NULL").update();
        EmailAddress email = new EmailAddress("adam." + UUID.randomUUID() + "@example.org");
        String old = first.link(email).orElseThrow();
        String link = first.link(email).orElseThrow();
        assertThat(look(activations, old)).isInstanceOf(Link.Withdrawn.class);
        assertThat(look(activations, link)).isInstanceOf(Link.Usable.class);
        jdbc.sql("UPDATE identity.hat SET activated_at = now() WHERE hat = 'ADMINISTRATOR' AND ended_at IS NULL").update();
        assertThat(first.link(email)).isEmpty();
    }

    @Test
    void anAdministratorInvitesAndEndsOfficersAndNobodyElseDoes() {
        Actor administrator = new Actor(UUID.randomUUID(), Hat.ADMINISTRATOR, null, null, "Adam Admin");
        EmailAddress email = new EmailAddress("olga." + UUID.randomUUID() + "@example.org");
        staff.inviteOfficer(email, "Olga Officer", administrator);
        UUID subject = accounts.byEmail(email).orElseThrow().value();
        assertThat(officers(administrator)).contains(subject);
        staff.endOfficer(subject, administrator);
        assertThat(officers(administrator)).doesNotContain(subject);

        Actor officer = new Actor(UUID.randomUUID(), Hat.ARC_OFFICER, null, null, "Olga Officer");
        assertThatThrownBy(() -> staff.inviteOfficer(email, "Olga", officer)).isInstanceOf(NotFound.class);
    }

    private List<UUID> officers(Actor administrator) {
        List<UUID> all = new ArrayList<>();
        int page = 1;
        PageOf<Staff.Member> members;
        do {
            members = staff.officers(page++, administrator);
            all.addAll(members.rows().stream().map(Staff.Member::subject).toList());
        } while (members.hasNext());
        return all;
    }
}
