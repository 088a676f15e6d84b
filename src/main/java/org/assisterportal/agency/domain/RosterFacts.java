package org.assisterportal.agency.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.Interval;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.assisterportal.shared.Timeline;
import org.jspecify.annotations.Nullable;

/** The submitted entries of people, and what comes of them. */
class RosterFacts extends Facts<Map<PersonId, RosterRecord>> {
    private static final String SELECT =
            """
            SELECT e.person, p.training_id, e.agency, a.name AS agency_name, a.kind AS agency_kind, e.valid_from, e.valid_until,
                   ARRAY(SELECT c.first_day || ' ' || c.last_day FROM agency.contract c WHERE c.agency = e.agency) AS contracts,
            """
                    + EntryColumns.of("e")
                    + """
              FROM agency.entry e
              JOIN agency.person p ON p.id = e.person
              JOIN agency.agency a ON a.id = e.agency
             WHERE e.person = ANY(:people::uuid[])
            """;

    private final ApprovalRules rules;
    private final Map<PersonId, List<Stretch>> stretches = new LinkedHashMap<>();
    private final Map<UUID, Timeline> contracts = new HashMap<>();

    RosterFacts(ApprovalRules rules) {
        super(SELECT, "person", "valid_from");
        this.rules = rules;
    }

    /** One submitted entry with its agency's contracts. */
    record Stretch(
            PersonId person, @Nullable String trainingId, AgencyId agency, String agencyName, AgencyKind kind,
            Interval valid, Timeline contract, RosterEntry entry) {}

    @Override
    protected void read(ResultSet row) throws SQLException {
        UUID agency = Sql.uuid(row, "agency");
        Timeline contract = contracts.get(agency);
        if (contract == null) {
            contract = contract(Sql.texts(row, "contracts"));
            contracts.put(agency, contract);
        }
        PersonId person = new PersonId(Sql.uuid(row, "person"));
        stretches.computeIfAbsent(person, one -> new ArrayList<>())
                .add(
                        new Stretch(
                                person, Sql.textOrNull(row, "training_id"), new AgencyId(agency),
                                row.getString("agency_name"), AgencyKind.valueOf(row.getString("agency_kind")),
                                new Interval(Sql.instant(row, "valid_from"), Sql.instantOrNull(row, "valid_until")), contract,
                                EntryColumns.read(row, "e")));
    }

    private static Timeline contract(List<String> days) {
        List<Interval> inForce = new ArrayList<>();
        for (String pair : days) {
            LocalDate first = LocalDate.parse(pair.substring(0, 10));
            LocalDate last = LocalDate.parse(pair.substring(11));
            if (!last.isBefore(first)) {
                inForce.add(new Interval(Minnesota.startOf(first), Minnesota.endOf(last)));
            }
        }
        return Timeline.of(inForce);
    }

    @Override
    public Map<PersonId, RosterRecord> answer() {
        Map<PersonId, RosterRecord> records = new HashMap<>();
        stretches.forEach((person, parts) -> records.put(person, rules.judge(parts)));
        return records;
    }
}
