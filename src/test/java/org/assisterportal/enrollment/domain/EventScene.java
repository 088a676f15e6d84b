package org.assisterportal.enrollment.domain;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sql;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that wait for a carrier, recorded as enrollment records them, about a made-up consumer who has signed. */
@TestComponent
public class EventScene {
    private static final int ROUNDS = 6;

    private final CarrierEvents events;
    private final CarrierTelling telling;
    private final TellingRows due;
    private final Household household;
    private final Handiwork handiwork;
    private final JdbcClient jdbc;
    private final AtomicReference<Whose> whose = new AtomicReference<>();

    EventScene(CarrierEvents events, CarrierTelling telling, TellingRows due, Household household, Handiwork handiwork, JdbcClient jdbc) {
        this.events = events;
        this.telling = telling;
        this.due = due;
        this.household = household;
        this.handiwork = handiwork;
        this.jdbc = jdbc;
    }

    private record Whose(ConsumerId consumer, ApplicationId application) {}

    private Whose whose() {
        Whose known = whose.get();
        if (known == null) {
            Actor consumer = household.consumer("María", "López");
            known = new Whose(new ConsumerId(Objects.requireNonNull(consumer.subject())), handiwork.signed(consumer));
            whose.set(known);
        }
        return known;
    }

    /** Records them in one transaction; the numbers they get. */
    public List<Long> record(List<CarrierEvent> all) {
        Whose about = whose();
        return household.inTransaction(
                () -> {
                    Long before = jdbc.sql("SELECT coalesce(max(number), 0) FROM enrollment.carrier_event").query(Long.class).single();
                    all.forEach(event -> events.record(about.consumer(), about.application(), event));
                    return jdbc.sql("SELECT number FROM enrollment.carrier_event WHERE number > :before AND issuer = :issuer ORDER BY number")
                            .param("before", before)
                            .param("issuer", all.getFirst().issuer())
                            .query(Long.class)
                            .list();
                });
    }

    /** Works the list of what carriers have to be told off, as the job does; of this policy so much was told in all. */
    public List<String> told(PolicyNumber policy) {
        work();
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT content::json ->> 'kind' FROM enrollment.carrier_event WHERE policy = :policy ORDER BY number")
                                .param("policy", policy.toString())
                                .query(String.class)
                                .list());
    }

    /** What was told of the policy last, as it is stored. */
    public String newest(PolicyNumber policy) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT content FROM enrollment.carrier_event WHERE policy = :policy ORDER BY number DESC LIMIT 1")
                                .param("policy", policy.toString())
                                .query(String.class)
                                .single());
    }

    /** As often as it takes: other tests sign, too, and a round tells of so many acts only. */
    private void work() {
        for (int round = 0; round < ROUNDS; round++) {
            telling.work();
        }
    }

    /** The job after signatures works. */
    public void tell() {
        work();
    }

    /** Makes events of the act with which the policy began, as the job does after a signature. */
    public void tell(PolicyNumber policy) {
        household.inTransaction(
                () ->
                        jdbc.sql("SELECT act, consumer FROM enrollment.policy WHERE number = :number")
                                .param("number", policy.value())
                                .query((row, number) -> {
                                    due.due(Sql.uuid(row, "act"), new ConsumerId(Sql.uuid(row, "consumer")));
                                    return number;
                                })
                                .list());
        work();
    }
}
