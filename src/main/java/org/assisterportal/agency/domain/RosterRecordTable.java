package org.assisterportal.agency.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ApprovalGap;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Interval;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.assisterportal.shared.Timeline;
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

    /** One submitted entry with its agency's contracts. */
    record Stretch(
            PersonId person, @Nullable String trainingId, AgencyId agency, String agencyName, AgencyKind kind,
            Interval valid, Timeline contract, RosterEntry entry) {}

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, RosterRecord> of(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<PersonId, List<Stretch>> stretches = new LinkedHashMap<>();
        Map<UUID, Timeline> contracts = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT e.person, p.training_id, e.agency, a.name AS agency_name, a.kind, e.valid_from, e.valid_until,
                               ARRAY(SELECT c.first_day || ' ' || c.last_day FROM agency.contract c
                                      WHERE c.agency = e.agency) AS contracts,
                        """
                                + EntryColumns.of("e")
                                + """
                          FROM agency.entry e
                          JOIN agency.person p ON p.id = e.person
                          JOIN agency.agency a ON a.id = e.agency
                         WHERE e.person = ANY(:people::uuid[])
                         ORDER BY e.person, e.valid_from
                        """)
                .param("people", Sql.ids(people))
                .query(
                        (row, number) -> {
                            Stretch stretch = stretch(row, contracts);
                            stretches.computeIfAbsent(stretch.person(), person -> new ArrayList<>()).add(stretch);
                            return stretch;
                        })
                .list();
        ApprovalRules rules = new ApprovalRules(policy.mailboxes(), clock.instant());
        Map<PersonId, RosterRecord> records = new HashMap<>();
        stretches.forEach((person, parts) -> records.put(person, rules.judge(parts)));
        return records;
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

    private static Stretch stretch(ResultSet row, Map<UUID, Timeline> contracts) throws SQLException {
        UUID agency = Sql.uuid(row, "agency");
        Timeline contract = contracts.get(agency);
        if (contract == null) {
            contract = contract(Sql.texts(row, "contracts"));
            contracts.put(agency, contract);
        }
        @Nullable Instant until = Sql.instantOrNull(row, "valid_until");
        return new Stretch(
                new PersonId(Sql.uuid(row, "person")),
                Sql.textOrNull(row, "training_id"),
                new AgencyId(agency),
                row.getString("agency_name"),
                AgencyKind.valueOf(row.getString("kind")),
                new Interval(Sql.instant(row, "valid_from"), until),
                contract,
                EntryColumns.read(row, "e"));
    }

    private static Timeline contract(List<String> days) {
        List<Interval> stretches = new ArrayList<>();
        for (String pair : days) {
            LocalDate first = LocalDate.parse(pair.substring(0, 10));
            LocalDate last = LocalDate.parse(pair.substring(11));
            if (!last.isBefore(first)) {
                stretches.add(new Interval(Minnesota.startOf(first), Minnesota.endOf(last)));
            }
        }
        return Timeline.of(stretches);
    }
}
