package org.assisterportal.agency.domain;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the submitted entries and says since when what holds; approval is judged here, never stored. */
@Component
class RosterRecordTable implements RosterRecords {
    private static final int PAGE = 25;
    private static final int MOST_PAGES = 10_000;

    private final JdbcClient jdbc;
    private final RosterPolicy policy;
    private final Clock clock;

    RosterRecordTable(JdbcClient jdbc, RosterPolicy policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, RosterRecord> of(Collection<PersonId> people) {
        return facts().of(people, jdbc);
    }

    @Override
    public Facts<Map<PersonId, RosterRecord>> facts() {
        return new RosterFacts(new ApprovalRules(policy.mailboxes(), clock.instant()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RosterEntry> entry(PersonId person) {
        return jdbc.sql("SELECT " + EntryColumns.of("e") + " FROM agency.entry e WHERE e.person = :person AND e.valid_until IS NULL")
                .param("person", person.value())
                .query((row, number) -> EntryColumns.read(row, "e"))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sent> submissions(PersonId person) {
        return jdbc.sql(
                        """
                        SELECT e.valid_from, a.name, s.number, s.submitted_name, e.active, e.portal_access
                          FROM agency.entry e
                          JOIN agency.submission s ON s.id = e.submission
                          JOIN agency.agency a ON a.id = e.agency
                         WHERE e.person = :person ORDER BY e.valid_from DESC LIMIT 100
                        """)
                .param("person", person.value())
                .query(
                        (row, at) ->
                                new Sent(
                                        Sql.instant(row, "valid_from"), row.getString("name"), row.getInt("number"),
                                        row.getString("submitted_name"), row.getBoolean("active"),
                                        row.getBoolean("portal_access")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonId> byTrainingId(String trainingId) {
        return person("SELECT id FROM agency.person WHERE training_id = :value", TrainingId.tidy(trainingId));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonId> byEmail(EmailAddress email) {
        return person("SELECT id FROM agency.person WHERE email_key = :value", email.key());
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonId> ofAgency(AgencyId agency) {
        return jdbc.sql("SELECT id FROM agency.person WHERE agency = :agency ORDER BY sort_name, id")
                .param("agency", agency.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonId> after(@Nullable PersonId last, int most) {
        return jdbc.sql("SELECT id FROM agency.person WHERE id > :last ORDER BY id LIMIT :most")
                .param("last", last == null ? new UUID(0, 0) : last.value())
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<PersonId> search(String term, int page) {
        int number = Math.clamp(page, 1, MOST_PAGES);
        String from =
                """
                 FROM agency.person p JOIN agency.agency a ON a.id = p.agency
                 WHERE p.email_key = lower(:term)
                    OR p.search_name || ' ' || a.search_name
                       LIKE ALL (ARRAY(SELECT agency.fold(word) FROM unnest(:words::text[]) word))
                """;
        String[] words = Sql.likeEvery(term);
        long counted =
                jdbc.sql("SELECT count(*) FROM (SELECT 1" + from + " LIMIT :most) few")
                        .param("words", words)
                        .param("term", term.strip())
                        .param("most", PageOf.COUNTED_TO)
                        .query(Long.class)
                        .single();
        List<PersonId> rows =
                jdbc.sql("SELECT p.id" + from + " ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset")
                        .param("words", words)
                        .param("term", term.strip())
                        .param("limit", PAGE)
                        .param("offset", (number - 1) * PAGE)
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(PersonId::new)
                        .toList();
        return PageOf.counted(rows, number, PAGE, rows.size(), counted);
    }

    private Optional<PersonId> person(String sql, String value) {
        return jdbc.sql(sql).param("value", value).query(UUID.class).optional().map(PersonId::new);
    }
}
