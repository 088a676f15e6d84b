package org.assisterportal.agency.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.agency.CellProblem;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.identity.Accounts;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says whom each row means: by Training ID if it has one, else by e-mail, else a new person. An e-mail belongs to one
 * person in the whole system, on a roster or as what they sign in with; somebody Active elsewhere can't be taken over.
 */
@Component
class RowMatching {
    private final JdbcClient jdbc;
    private final Accounts accounts;

    RowMatching(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** A row that follows its own rules; known = the person whose form it is. */
    record Candidate(int number, Cells cells, RosterEntry entry, @Nullable UUID known) {
        String key() {
            return entry.email().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Whom a row means.
     *
     * @param latest the agency's draft or submitted entry of the person, null when new here
     */
    record Match(UUID person, boolean newHere, @Nullable RosterEntry latest, List<CellProblem> problems) {}

    /** Somebody whom a row may mean: in the roster or in this agency's draft. */
    private record Known(
            UUID person, @Nullable String trainingId, String key, boolean here, boolean activeElsewhere, String firstName,
            String lastName, @Nullable RosterEntry latest) {

        /** Certification and access belong to a human; both names at once are no correction of one. */
        boolean isRenamed(RosterEntry entry) {
            return trainingId != null
                    && !firstName.equalsIgnoreCase(entry.firstName())
                    && !lastName.equalsIgnoreCase(entry.lastName());
        }
    }

    /** Three statements, whatever the number of rows; the answer is in the rows' order. */
    List<Match> match(AgencyId agency, List<Candidate> rows) {
        Map<String, Known> byTraining = new HashMap<>();
        Map<String, Known> byEmail = new HashMap<>();
        Map<UUID, Known> byPerson = new HashMap<>();
        List<String> emails = rows.stream().map(Candidate::key).toList();
        List<String> ids = rows.stream().map(row -> trainingId(row)).filter(id -> !id.isEmpty()).toList();
        List<UUID> known = new ArrayList<>();
        rows.forEach(row -> {
            if (row.known() != null) {
                known.add(row.known());
            }
        });
        for (Known person : submitted(agency, emails, ids, known)) {
            byPerson.put(person.person(), person);
            byEmail.put(person.key(), person);
            if (person.trainingId() != null) {
                byTraining.put(person.trainingId(), person);
            }
        }
        for (Known draft : drafted(agency, emails, known)) {
            byPerson.putIfAbsent(draft.person(), draft);
            byEmail.putIfAbsent(draft.key(), draft);
        }
        Map<String, UUID> signIns = accounts.subjects(Hat.ASSISTER, emails);
        List<Match> matches = new ArrayList<>();
        Map<UUID, Integer> seen = new HashMap<>();
        Map<String, Integer> seenEmails = new HashMap<>();
        for (Candidate row : rows) {
            Match match = match(row, byTraining, byEmail, byPerson);
            List<CellProblem> problems = new ArrayList<>(match.problems());
            UUID signsIn = signIns.get(row.key());
            if (signsIn != null && !signsIn.equals(match.person()) && problems.isEmpty()) {
                problems.add(problem(RosterColumn.EMAIL, row.entry().email(), "email-taken"));
            }
            Integer earlier = seen.putIfAbsent(match.person(), row.number());
            Integer sameEmail = seenEmails.putIfAbsent(row.key(), row.number());
            Integer first = earlier != null ? earlier : sameEmail;
            if (first != null) {
                problems.add(problem(RosterColumn.EMAIL, row.entry().email(), "twice-in-file", String.valueOf(first)));
            }
            matches.add(new Match(match.person(), match.newHere(), match.latest(), problems));
        }
        return matches;
    }

    private static Match match(
            Candidate row, Map<String, Known> byTraining, Map<String, Known> byEmail, Map<UUID, Known> byPerson) {
        List<CellProblem> problems = new ArrayList<>();
        String id = trainingId(row);
        @Nullable Known meant = row.known() != null ? byPerson.get(row.known()) : null;
        if (meant == null && !id.isEmpty()) {
            meant = byTraining.get(id);
            // The last name proves that the number was given by its person, not tried out.
            if (meant == null || !meant.lastName().equalsIgnoreCase(row.entry().lastName())) {
                problems.add(problem(RosterColumn.TRAINING_ID, id, "unknown-id"));
                return new Match(UUID.randomUUID(), true, null, problems);
            }
        }
        if (meant != null && meant.activeElsewhere()) {
            String number = meant.trainingId() == null ? "" : meant.trainingId();
            problems.add(problem(RosterColumn.TRAINING_ID, number, "active-elsewhere"));
        }
        if (meant != null && meant.isRenamed(row.entry())) {
            problems.add(
                    problem(
                            RosterColumn.LAST_NAME, row.entry().lastName(), "another-person",
                            meant.firstName() + " " + meant.lastName()));
        }
        Known owner = byEmail.get(row.key());
        if (meant == null && owner != null && owner.here()) {
            meant = owner;
        }
        if (owner != null && (meant == null || !owner.person().equals(meant.person()))) {
            problems.add(problem(RosterColumn.EMAIL, row.entry().email(), "email-taken"));
        }
        return meant == null
                ? new Match(row.known() != null ? row.known() : UUID.randomUUID(), true, null, problems)
                : new Match(meant.person(), !meant.here(), meant.latest(), problems);
    }

    private List<Known> submitted(AgencyId agency, Collection<String> emails, Collection<String> ids, List<UUID> known) {
        return jdbc.sql(
                        "SELECT p.id, p.training_id, p.email_key, p.agency = :agency AS here,"
                                + " (e.active AND p.agency <> :agency) AS active_elsewhere, e.first_name AS own_first_name, e.last_name AS own_last_name, "
                                + EntryColumns.of("e")
                                + ", "
                                + EntryColumns.of("d")
                                + """
                                   FROM agency.person p
                                   JOIN agency.entry e ON e.person = p.id AND e.valid_until IS NULL
                                   LEFT JOIN agency.draft_entry d ON d.person = p.id AND d.agency = :agency
                                  WHERE p.email_key = ANY(:emails) OR p.training_id = ANY(:ids) OR p.id = ANY(:known::uuid[])
                                """)
                .param("agency", agency.value())
                .param("emails", Sql.texts(emails))
                .param("ids", Sql.texts(ids))
                .param("known", Sql.ids(known))
                .query((row, number) -> known(row))
                .list();
    }

    private List<Known> drafted(AgencyId agency, Collection<String> emails, List<UUID> known) {
        return jdbc.sql(
                        "SELECT d.person, lower(d.email) AS email_key, d.first_name AS own_first_name,"
                                + " d.last_name AS own_last_name, "
                                + EntryColumns.of("d")
                                + " FROM agency.draft_entry d WHERE d.agency = :agency"
                                + " AND (lower(d.email) = ANY(:emails) OR d.person = ANY(:known::uuid[]))")
                .param("agency", agency.value())
                .param("emails", Sql.texts(emails))
                .param("known", Sql.ids(known))
                .query(
                        (row, number) ->
                                new Known(
                                        Sql.uuid(row, "person"), null, row.getString("email_key"), true, false,
                                        row.getString("own_first_name"), row.getString("own_last_name"),
                                        EntryColumns.read(row, "d")))
                .list();
    }

    private static Known known(ResultSet row) throws SQLException {
        boolean here = row.getBoolean("here");
        RosterEntry draft = EntryColumns.readOrNull(row, "d");
        return new Known(
                Sql.uuid(row, "id"),
                row.getString("training_id"),
                row.getString("email_key"),
                here,
                row.getBoolean("active_elsewhere"),
                row.getString("own_first_name"),
                row.getString("own_last_name"),
                draft != null ? draft : here ? EntryColumns.read(row, "e") : null);
    }

    private static String trainingId(Candidate row) {
        return TrainingId.tidy(row.cells().get(RosterColumn.TRAINING_ID));
    }

    private static CellProblem problem(RosterColumn column, String value, String reason, String... facts) {
        return new CellProblem(column, value, "roster.problem." + reason, List.of(facts));
    }
}
