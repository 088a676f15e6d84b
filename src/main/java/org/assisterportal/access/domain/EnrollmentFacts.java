package org.assisterportal.access.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;

/** People's enrollments and holds. */
class EnrollmentFacts extends Facts<Map<PersonId, EnrollmentFacts.Recorded>> {
    private static final String SELECT =
            """
            SELECT i.id AS enrolled, h.reason, e.reference_number, e.enrolled_at, e.activated_at, e.reinstated_at, e.closed_at
              FROM unnest(:people::uuid[]) i(id)
              LEFT JOIN access.enrollment e ON e.person = i.id
              LEFT JOIN access.hold h ON h.person = i.id AND h.released_at IS NULL
            """;

    private final Map<PersonId, Recorded> all = new HashMap<>();

    EnrollmentFacts() {
        super(SELECT, "enrolled", "enrolled_at");
    }

    /** What is recorded of one person's access. */
    record Recorded(AccessFacts facts, @Nullable String referenceNumber) {
        static final Recorded NOTHING = new Recorded(AccessFacts.NONE, null);
    }

    @Override
    protected void read(ResultSet row) throws SQLException {
        AccessFacts facts =
                new AccessFacts(
                        row.getString("reason"), Sql.instantOrNull(row, "enrolled_at"), Sql.instantOrNull(row, "activated_at"),
                        Sql.instantOrNull(row, "reinstated_at"), Sql.instantOrNull(row, "closed_at"));
        all.put(new PersonId(Sql.uuid(row, "enrolled")), new Recorded(facts, row.getString("reference_number")));
    }

    @Override
    public Map<PersonId, Recorded> answer() {
        return all;
    }
}
