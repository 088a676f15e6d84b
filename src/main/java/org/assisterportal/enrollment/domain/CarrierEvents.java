package org.assisterportal.enrollment.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.SocialSecurityNumbers;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.CarrierEvent.Insured;
import org.assisterportal.enrollment.CarrierEvent.What;
import org.assisterportal.enrollment.CarrierFeed;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Carriers' events as rows that nobody changes, and the list of those that no file has yet. */
@Component
class CarrierEvents implements CarrierFeed {
    private static final int CHUNK = 500;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final SocialSecurityNumbers numbers;

    CarrierEvents(JdbcClient jdbc, SocialSecurityNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    /** A row with whose it is. */
    private record Row(ConsumerId consumer, CarrierEvent event) {}

    /** Records an event in the act's transaction; its number is given here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(ConsumerId consumer, ApplicationId application, CarrierEvent event) {
        jdbc.sql(
                        """
                        WITH recorded AS (
                            INSERT INTO enrollment.carrier_event (consumer, application, issuer, policy, at, content)
                            VALUES (:consumer, :application, :issuer, :policy, :at, :content) RETURNING number)
                        INSERT INTO enrollment.carrier_due (issuer, number, consumer) SELECT :issuer, number, :consumer FROM recorded
                        """)
                .param("consumer", consumer.value())
                .param("application", application.value())
                .param("issuer", event.issuer())
                .param("policy", event.policy())
                .param("at", Sql.time(event.at()))
                .param("content", MAPPER.writeValueAsString(event))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> waiting() {
        return jdbc.sql("SELECT DISTINCT issuer FROM enrollment.carrier_due ORDER BY issuer").query(String.class).list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int take(String issuer, int most, Consumer<CarrierEvent> each) {
        int taken = 0;
        while (taken < most) {
            List<Row> rows = chunk(issuer, Math.min(CHUNK, most - taken));
            Map<ConsumerId, Map<String, String>> known = numbers.of(rows.stream().map(Row::consumer).collect(Collectors.toSet()));
            for (Row row : rows) {
                each.accept(numbered(row.event(), known.getOrDefault(row.consumer(), Map.of())));
            }
            taken += rows.size();
            if (rows.size() < CHUNK) {
                break;
            }
        }
        return taken;
    }

    private List<Row> chunk(String issuer, int most) {
        return jdbc.sql(
                                // A number and no parameter: the plan has to know how few rows these are.
                                """
                                WITH taken AS (
                                    DELETE FROM enrollment.carrier_due
                                     WHERE issuer = :issuer
                                       AND number IN (SELECT number FROM enrollment.carrier_due WHERE issuer = :issuer ORDER BY number
                                                       LIMIT %d)
                                 RETURNING number)
                                SELECT e.number, e.consumer, e.content FROM taken JOIN enrollment.carrier_event e USING (number)
                                 ORDER BY e.number
                                """
                                        .formatted(most))
                        .param("issuer", issuer)
                        .query((row, index) -> row(row))
                        .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Whose> whose(long event) {
        return whose("number = :value", event);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Whose> whose(String policy) {
        return whose("policy = :value", policy);
    }

    private Optional<Whose> whose(String which, Object value) {
        return jdbc.sql("SELECT policy, issuer, application FROM enrollment.carrier_event WHERE " + which + " ORDER BY number DESC LIMIT 1")
                .param("value", value)
                .query((row, number) -> new Whose(row.getString("policy"), row.getString("issuer"), new ApplicationId(Sql.uuid(row, "application"))))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        CarrierEvent stored = MAPPER.readValue(row.getString("content"), CarrierEvent.class);
        CarrierEvent event =
                new CarrierEvent(
                        row.getLong("number"), stored.at(), stored.kind(), stored.policy(), stored.planYear(), stored.plan(), stored.variant(),
                        stored.dental(), stored.home(), people(stored), stored.amounts(), stored.formerSubscriber(), stored.responsible());
        return new Row(new ConsumerId(Sql.uuid(row, "consumer")), event);
    }

    /** What was stored before each person had a line of their own was meant for all of its people alike. */
    private static List<Insured> people(CarrierEvent stored) {
        What all =
                switch (stored.kind()) {
                    case ENROLLED -> What.BEGINS;
                    case CHANGED -> What.STAYS;
                    case ENDED -> What.ENDS;
                    case CANCELLED -> What.CANCELLED;
                };
        return stored.people().stream().map(one -> one.what() == null ? one.becoming(all) : one).toList();
    }

    private static CarrierEvent numbered(CarrierEvent event, Map<String, String> numbers) {
        List<Insured> people = event.people().stream().map(one -> one.withSsn(numbers.get(one.key()))).toList();
        return event.with(people);
    }
}
