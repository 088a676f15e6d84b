package org.assisterportal.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A contract that ends while no process runs: access ends all the same, and the mails go out once. */
class LapseProcessTests {
    private final Marketplace marketplace = Marketplace.open();

    @Test
    void aLapseWhileEveryProcessIsDownRefusesTheFirstRequestAndIsToldOnce() {
        Agency agency = marketplace.agency(1);
        UUID person = agency.people.getFirst();
        Member assister = agency.activeAssister(person);
        marketplace.process("a").stop();
        marketplace.process("b").stop();
        // As the rows would stand had the contract, made two years ago, run out at midnight.
        marketplace.sql()
                .sql(
                        "UPDATE agency.contract SET last_day = (now() AT TIME ZONE 'America/Chicago')::date - 1"
                                + " WHERE agency = :agency")
                .param("agency", agency.id)
                .update();
        marketplace.sql()
                .sql(
                        "UPDATE access.projection SET next_change = date_trunc('day', now(), 'America/Chicago')"
                                + " WHERE person = :person")
                .param("person", person)
                .update();

        marketplace.up();
        // The queue finds the row stale while both processes sweep: still nobody is told twice.
        marketplace.officer().browser.open("/arc/queue?tab=ACTIVE");
        assister.browser.open("/portal");
        assertThat(assister.browser.title()).isEqualTo("Your access to the assister portal is suspended");
        assertThat(assister.browser.text()).contains("contract");

        marketplace.eventually("SELECT count(*) FROM notification.outbox WHERE subject = '" + person
                + "' AND kind LIKE 'access-suspended%' AND state = 'SENT'", 2L);
        marketplace.eventually("SELECT count(*) FROM access.projection WHERE next_change <= now()", 0L);
        assertThat(marketplace.mail.taken(assister.email))
                .filteredOn(letter -> letter.text().contains("contract"))
                .hasSize(1);
        assertThat(marketplace.mail.taken(agency.contact.email))
                .filteredOn(letter -> letter.text().contains("lost access to the assister portal"))
                .hasSize(1);
        assertThat(marketplace.count("access.event WHERE person = '" + person + "' AND what = 'suspended'")).isOne();
    }
}
