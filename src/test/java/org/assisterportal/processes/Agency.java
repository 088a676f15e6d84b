package org.assisterportal.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assisterportal.Region;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.shared.Minnesota;

/** An agency of the marketplace with its contact and people, worked through the product's own pages. */
final class Agency {
    final UUID id;
    final Member contact;
    final List<UUID> people = new ArrayList<>();
    private final Marketplace marketplace;

    Agency(Marketplace marketplace, UUID id, Member contact) {
        this.marketplace = marketplace;
        this.id = id;
        this.contact = contact;
    }

    String emailOf(UUID person) {
        return marketplace.sql()
                .sql("SELECT email_key FROM agency.person WHERE id = :id")
                .param("id", person)
                .query(String.class)
                .single();
    }

    void addReadyPeople(int count) {
        for (int i = 0; i < count; i++) {
            people.add(add(contact.browser, Region.row(Region.unique("ana.") + "@lakes.example")));
        }
        submit(contact.browser);
        for (UUID person : people) {
            learn(person);
            Visitor arc = marketplace.officer().browser;
            arc.open("/arc/people/" + person);
            String today = LocalDate.now(Minnesota.ZONE).toString();
            arc.send("/background", "result", "CLEARED", "studied", today, "note", "");
        }
    }

    /** Types the row into the form for a new person; the person's id. */
    static UUID add(Visitor contact, Map<RosterColumn, String> row) {
        contact.open("/amp/people/new");
        contact.send(
                "/amp/people",
                row.entrySet().stream()
                        .flatMap(cell -> Stream.of(cell.getKey().field(), cell.getValue()))
                        .toArray(String[]::new));
        assertThat(contact.text()).contains("Kept in the draft");
        return UUID.fromString(contact.path().substring("/amp/people/".length()));
    }

    static void submit(Visitor contact) {
        contact.open("/amp/submit");
        contact.send("/amp/submit", "attested", "true");
        assertThat(contact.text()).contains("Submission no. ");
    }

    /** What the Learning Center keeps of somebody who passed everything; the production journey walks it in full. */
    private void learn(UUID person) {
        marketplace.sql()
                .sql(
                        """
                        WITH course(code, of) AS (VALUES ('data-security-ethics', 10), ('core-curriculum', 10),
                                                         ('assister-portal', 20)),
                             done AS (INSERT INTO learning.training_done SELECT :person, code, now() FROM course)
                        INSERT INTO learning.attempt
                               (id, person, course, started_at, out_of, graded_at, points, pass_mark, passed)
                        SELECT gen_random_uuid(), :person, code, now(), of, now(), of, 70, true FROM course
                        """)
                .param("person", person)
                .update();
    }

    /** Enrolls and lets the person set up the account. */
    Member activeAssister(UUID person) {
        Visitor arc = marketplace.officer().browser;
        arc.open("/arc/people/" + person);
        arc.send("/arc/enroll");
        assertThat(arc.text()).contains("1 person was enrolled");
        Member assister = marketplace.join(emailOf(person));
        assister.browser.open("/portal");
        assertThat(assister.browser.title()).contains("Welcome");
        return assister;
    }
}
