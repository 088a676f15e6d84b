package bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Assisters with access as rows only, so that each lookup meets as many of them as in a large state. */
final class BareAssisters {
    private BareAssisters() {}

    /** Plants so many, beside those who are there. */
    static List<UUID> plant(Statement statement, UUID agency, int there, int more) throws SQLException {
        statement.execute("SET session_replication_role = replica");
        statement.execute("CREATE TEMP TABLE bare AS SELECT gen_random_uuid() AS id, n + " + there
                + " AS n FROM generate_series(1, " + more + ") n");
        statement.execute("INSERT INTO agency.person SELECT id, translate(lpad(to_hex(n), 7, '0'), '0123456789abcdef',"
                + " 'CDFGHJKMNPQRTVWX'), 'bench' || n || '@bench.example', '" + agency + "', 'Bench' || n || ', Ana', now() FROM bare");
        statement.execute("INSERT INTO agency.entry SELECT gen_random_uuid(), b.id, e.agency, e.submission, e.valid_from, NULL, 'Ana',"
                + " 'Bench' || b.n, e.phone, 'bench' || b.n || '@bench.example', e.street, e.city, e.state, e.zip, true, true,"
                + " e.display_name, e.public_phone, e.public_email, e.business_address, e.languages, e.counties, true"
                + " FROM bare b, (SELECT * FROM agency.entry LIMIT 1) e");
        statement.execute("INSERT INTO learning.training_done SELECT b.id, c, now() FROM bare b,"
                + " unnest(ARRAY['assister-portal', 'data-security-ethics', 'core-curriculum']) c");
        statement.execute("INSERT INTO learning.attempt (id, person, course, started_at, out_of, graded_at, points, pass_mark, passed)"
                + " SELECT gen_random_uuid(), b.id, c, now(), 20, now(), 17, 70, true FROM bare b,"
                + " unnest(ARRAY['assister-portal', 'data-security-ethics', 'core-curriculum']) c");
        statement.execute("INSERT INTO certification.background_study SELECT gen_random_uuid(), id, 'CLEARED', current_date, '',"
                + " id, now() FROM bare");
        statement.execute("INSERT INTO access.enrollment (person, reference_number, enrolled_at, enrolled_by, activated_at)"
                + " SELECT id, 'B' || n, now(), id, now() FROM bare");
        statement.execute("SET session_replication_role = origin");
        List<UUID> planted = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT id FROM bare ORDER BY n")) {
            while (row.next()) {
                planted.add(row.getObject(1, UUID.class));
            }
        }
        return planted;
    }
}
