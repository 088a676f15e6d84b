package org.assisterportal.carrier.domain;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assisterportal.AssisterPortal;
import org.assisterportal.application.Kin;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.embedded.EmbeddedPostgres;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.CarrierEvent.Amount;
import org.assisterportal.enrollment.CarrierEvent.Home;
import org.assisterportal.enrollment.CarrierEvent.Insured;
import org.assisterportal.enrollment.CarrierEvent.Kind;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.assisterportal.enrollment.CarrierEvent.What;
import org.assisterportal.plan.PlanId;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.SecretBox;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files for one carrier from 100,000 events with sealed Social Security numbers, and the library alone with the same segments.
 * Argument: a folder for data.
 */
public final class CarrierFilesBench {
    private static final int ENROLLMENTS = 100_000;
    private static final int WARM_UP = 5_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static boolean missed;

    private CarrierFilesBench() {}

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext product =
                SpringApplication.run(
                        AssisterPortal.class,
                        "--spring.profiles.active=embedded", "--server.port=0", "--assisterportal.mail.deliver=false",
                        "--assisterportal.carriers.every=10h",
                        "--assisterportal.embedded.folder=" + Path.of(arguments[0]).resolve("data"))) {
            measure(product);
        }
        System.exit(missed ? 1 : 0);
    }

    private static void measure(ConfigurableApplicationContext product) throws Exception {
        SecretBox box = product.getBean(Keys.class).box("application-ssn");
        EmbeddedPostgres database = product.getBean(EmbeddedPostgres.class);
        FileMaking making = product.getBean(FileMaking.class);
        load(database, box, "99198", WARM_UP);
        int members = load(database, box, "99199", ENROLLMENTS);
        making.makeAll("99198");
        List<String[]> segments = segments(product, "99198");
        double warm = library(segments);
        warm += library(segments);
        System.gc();
        long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long start = System.nanoTime();
        making.makeAll("99199");
        double took = seconds(start);
        double grown = (peak() - before) / 1048576.0;
        double alone = 0;
        for (int i = 0; i < ENROLLMENTS / WARM_UP; i++) {
            alone += library(segments);
        }
        print("members", members, "", "");
        print("library_members_per_s", members / alone, "/s", "warm-up " + String.format(Locale.ROOT, "%.1f", warm) + " s");
        atLeast("members_per_s", members / took, "/s", 5_000);
        atLeast("writer_ratio", alone / took, "", 0.5);
        print("heap_growth_mib", grown, "MiB", "");
    }

    /** The same segments through the same library and schema, to nowhere. */
    private static double library(List<String[]> segments) {
        long start = System.nanoTime();
        Segments writer = new Segments(OutputStream.nullOutputStream());
        for (String[] segment : segments) {
            String[] elements = new String[segment.length - 1];
            System.arraycopy(segment, 1, elements, 0, elements.length);
            writer.put(segment[0], elements);
        }
        writer.end();
        return seconds(start);
    }

    private static List<String[]> segments(ConfigurableApplicationContext product, String issuer) {
        InterchangeTable table = product.getBean(InterchangeTable.class);
        FilePieces pieces = product.getBean(FilePieces.class);
        String file =
                product.getBean(TransactionTemplate.class)
                        .execute(
                                status -> {
                                    try {
                                        InterchangeTable.Row row = table.find(table.undelivered(1).getFirst()).orElseThrow();
                                        if (!row.issuer().equals(issuer) || row.sets() != WARM_UP) {
                                            throw new IllegalStateException("another file");
                                        }
                                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                                        pieces.give(row.control(), row.bytes(), row.sha256(), out);
                                        return out.toString(StandardCharsets.US_ASCII);
                                    } catch (java.io.IOException e) {
                                        throw new java.io.UncheckedIOException(e);
                                    }
                                });
        List<String[]> segments = new ArrayList<>();
        for (String segment : file.split("~")) {
            segments.add(segment.split("\\*", -1));
        }
        return segments;
    }

    /** Signed applications with everybody's number sealed, and an event of each; how many people. */
    private static int load(EmbeddedPostgres database, SecretBox box, String issuer, int enrollments) throws Exception {
        int members = 0;
        try (Connection owner = DriverManager.getConnection(database.url() + "?reWriteBatchedInserts=true", "postgres", database.password("postgres"));
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            // What stands above, such as the consumers themselves, no statement here reads.
            statement.execute("SET LOCAL session_replication_role = replica");
            try (PreparedStatement application =
                            owner.prepareStatement(
                                    "INSERT INTO application.application (id, consumer, number, status, plan_year, started_at, started_by, changed_at, expires_at, signed_at)"
                                            + " VALUES (?::uuid, ?::uuid, 1, 'SIGNED', 2027, now(), 'bench', now(), now(), now())");
                    PreparedStatement ssn =
                            owner.prepareStatement(
                                    "INSERT INTO application.ssn (id, application, person, sealed, last_four, at) VALUES (gen_random_uuid(), ?::uuid, ?, ?, '0000', now())");
                    PreparedStatement event =
                            owner.prepareStatement(
                                    "INSERT INTO enrollment.carrier_event (consumer, application, issuer, policy, at, content) VALUES (?::uuid, ?::uuid, ?, ?, now(), ?)")) {
                for (int i = 0; i < enrollments; i++) {
                    String consumer = UUID.randomUUID().toString();
                    String id = UUID.randomUUID().toString();
                    application.setString(1, id);
                    application.setString(2, consumer);
                    application.addBatch();
                    CarrierEvent one = event(issuer, i);
                    for (Insured person : one.people()) {
                        ssn.setString(1, id);
                        ssn.setString(2, person.key());
                        ssn.setBytes(3, box.close(String.format(Locale.ROOT, "%09d", 900_000_000 + i).getBytes(StandardCharsets.UTF_8), id + " " + person.key()));
                        ssn.addBatch();
                    }
                    members += one.people().size();
                    event.setString(1, consumer);
                    event.setString(2, id);
                    event.setString(3, issuer);
                    event.setString(4, one.policy());
                    event.setString(5, MAPPER.writeValueAsString(one));
                    event.addBatch();
                    if (i % 1_000 == 999 || i == enrollments - 1) {
                        application.executeBatch();
                        ssn.executeBatch();
                        event.executeBatch();
                    }
                }
            }
            statement.execute(
                    "INSERT INTO enrollment.carrier_due (issuer, number, consumer) SELECT issuer, number, consumer FROM enrollment.carrier_event"
                            + " WHERE issuer = '" + issuer + "'");
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE application.application, application.ssn, enrollment.carrier_event, enrollment.carrier_due");
        }
        return members;
    }

    /** Households of one, two and three. */
    private static CarrierEvent event(String issuer, int number) {
        LocalDate from = LocalDate.of(2027, 1, 1);
        List<Insured> people = new ArrayList<>();
        for (int i = 0; i <= number % 3; i++) {
            people.add(
                    new Insured(
                            "person-" + i, String.valueOf(1_000_000L + number * 3L + i), i == 0 ? null : i == 1 ? Kin.SPOUSE : Kin.CHILD, "First" + i,
                            "Last" + number, LocalDate.of(1980 + i * 10, 1 + number % 12, 1 + number % 28), null, number % 7 == 0, What.BEGINS, from, null,
                            number % 2 == 0 ? Reason.OPEN_ENROLLMENT : Reason.LOST_COVERAGE, new Money(30_000 + number % 9_000)));
        }
        Home home = new Home(number + " Bench Street", "Minneapolis", "55401", "27053", 8, "612-555-0100", "bench" + number + "@bench.example", "en", null);
        return new CarrierEvent(
                0, Instant.parse("2026-11-28T18:05:00Z"), Kind.ENROLLED, issuer + "-" + number, 2027, new PlanId(issuer + "MN0010003"),
                CostSharing.NONE, false, home, people, List.of(new Amount(from, new Money(90_000), new Money(40_000))), null, null);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** The most that was left after a collection. */
    private static long peak() {
        System.gc();
        long most = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
                most += Math.max(pool.getCollectionUsage().getUsed(), 0);
            }
        }
        return most;
    }

    private static void atLeast(String name, double value, String unit, double aim) {
        missed |= value < aim;
        print(name, value, unit, "aim ≥ " + aim);
    }

    private static void print(String name, double value, String unit, String aim) {
        System.out.printf(Locale.ROOT, "%s = %.3f %s (%s)%n", name, value, unit, aim);
    }
}
