package org.assisterportal.consumer.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers.LeftOver;
import org.assisterportal.consumer.Profile;
import org.assisterportal.consumer.Profile.Address;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PersonName;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consumers, addresses and left-over forms as rows. */
@Component
class ConsumerTable {
    private static final int MOST_LEFT = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsumerTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes the consumer of a new account, or gives the account, with the name as its person wrote it, to who was helped without one. */
    void opened(ConsumerId id, @Nullable UUID account, String first, String last, String email, String language) {
        jdbc.sql(
                        """
                        INSERT INTO consumer.consumer (id, account, first_name, last_name, sort_name, email, language,
                                                       last_activity, created_at)
                        VALUES (:id, :account, :first, :last, :sort, :email, :language, :now, :now)
                        ON CONFLICT (id) DO UPDATE SET account = excluded.account, email = excluded.email, language = excluded.language,
                            first_name = excluded.first_name, last_name = excluded.last_name,
                            sort_name = excluded.sort_name, version = consumer.consumer.version + 1
                        """)
                .param("id", id.value())
                .param("account", account)
                .param("first", first)
                .param("last", last)
                .param("sort", new PersonName(first, last).sorted())
                .param("email", email)
                .param("language", language)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    void reached(ConsumerId id, EmailAddress email) {
        jdbc.sql("UPDATE consumer.consumer SET email = :email, version = version + 1 WHERE id = :id")
                .param("email", email.value())
                .param("id", id.value())
                .update();
    }

    void closed(ConsumerId id) {
        jdbc.sql("UPDATE consumer.consumer SET closed_at = :now WHERE id = :id")
                .param("now", Sql.time(clock.instant()))
                .param("id", id.value())
                .update();
    }

    /** One act at a time about a consumer. */
    void lock(ConsumerId id) {
        jdbc.sql("SELECT id FROM consumer.consumer WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }

    Optional<Profile> find(ConsumerId id) {
        return jdbc.sql(
                        """
                        SELECT c.id, c.first_name, c.last_name, c.birth_date, c.email, c.phone, c.language, c.interpreter,
                               c.version, c.address_kept, a.street, a.city, a.state, a.zip, a.county, a.confidential
                          FROM consumer.consumer c LEFT JOIN consumer.address a ON a.consumer = c.id
                         WHERE c.id = :id AND c.closed_at IS NULL
                        """)
                .param("id", id.value())
                .query((row, number) -> profile(row))
                .optional();
    }

    private static Profile profile(ResultSet row) throws SQLException {
        String street = row.getString("street");
        Address address =
                street == null
                        ? null
                        : new Address(
                                street, row.getString("city"), row.getString("state"), row.getString("zip"),
                                row.getString("county"), row.getBoolean("confidential"));
        return new Profile(
                new ConsumerId(Sql.uuid(row, "id")), row.getString("first_name"), row.getString("last_name"),
                row.getObject("birth_date", LocalDate.class), row.getString("email"), row.getString("phone"),
                row.getString("language"), row.getString("interpreter"), address, row.getBoolean("address_kept"),
                row.getInt("version"));
    }

    /** False when the version is another one by now. */
    boolean change(ConsumerId id, ProfileRules.Read read, int version) {
        return jdbc.sql(
                                """
                                UPDATE consumer.consumer SET first_name = :first, last_name = :last, sort_name = :sort,
                                       birth_date = :born, phone = :phone, language = :language, interpreter = :interpreter,
                                       version = version + 1
                                 WHERE id = :id AND version = :version
                                """)
                        .param("first", read.firstName())
                        .param("last", read.lastName())
                        .param("sort", new PersonName(read.firstName(), read.lastName()).sorted())
                        .param("born", read.birthDate())
                        .param("phone", read.phone())
                        .param("language", read.language())
                        .param("interpreter", read.interpreter())
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Only the consumer's own hand makes an address confidential, or open again. */
    void address(ConsumerId id, Address address, boolean own) {
        jdbc.sql(
                        """
                        INSERT INTO consumer.address (consumer, street, city, state, zip, county, confidential)
                        VALUES (:id, :street, :city, :state, :zip, :county, :confidential)
                        ON CONFLICT (consumer) DO UPDATE SET street = excluded.street, city = excluded.city,
                            state = excluded.state, zip = excluded.zip, county = excluded.county,
                            confidential = excluded.confidential
                        """)
                .param("id", id.value())
                .param("street", address.street())
                .param("city", address.city())
                .param("state", address.state())
                .param("zip", address.zip())
                .param("county", address.county())
                .param("confidential", address.confidential())
                .update();
        if (own) {
            jdbc.sql("UPDATE consumer.consumer SET address_kept = :confidential WHERE id = :id")
                    .param("confidential", address.confidential())
                    .param("id", id.value())
                    .update();
        }
    }

    /** Takes the address away, by the consumer's own hand. */
    void noAddress(ConsumerId id) {
        jdbc.sql("DELETE FROM consumer.address WHERE consumer = :id").param("id", id.value()).update();
        jdbc.sql("UPDATE consumer.consumer SET address_kept = false WHERE id = :id").param("id", id.value()).update();
    }

    List<LeftOver> leftOvers(ConsumerId id) {
        return jdbc.sql(
                        "SELECT id, at, by_name, " + Sql.pairsOf("content") + " AS content FROM consumer.left_over"
                                + " WHERE consumer = :id AND form = 'profile' AND settled_at IS NULL ORDER BY at DESC LIMIT " + MOST_LEFT)
                .param("id", id.value())
                .query(
                        (row, number) ->
                                new LeftOver(
                                        Sql.uuid(row, "id"), Sql.instant(row, "at"), row.getString("by_name"),
                                        Sql.map(Sql.texts(row, "content"))))
                .list();
    }

    /** What an open one holds. */
    Optional<Map<String, String>> leftOver(ConsumerId id, UUID leftOver) {
        return jdbc.sql(
                        "SELECT " + Sql.pairsOf("content") + " AS content FROM consumer.left_over"
                                + " WHERE id = :left AND consumer = :id AND form = 'profile' AND settled_at IS NULL")
                .param("left", leftOver)
                .param("id", id.value())
                .query((row, number) -> Sql.map(Sql.texts(row, "content")))
                .optional();
    }

    void settle(ConsumerId id, UUID leftOver) {
        jdbc.sql("UPDATE consumer.left_over SET settled_at = :now WHERE id = :left AND consumer = :id")
                .param("now", Sql.time(clock.instant()))
                .param("left", leftOver)
                .param("id", id.value())
                .update();
    }

}
