package org.assisterportal.consumer.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;

/** The authority of one assister over one consumer now, by its one row. */
class AuthorityFacts extends Facts<Optional<AuthorityFacts.Found>> {
    private static final String SELECT =
            """
            SELECT a.authorization_id, a.number AS authority_number, a.scope AS authority_scope, a.agency AS authority_agency,
                   a.since AS authority_since,
                   nullif(a.valid_until, 'infinity') AS authority_until, c.first_name || ' ' || c.last_name AS consumer_name
              FROM consumer.authority a JOIN consumer.consumer c ON c.id = a.consumer
             WHERE a.consumer = :consumer AND a.assister = ANY(:people::uuid[]) AND a.valid_until > :now
               AND c.closed_at IS NULL
            """;

    private final ConsumerId consumer;
    private final Instant now;
    private @Nullable Found found;

    AuthorityFacts(ConsumerId consumer, Instant now) {
        super(SELECT, "authorization_id", "authority_since");
        this.consumer = consumer;
        this.now = now;
    }

    /** What the row says. */
    record Found(
            UUID authorization, long number, Scope scope, UUID agency, String name, Instant since, @Nullable LocalDate until) {}

    @Override
    protected Map<String, Object> with() {
        return Map.of("consumer", consumer.value(), "now", now.atOffset(ZoneOffset.UTC));
    }

    @Override
    protected void read(ResultSet row) throws SQLException {
        found =
                new Found(
                        Sql.uuid(row, "authorization_id"), row.getLong("authority_number"),
                        Scope.valueOf(row.getString("authority_scope")), Sql.uuid(row, "authority_agency"),
                        row.getString("consumer_name"), Sql.instant(row, "authority_since"),
                        lastDay(Sql.instantOrNull(row, "authority_until")));
    }

    private static @Nullable LocalDate lastDay(@Nullable Instant end) {
        return end == null ? null : LocalDate.ofInstant(end.minusMillis(1), Minnesota.ZONE);
    }

    @Override
    public Optional<Found> answer() {
        return Optional.ofNullable(found);
    }
}
