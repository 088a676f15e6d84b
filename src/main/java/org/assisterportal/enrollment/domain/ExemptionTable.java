package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.enrollment.ExemptionId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exemptions as they were entered; that one was removed is a row of its own. */
@Component
class ExemptionTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    ExemptionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that counts. */
    record Entry(ExemptionId id, String person, int planYear, String certificate, LocalDate from, LocalDate to) {
        boolean says(String number, LocalDate first, LocalDate last) {
            return certificate.equals(number) && from.equals(first) && to.equals(last);
        }
    }

    void tell(Hand by, Entry entry) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.exemption (id, consumer, person, plan_year, certificate, first_day, last_day, told_at, by_account,
                                                          by_name, by_hat, authorization_number)
                        VALUES (:id, :consumer, :person, :year, :certificate, :from, :to, :now, :account, :name, :hat, :number)
                        """)
                .param("id", entry.id().value())
                .param("person", entry.person())
                .param("year", entry.planYear())
                .param("certificate", entry.certificate())
                .param("from", entry.from())
                .param("to", entry.to())
                .params(ByWhom.params(by, clock.instant()))
                .update();
    }

    void remove(Hand by, ExemptionId id) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.exemption_removed (exemption, consumer, at, by_account, by_name, by_hat, authorization_number)
                        VALUES (:exemption, :consumer, :now, :account, :name, :hat, :number)
                        """)
                .param("exemption", id.value())
                .params(ByWhom.params(by, clock.instant()))
                .update();
    }

    /** How many were entered, those that were removed among them. */
    int count(ConsumerId consumer, int planYear) {
        return jdbc.sql("SELECT count(*) FROM enrollment.exemption WHERE consumer = :consumer AND plan_year = :year")
                .param("consumer", consumer.value())
                .param("year", planYear)
                .query(Integer.class)
                .single();
    }

    /** Those that count in a plan year, in the order in which they were entered. */
    List<Entry> of(ConsumerId consumer, int planYear) {
        return jdbc.sql(
                        """
                        SELECT e.id, e.person, e.certificate, e.first_day, e.last_day FROM enrollment.exemption e
                         WHERE e.consumer = :consumer AND e.plan_year = :year
                           AND NOT EXISTS (SELECT 1 FROM enrollment.exemption_removed r WHERE r.exemption = e.id)
                         ORDER BY e.told_at, e.id
                        """)
                .param("consumer", consumer.value())
                .param("year", planYear)
                .query(
                        (row, number) ->
                                new Entry(
                                        new ExemptionId(Sql.uuid(row, "id")), row.getString("person"), planYear, row.getString("certificate"),
                                        Objects.requireNonNull(row.getObject("first_day", LocalDate.class)),
                                        Objects.requireNonNull(row.getObject("last_day", LocalDate.class))))
                .list();
    }

    /** Whose exemption holds on a day; keys of people. */
    Set<String> holding(ConsumerId consumer, LocalDate day) {
        Set<String> people = new HashSet<>();
        of(consumer, day.getYear()).stream().filter(one -> !day.isBefore(one.from()) && !day.isAfter(one.to())).forEach(one -> people.add(one.person()));
        return people;
    }

    static ExemptionId next() {
        return new ExemptionId(UUID.randomUUID());
    }
}
