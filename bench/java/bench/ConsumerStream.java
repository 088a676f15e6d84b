package bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongFunction;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.PGConnection;

/**
 * Made-up consumers as rows, streamed into the database a table at a time, so that memory doesn't grow with their number.
 * Of the assisters with consumers 1 in 100 has 2,000, the others 4 to 36 with 20 in the middle; every consumer also has an
 * authorization that ended, with some other assister. Each row comes of its number alone: the same rows at every run.
 */
final class ConsumerStream {
    static final int LARGE = 2_000;
    private static final int EVERY = 100;
    private static final String[] FIRST = {
        "Maria", "José", "Amina", "Lars", "Mai", "Kwame", "Elena", "Thomas", "Nadia", "Chue", "Ingrid", "Ramón", "Fatuma",
        "Olga", "Peter", "Zainab", "Guadalupe", "Anders", "Pa Houa", "Rose"
    };
    private static final String[] LAST = {
        "Lopez", "Johnson", "Vang", "Hassan", "Nguyen", "Olson", "García", "Abdi", "Anderson", "Xiong", "Petersen", "Mohamed",
        "Schmidt", "Thao", "Ramírez", "Larson", "Okafor", "Lindqvist", "Whitecloud", "Novak", "Hernández", "Moua"
    };
    private static final String[] STREET = {"Elm", "Lake", "Summit", "Hennepin", "Superior", "Grand", "Cedar", "Marshall"};
    private static final String[] CITY = {"Duluth", "Minneapolis", "Saint Paul", "Rochester", "Mankato", "Bemidji", "Ely"};

    private final Connection database;
    private final UUID agency;
    private final List<UUID> assisters;
    private final long consumers;

    ConsumerStream(Connection database, UUID agency, List<UUID> assisters, long consumers) {
        this.database = database;
        this.agency = agency;
        this.assisters = assisters;
        this.consumers = consumers;
    }

    static UUID consumer(long number) {
        return new UUID(mix(number), mix(number + (1L << 40)));
    }

    static UUID authorization(long number) {
        return new UUID(mix(number + (2L << 40)), mix(number + (3L << 40)));
    }

    private static long mix(long number) {
        return new SplittableRandom(number).nextLong();
    }

    static String name(long number) {
        return FIRST[index(number, 7, FIRST.length)] + " " + LAST[index(number, 11, LAST.length)];
    }

    private static int index(long number, int salt, int most) {
        return new SplittableRandom(number * 31 + salt).nextInt(most);
    }

    static int caseload(int assister) {
        return assister % EVERY == 0 ? LARGE : 4 + index(assister, 3, 33);
    }

    /** The numbers of an assister's first and last consumer; empty where the consumers came to an end before. */
    List<long[]> shares() {
        List<long[]> shares = new ArrayList<>();
        long next = 0;
        for (int i = 0; i < assisters.size() && next < consumers; i++) {
            long end = Math.min(consumers, next + caseload(i));
            shares.add(new long[] {next, end});
            next = end;
        }
        return shares;
    }

    void load() throws SQLException, IOException {
        try (Statement statement = database.createStatement()) {
            // Only for loading: the rows refer to each other rightly, and triggers that see to it would take an hour.
            statement.execute("SET session_replication_role = replica");
        }
        int[] owner = owners();
        copy(
                "consumer.consumer (id, account, first_name, last_name, sort_name, birth_date, email, phone, language, case_status,"
                        + " case_waits, case_next, case_due, last_activity, created_at)",
                this::consumerRow);
        copy(
                "consumer.address (consumer, street, city, state, zip, county, confidential)",
                n ->
                        row(
                                consumer(n), 100 + n % 9000 + " " + pick(STREET, n, 13) + " Street", pick(CITY, n, 17), "MN",
                                55000 + n % 900, "Hennepin", n % 50 == 0));
        copy(GIVEN, n -> given(n, authorization(n), assisters.get(owner[(int) n]), 2_000_000_000L + n, "2026-06-01"));
        copy(GIVEN, n -> given(n, authorization(n + consumers), elsewhere(n), 1_000_000_000L + n, "2024-06-01"));
        copy(
                "consumer.authorization_end (authorization_id, number, assister, ended_at, reason)",
                n -> row(authorization(n + consumers), 1_000_000_000L + n, elsewhere(n), "2025-06-01", "REPLACED"));
        copy(
                "consumer.authority (consumer, assister, agency, authorization_id, number, scope, since)",
                n ->
                        row(
                                consumer(n), assisters.get(owner[(int) n]), agency, authorization(n), 2_000_000_000L + n,
                                n % 10 == 0 ? "SEE" : "APPLY", "2026-06-01"));
        copy(
                "consumer.diary (id, consumer, at, act, look, facts, by_hat, by_name, by_agency, by_person, authorization_id,"
                        + " authorization_number)",
                n -> diary(n, 0, owner) + "\n" + diary(n, 1, owner));
        try (Statement statement = database.createStatement()) {
            statement.execute(CASELOAD);
            statement.execute("SET session_replication_role = origin");
        }
    }

    // What triggers would have written; nobody's rows beside each other, as after years.
    private static final String CASELOAD =
            "INSERT INTO consumer.caseload (consumer, assister, agency, scope, valid_until, name, sort_name, birth_date, email, phone,"
                    + " address, case_status, case_waits, case_next, case_due, last_activity)"
                    + " SELECT c.id, a.assister, a.agency, a.scope, a.valid_until, c.first_name || ' ' || c.last_name, c.sort_name,"
                    + " c.birth_date, c.email, c.phone, coalesce(d.street || ' ' || d.city || ' ' || d.zip, ''), c.case_status,"
                    + " c.case_waits, c.case_next, c.case_due, c.last_activity"
                    + " FROM consumer.authority a JOIN consumer.consumer c ON c.id = a.consumer"
                    + " LEFT JOIN consumer.address d ON d.consumer = c.id AND NOT d.confidential ORDER BY c.id";

    private static final String GIVEN =
            "consumer.authorization_given (id, number, consumer, assister, agency, scope, method, text_version, text_language,"
                    + " text_hash, consumer_name, assister_name, agency_name, reference_number, assister_status, agency_status,"
                    + " receipt_code, given_at)";

    /** Whose consumer each one is. */
    private int[] owners() {
        int[] owner = new int[(int) consumers];
        List<long[]> shares = shares();
        for (int i = 0; i < shares.size(); i++) {
            for (long n = shares.get(i)[0]; n < shares.get(i)[1]; n++) {
                owner[(int) n] = i;
            }
        }
        return owner;
    }

    private UUID elsewhere(long number) {
        return assisters.get(index(number, 19, assisters.size()));
    }

    private String consumerRow(long n) {
        String[] name = name(n).split(" (?=\\S+$)");
        String status = n % 3 == 0 ? "NOT_STARTED" : "STARTED";
        return row(
                consumer(n), consumer(n), name[0], name[1], name[1] + ", " + name[0], "19" + (30 + n % 70) + "-0" + (1 + n % 9) + "-15",
                "c" + n + "@bench.example", "612-555-" + String.format(Locale.ROOT, "%04d", n % 10000), "en", status,
                n % 4 == 0 ? "CONSUMER" : "ASSISTER", n % 3 == 0 ? "START" : "CONTINUE",
                n % 5 == 0 ? "2026-12-" + (10 + n % 15) : "\\N", "2026-11-" + (10 + n % 15), "2024-01-01");
    }

    private String given(long n, UUID id, UUID assister, long number, String at) {
        return row(
                id, number, consumer(n), assister, agency, n % 10 == 0 ? "SEE" : "APPLY", "REFERENCE_NUMBER", "2018-01-01", "en",
                "hash", name(n), "Ana Bench", "Bench Navigators", "0000000", "CERTIFIED ACTIVE", "CONTRACT IN FORCE",
                id.toString(), at);
    }

    private String diary(long n, int which, int[] owner) {
        return row(
                new UUID(mix(n * 2 + which + (5L << 40)), mix(n)), consumer(n), "2026-0" + (7 + which) + "-01", "consumer.profile-shown",
                "true", "{}", "ASSISTER", "Ana Bench", "Bench Navigators", assisters.get(owner[(int) n]), authorization(n),
                2_000_000_000L + n);
    }

    private static String pick(String[] among, long number, int salt) {
        return among[index(number, salt, among.length)];
    }

    private static String row(Object... values) {
        StringBuilder row = new StringBuilder();
        for (Object value : values) {
            row.append(row.isEmpty() ? "" : "\t").append(value);
        }
        return row.toString();
    }

    private void copy(String into, LongFunction<String> rows) throws SQLException, IOException {
        try (BufferedWriter out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new PGCopyOutputStream(database.unwrap(PGConnection.class), "COPY " + into + " FROM STDIN"),
                                StandardCharsets.UTF_8),
                        1 << 16)) {
            for (long n = 0; n < consumers; n++) {
                out.write(rows.apply(n));
                out.write('\n');
            }
        }
    }
}
