package org.assisterportal.agency.domain;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.Rosters.Submitted;
import org.assisterportal.agency.SubmissionView;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.PersonName;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Submissions and the entries they put in force; nothing here is ever changed but an entry's end. */
@Component
class SubmissionTable {
    private static final int PAGE = 25;
    private static final int PEOPLE = 50;
    private static final int MOST_PAGES = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SubmissionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A submission just made. */
    record Made(UUID id, int number, Instant at) {}

    /** Somebody who has just got a Training ID. */
    record Opened(PersonId person, String trainingId, RosterEntry entry) {}

    /** Lets one submission of an agency happen at a time. */
    void lock(AgencyId agency) {
        jdbc.sql("SELECT id FROM agency.agency WHERE id = :id FOR UPDATE").param("id", agency.value()).query(UUID.class).single();
    }

    /** Lets nobody else move these people meanwhile: a person in two agencies' drafts is judged by one after the other. */
    void lockDrafted(AgencyId agency) {
        jdbc.sql(
                        "SELECT id FROM agency.person WHERE id IN (SELECT person FROM agency.draft_entry WHERE agency = :agency)"
                                + " ORDER BY id FOR UPDATE")
                .param("agency", agency.value())
                .query(UUID.class)
                .list();
    }

    void lock(PersonId person) {
        jdbc.sql("SELECT id FROM agency.person WHERE id = :id FOR UPDATE").param("id", person.value()).query(UUID.class).list();
    }

    /** Puts the whole draft in force and empties it. */
    Made sendDraft(AgencyId agency, String attestation, Actor by) {
        Made made = insert(agency, "ROSTER", attestation, by, newHere(agency), drafted(agency));
        jdbc.sql(
                        """
                        INSERT INTO agency.person (id, email_key, agency, sort_name, created_at)
                        SELECT d.person, lower(d.email), d.agency, d.sort_name, :now FROM agency.draft_entry d
                         WHERE d.agency = :agency AND NOT EXISTS (SELECT 1 FROM agency.person p WHERE p.id = d.person)
                        """)
                .param("agency", agency.value())
                .param("now", Sql.time(made.at()))
                .update();
        jdbc.sql(
                        """
                        UPDATE agency.person p SET email_key = lower(d.email), agency = d.agency, sort_name = d.sort_name
                          FROM agency.draft_entry d WHERE d.agency = :agency AND d.person = p.id
                        """)
                .param("agency", agency.value())
                .update();
        jdbc.sql(
                        """
                        UPDATE agency.entry e SET valid_until = :now FROM agency.draft_entry d
                         WHERE d.agency = :agency AND e.person = d.person AND e.valid_until IS NULL
                        """)
                .param("agency", agency.value())
                .param("now", Sql.time(made.at()))
                .update();
        jdbc.sql(
                        "INSERT INTO agency.entry (id, person, agency, submission, valid_from, "
                                + EntryColumns.LIST
                                + ") SELECT gen_random_uuid(), d.person, d.agency, :submission, :now, "
                                + EntryColumns.from("d")
                                + " FROM agency.draft_entry d WHERE d.agency = :agency")
                .param("agency", agency.value())
                .param("submission", made.id())
                .param("now", Sql.time(made.at()))
                .update();
        jdbc.sql("DELETE FROM agency.draft_entry WHERE agency = :agency").param("agency", agency.value()).update();
        return made;
    }

    /** Puts one person's new entry in force. */
    Made sendOne(AgencyId agency, PersonId person, RosterEntry entry, String kind, String attestation, Actor by) {
        Made made = insert(agency, kind, attestation, by, 0, 1);
        jdbc.sql("UPDATE agency.entry SET valid_until = :now WHERE person = :person AND valid_until IS NULL")
                .param("person", person.value())
                .param("now", Sql.time(made.at()))
                .update();
        EntryColumns.bind(
                        jdbc.sql(
                                "INSERT INTO agency.entry (id, person, agency, submission, valid_from, "
                                        + EntryColumns.LIST
                                        + ") VALUES (gen_random_uuid(), :person, :agency, :submission, :now, "
                                        + EntryColumns.parameters()
                                        + ")"),
                        entry)
                .param("person", person.value())
                .param("agency", agency.value())
                .param("submission", made.id())
                .param("now", Sql.time(made.at()))
                .update();
        return made;
    }

    /** Gives a Training ID to everybody of the submission who is Active and has none yet. */
    List<Opened> openTraining(UUID submission) {
        List<Opened> opened = new ArrayList<>();
        while (true) {
            List<UUID> waiting =
                    jdbc.sql(
                                    """
                                    SELECT p.id FROM agency.entry e JOIN agency.person p ON p.id = e.person
                                     WHERE e.submission = :submission AND e.active AND p.training_id IS NULL
                                    """)
                            .param("submission", submission)
                            .query(UUID.class)
                            .list();
            if (waiting.isEmpty()) {
                return opened;
            }
            // A number that somebody has already stays with them; who got none is asked again.
            opened.addAll(
                    jdbc.sql(
                                    "UPDATE agency.person p SET training_id = n.number"
                                            + " FROM unnest(:people::uuid[], :numbers::text[]) n(person, number), agency.entry e"
                                            + " WHERE p.id = n.person AND e.person = p.id AND e.valid_until IS NULL"
                                            + " AND NOT EXISTS (SELECT 1 FROM agency.person o WHERE o.training_id = n.number)"
                                            + " RETURNING p.id, p.training_id, "
                                            + EntryColumns.of("e"))
                            .param("people", Sql.ids(waiting))
                            .param("numbers", distinct(waiting.size()))
                            .query(
                                    (row, at) ->
                                            new Opened(
                                                    new PersonId(Sql.uuid(row, "id")), row.getString("training_id"),
                                                    EntryColumns.read(row, "e")))
                            .list());
        }
    }

    /** Everybody whose entry the submission made. */
    List<PersonId> people(UUID submission) {
        return jdbc.sql("SELECT person FROM agency.entry WHERE submission = :submission")
                .param("submission", submission)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    PageOf<SubmissionView> page(AgencyId agency, int page) {
        int number = Math.max(1, page);
        long total =
                jdbc.sql("SELECT count(*) FROM agency.submission WHERE agency = :agency")
                        .param("agency", agency.value())
                        .query(Long.class)
                        .single();
        List<SubmissionView> rows =
                jdbc.sql(
                                "SELECT * FROM agency.submission WHERE agency = :agency ORDER BY number DESC"
                                        + " LIMIT :limit OFFSET :offset")
                        .param("agency", agency.value())
                        .param("limit", PAGE)
                        .param("offset", (long) (number - 1) * PAGE)
                        .query((row, at) -> view(row))
                        .list();
        return new PageOf<>(rows, number, PAGE, total);
    }

    Optional<SubmissionView> find(AgencyId agency, UUID id) {
        return jdbc.sql("SELECT * FROM agency.submission WHERE id = :id AND agency = :agency")
                .param("id", id)
                .param("agency", agency.value())
                .query((row, at) -> view(row))
                .optional();
    }

    /** The roster that the submission left in force. */
    PageOf<Submitted> roster(UUID submission, int page) {
        int number = Math.clamp(page, 1, MOST_PAGES);
        String from =
                """
                 FROM agency.submission s JOIN agency.entry e ON e.agency = s.agency
                  AND e.valid_from <= s.submitted_at AND (e.valid_until IS NULL OR e.valid_until > s.submitted_at)
                WHERE s.id = :id
                """;
        long counted =
                jdbc.sql("SELECT count(*) FROM (SELECT 1" + from + " LIMIT :most) few")
                        .param("id", submission)
                        .param("most", PageOf.COUNTED_TO)
                        .query(Long.class)
                        .single();
        List<Submitted> rows =
                jdbc.sql(
                                "SELECT e.person, e.first_name, e.last_name, e.email, e.active, e.portal_access,"
                                        + " e.submission = s.id AS changed"
                                        + from
                                        + " ORDER BY changed DESC, e.last_name, e.first_name, e.person LIMIT :limit OFFSET :offset")
                        .param("id", submission)
                        .param("limit", PEOPLE)
                        .param("offset", (number - 1) * PEOPLE)
                        .query(
                                (row, at) ->
                                        new Submitted(
                                                new PersonId(Sql.uuid(row, "person")),
                                                new PersonName(row.getString("first_name"), row.getString("last_name")).sorted(),
                                                row.getString("email"), row.getBoolean("active"),
                                                row.getBoolean("portal_access"), row.getBoolean("changed")))
                        .list();
        return PageOf.counted(rows, number, PEOPLE, rows.size(), counted);
    }

    private static SubmissionView view(ResultSet row) throws SQLException {
        return new SubmissionView(
                Sql.uuid(row, "id"), row.getInt("number"), row.getString("kind"), row.getString("attestation"),
                row.getString("submitted_name"), Sql.instant(row, "submitted_at"), row.getInt("people"),
                row.getInt("changed"));
    }

    private String[] distinct(int count) {
        java.util.Set<String> numbers = new java.util.HashSet<>();
        while (numbers.size() < count) {
            numbers.add(TrainingId.random(random));
        }
        return Sql.texts(numbers);
    }

    private int newHere(AgencyId agency) {
        return count("SELECT count(*) FROM agency.draft_entry WHERE agency = :agency AND new_here", agency);
    }

    private int drafted(AgencyId agency) {
        return count("SELECT count(*) FROM agency.draft_entry WHERE agency = :agency", agency);
    }

    int people(AgencyId agency) {
        return count("SELECT count(*) FROM agency.person WHERE agency = :agency", agency);
    }

    private int count(String sql, AgencyId agency) {
        return jdbc.sql(sql).param("agency", agency.value()).query(Integer.class).single();
    }

    private Made insert(AgencyId agency, String kind, String attestation, Actor by, int added, int changed) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        int number =
                jdbc.sql(
                                """
                                INSERT INTO agency.submission (id, agency, number, kind, attestation, submitted_by,
                                                               submitted_name, submitted_at, people, changed)
                                SELECT :id, :agency, coalesce(max(number), 0) + 1, :kind, :attestation, :by, :name, :now,
                                       :people, :changed
                                  FROM agency.submission WHERE agency = :agency
                                RETURNING number
                                """)
                        .param("id", id)
                        .param("agency", agency.value())
                        .param("kind", kind)
                        .param("attestation", attestation)
                        .param("by", by.accountId().value())
                        .param("name", by.name())
                        .param("now", Sql.time(now))
                        .param("people", people(agency) + added)
                        .param("changed", changed)
                        .query(Integer.class)
                        .single();
        return new Made(id, number, now);
    }
}
