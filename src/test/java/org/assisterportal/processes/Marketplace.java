package org.assisterportal.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.processes.DatabaseServer.Database;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes in production mode on one database that was empty, shared by all process tests. */
final class Marketplace {
    /** A claimed mail is left to its process so long; a killed one's goes out again after it. */
    static final Duration LEASE = Duration.ofSeconds(16);

    private static @Nullable Marketplace only;

    final Database database = DatabaseServer.empty("two_processes");
    final MailServer mail = new MailServer();
    private final Map<String, ServerProcess> processes = new HashMap<>();
    private final Map<String, Integer> ports = Map.of("a", ServerProcess.freePort(), "b", ServerProcess.freePort());
    /** What carriers get. */
    final Path carriers = Path.of("target", "processes", "carriers-" + UUID.randomUUID()).toAbsolutePath();

    private final Set<Integer> planYears = new HashSet<>();
    private @Nullable Member officer;
    private @Nullable Member secondOfficer;

    private Marketplace() {}

    /** Both processes up, whatever an earlier test did to them. */
    static synchronized Marketplace open() {
        Marketplace marketplace = only;
        if (marketplace == null) {
            marketplace = new Marketplace();
            only = marketplace;
        }
        marketplace.mail.mute(false);
        marketplace.mail.script(letter -> MailServer.Answer.TAKE);
        marketplace.up();
        return marketplace;
    }

    private Map<String, String> settings(String name) {
        Map<String, String> settings = new HashMap<>(database.settings("app"));
        settings.put("ASSISTERPORTAL_BASE_URL", "https://portal.example.org");
        settings.put("ASSISTERPORTAL_KEY", "lV+12wPp+Hni2hiBY+dxGgUsE1zMYuSD07kmnYiHl8U=");
        settings.put("ASSISTERPORTAL_MAIL_FROM", "no-reply@portal.example.org");
        settings.put("ASSISTERPORTAL_MAIL_ARC_FROM", "arc@portal.example.org");
        settings.put("ASSISTERPORTAL_MAIL_LEASE", LEASE.toSeconds() + "s");
        settings.put("ASSISTERPORTAL_MAIL_TIMEOUT", LEASE.toSeconds() / 8 + "s");
        settings.put("ASSISTERPORTAL_MAIL_PAUSE", "1s");
        settings.put("ASSISTERPORTAL_MAIL_POLL", "200ms");
        settings.put("ASSISTERPORTAL_LAPSE_SWEEP", "1s");
        settings.put("ASSISTERPORTAL_CARRIERS_FOLDER", carriers.toString());
        settings.put("ASSISTERPORTAL_CARRIERS_EVERY", "1s");
        settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        settings.put("SPRING_MAIL_PORT", String.valueOf(mail.port()));
        // So that the mail server knows which process it speaks with.
        settings.put("SPRING_MAIL_PROPERTIES_MAIL_SMTP_LOCALHOST", name);
        return settings;
    }

    /** Starts what is down, side by side. */
    void up() {
        ports.forEach(
                (name, port) -> {
                    ServerProcess old = processes.get(name);
                    if (old == null || !old.alive()) {
                        processes.put(name, ServerProcess.start(name, port, settings(name)));
                    }
                });
        processes.values().forEach(process -> process.healthy(address(process.name())));
    }

    ServerProcess process(String name) {
        return Objects.requireNonNull(processes.get(name));
    }

    String address(String name) {
        return "http://127.0.0.1:" + ports.get(name);
    }

    String a() {
        return address("a");
    }

    String b() {
        return address("b");
    }

    /** A browser whose requests go to both in turn. */
    Visitor visitor() {
        return new Visitor(a(), b());
    }

    /** A look into the database with the owner's eyes. */
    JdbcClient sql() {
        return database.as("postgres");
    }

    /** Somebody invited by mail sets up the account, every other request at the other process. */
    Member join(String email) {
        return Member.activate(visitor(), email, mail.mailed(email, "(/activate/[A-Za-z0-9_-]+)"));
    }

    Member officer() {
        staff();
        return Objects.requireNonNull(officer);
    }

    Member secondOfficer() {
        staff();
        return Objects.requireNonNull(secondOfficer);
    }

    /** Imports and publishes the made-up plans of a year, as an operator does, once. */
    void sells(int year) {
        if (!planYears.add(year)) {
            return;
        }
        ServerProcess command =
                ServerProcess.start(
                        "import-plans", 0, settings("d"), "--import-plans=examples/plans/" + year, "--import-plans=examples/plans/places",
                        "--plan-year=" + year, "--publish", "--assisterportal.mail.deliver=false");
        assertThat(command.ended()).as(command.output()).isZero();
    }

    private void staff() {
        if (officer != null) {
            return;
        }
        ServerProcess command =
                ServerProcess.start(
                        "first-administrator", 0, settings("c"), "--first-administrator=adam@portal.example.org",
                        "--assisterportal.mail.deliver=false");
        assertThat(command.ended()).as(command.output()).isZero();
        String link = command.output().replaceAll("(?s).*https://portal.example.org(/activate/[A-Za-z0-9_-]+).*", "$1");
        Visitor administrator = Member.activate(visitor(), "adam@portal.example.org", link).browser;
        for (String name : List.of("olga", "oscar")) {
            administrator.open("/admin");
            administrator.send("/admin/officers", "name", name + " Officer", "email", name + "@portal.example.org");
        }
        officer = join("olga@portal.example.org");
        secondOfficer = join("oscar@portal.example.org");
    }

    /** An agency under contract, its authorized contact, and these many people who are ready to be enrolled. */
    Agency agency(int people) {
        Visitor arc = officer().browser;
        String one = Region.unique("l");
        LocalDate today = LocalDate.now(Minnesota.ZONE);
        arc.open("/arc/agencies");
        arc.send(
                "/arc/agencies", "name", "Lakes Health " + one, "kind", "NAVIGATOR",
                "from", today.minusDays(30).toString(), "until", today.plusYears(2).toString());
        UUID id = UUID.fromString(arc.path().substring("/arc/agencies/".length()));
        String email = "carla." + one + "@lakes.example";
        arc.send("/contacts", "name", "Carla Contact", "email", email, "roles", "AGENCY_ADMINISTRATOR");
        Agency agency = new Agency(this, id, join(email));
        agency.addReadyPeople(people);
        return agency;
    }

    long count(String rows) {
        return sql().sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }

    /** Waits until a statement of this kind stands before a lock. */
    void eventuallyBlocked(String statement) {
        String waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '";
        eventually(waiting + statement + "'", 1L);
    }

    /** Waits until a question to the database has this answer. */
    void eventually(String question, Object answer) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(sql().sql(question).query().singleValue()).isEqualTo(answer));
    }
}
