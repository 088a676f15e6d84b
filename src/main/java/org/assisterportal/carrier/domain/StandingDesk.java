package org.assisterportal.carrier.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.carrier.CarrierStanding;
import org.assisterportal.enrollment.CarrierFeed;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what became of a policy's sets, and of what no file could say. */
@Component
class StandingDesk implements CarrierStanding {
    private static final int MOST = 50;
    private static final int MOST_WEIGHED = 500;

    private final CarrierFeed feed;
    private final Catalogs catalogs;
    private final JdbcClient jdbc;
    private final AuditLog audit;

    StandingDesk(CarrierFeed feed, Catalogs catalogs, JdbcClient jdbc, AuditLog audit) {
        this.feed = feed;
        this.catalogs = catalogs;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Known> known(String policy, boolean cancelled) {
        List<Told> all = of(policy, MOST_WEIGHED);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Told newest = all.getFirst();
        long start = all.getLast().event();
        Comparator<Told> first = Comparator.comparing((Told one) -> weight(one.stage())).thenComparing(one -> one.event() == start && one.stage() != Stage.ACCEPTED).thenComparing(Told::event);
        Told telling = cancelled ? newest : Collections.max(all, first);
        return Optional.of(new Known(newest, telling, telling.event() == start));
    }

    /** A later set that was accepted doesn't mend an earlier one: it doesn't tell all of it again. */
    private static int weight(Stage stage) {
        return switch (stage) {
            case REJECTED, SET_ASIDE -> 2;
            case WRITTEN, SENT -> 1;
            case ACCEPTED -> 0;
        };
    }

    @Override
    @Transactional(readOnly = true)
    public List<Told> all(String policy, Actor officer) {
        officer(officer);
        return of(policy, MOST);
    }

    private void officer(Actor who) {
        if (!who.wears(Hat.ARC_OFFICER)) {
            audit.recordRefusal(AuditLine.of(who, "carrier.files-shown").refused("not-officer"));
            throw new NotFound();
        }
    }

    @Override
    public Optional<Whose> whose(long set, Actor officer) {
        officer(officer);
        return feed.whose(set).map(this::named);
    }

    @Override
    public Optional<Whose> whose(String policy, Actor officer) {
        officer(officer);
        return feed.whose(policy).map(this::named);
    }

    private Whose named(CarrierFeed.Whose one) {
        return new Whose(one.policy(), one.issuer(), carrier(one.issuer()), one.application());
    }

    @Override
    public String carrier(String issuer) {
        return catalogs.carrier(issuer).orElse(issuer);
    }

    private List<Told> of(String policy, int most) {
        return jdbc.sql(
                        """
                        SELECT event, interchange, state, at, delivered_at, answered_at FROM (
                            SELECT s.event, s.interchange, s.state, i.written_at AS at, i.delivered_at, s.answered_at
                              FROM carrier.transaction_set s JOIN carrier.interchange i ON i.control = s.interchange WHERE s.policy = :policy
                            UNION ALL
                            SELECT a.event, NULL, NULL, a.at, NULL, NULL FROM carrier.set_aside a WHERE a.policy = :policy) told
                         ORDER BY event DESC LIMIT :most
                        """)
                .param("policy", policy)
                .param("most", most)
                .query((row, number) -> told(row))
                .list();
    }

    private static Told told(ResultSet row) throws SQLException {
        @Nullable Instant sent = Sql.instantOrNull(row, "delivered_at");
        @Nullable Integer control = row.getObject("interchange", Integer.class);
        return new Told(
                row.getLong("event"), stage(Sql.textOrNull(row, "state"), sent), control, Sql.instant(row, "at"), sent, Sql.instantOrNull(row, "answered_at"));
    }

    /** An answer tells that the file was there, also while it is sent again. */
    private static Stage stage(@Nullable String state, @Nullable Instant sent) {
        if (state == null) {
            return Stage.SET_ASIDE;
        }
        return switch (State.valueOf(state)) {
            case SENT -> sent == null ? Stage.WRITTEN : Stage.SENT;
            case ACCEPTED -> Stage.ACCEPTED;
            case REJECTED -> Stage.REJECTED;
        };
    }
}
