package bench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.RosterSubmitted;
import org.assisterportal.identity.Accounts;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One agency with many made-up people who all meet the four requirements. */
@Component
class Seed {
    private final Agencies agencies;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private final Actor officer = officer(UUID.randomUUID());
    private volatile List<PersonId> people = List.of();
    private volatile Actor contact;
    private volatile AgencyId agency;

    Seed(
            Agencies agencies, Accounts accounts, JdbcClient jdbc, ApplicationEventPublisher events,
            TransactionTemplate transaction, Clock clock) {
        this.agencies = agencies;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    private static Actor officer(UUID account) {
        return new Actor(account, Hat.ARC_OFFICER, account, null, "Olga Officer");
    }

    List<PersonId> people() {
        return people;
    }

    Actor officer() {
        return officer;
    }

    Actor contact() {
        return Objects.requireNonNull(contact);
    }

    UUID agency() {
        return agency.value();
    }

    int plant(int count) {
        var today = Minnesota.today(clock);
        agency = agencies.create("Bench Navigators", AgencyKind.NAVIGATOR, today.minusDays(30), today.plusYears(3), officer);
        EmailAddress email = new EmailAddress("carla@bench.example");
        UUID seat = agencies.inviteContact(agency, "Carla Contact", email, Set.of(ContactRole.AGENCY_ADMINISTRATOR), officer).id();
        contact =
                new Actor(
                        accounts.byEmail(email).orElseThrow().value(), Hat.AGENCY_CONTACT, seat, agency.value(),
                        "Carla Contact");
        List<PersonId> planted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            planted.add(new PersonId(UUID.randomUUID()));
        }
        transaction.executeWithoutResult(status -> plant(planted));
        people = List.copyOf(planted);
        return count;
    }

    private void plant(List<PersonId> planted) {
        String[] ids = Sql.ids(planted);
        UUID submission = UUID.randomUUID();
        var now = Sql.time(clock.instant());
        jdbc.sql("INSERT INTO agency.submission VALUES (:s, :a, 1, 'ROSTER', 'bench', :s, 'bench', :now, :n, :n)")
                .param("s", submission).param("a", agency()).param("now", now).param("n", planted.size()).update();
        jdbc.sql(
                        "INSERT INTO agency.person SELECT i, translate(lpad(to_hex(n), 7, '0'), '0123456789abcdef',"
                                + " 'CDFGHJKMNPQRTVWX'), 'bench' || n || '@bench.example', :a, 'Bench' || n || ', Ana', :now"
                                + " FROM unnest(:ids::uuid[]) WITH ORDINALITY u(i, n)")
                .param("ids", ids).param("a", agency()).param("now", now).update();
        jdbc.sql(
                        "INSERT INTO agency.entry SELECT gen_random_uuid(), i, :a, :s, :now, NULL, 'Ana', 'Bench' || n,"
                                + " '612-555-0100', 'bench' || n || '@bench.example', 'Street', 'Duluth', 'MN', '55802',"
                                + " true, true, 'Ana', '612-555-0100', 'x@bench.example', 'Address', 'English', 'Lake',"
                                + " true FROM unnest(:ids::uuid[]) WITH ORDINALITY u(i, n)")
                .param("ids", ids).param("a", agency()).param("s", submission).param("now", now).update();
        for (String course : List.of("assister-portal", "data-security-ethics", "core-curriculum")) {
            jdbc.sql("INSERT INTO learning.training_done SELECT i, :c, :now FROM unnest(:ids::uuid[]) i")
                    .param("ids", ids).param("c", course).param("now", now).update();
            jdbc.sql(
                            "INSERT INTO learning.attempt (id, person, course, started_at, out_of, graded_at, points,"
                                    + " pass_mark, passed) SELECT gen_random_uuid(), i, :c, :now, 20, :now, 17, 70, true"
                                    + " FROM unnest(:ids::uuid[]) i")
                    .param("ids", ids).param("c", course).param("now", now).update();
        }
        jdbc.sql(
                        "INSERT INTO certification.background_study SELECT gen_random_uuid(), i, 'CLEARED',"
                                + " current_date, '', :s, :now FROM unnest(:ids::uuid[]) i")
                .param("ids", ids).param("s", submission).param("now", now).update();
        events.publishEvent(new RosterSubmitted(new AgencyId(agency()), submission, planted, Actor.SYSTEM, clock.instant()));
    }
}
