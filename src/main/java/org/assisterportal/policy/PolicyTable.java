package org.assisterportal.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the rows; a new one is seen by every process within fifteen seconds. */
@Component
class PolicyTable implements PolicyValues {
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Snapshot snapshot;

    /** Each code's values, the latest first. */
    private record Snapshot(Map<String, List<PolicyValue>> rows, Instant readAt) {}

    PolicyTable(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public PolicyValue inForce(String code) {
        return inForce(code, Minnesota.today(clock));
    }

    @Override
    public PolicyValue inForce(String code, LocalDate day) {
        return find(code, day).orElseThrow(() -> new IllegalStateException("no policy value for " + code + " on " + day));
    }

    @Override
    public Optional<PolicyValue> find(String code) {
        return find(code, Minnesota.today(clock));
    }

    private Optional<PolicyValue> find(String code, LocalDate day) {
        return rows().getOrDefault(code, List.of()).stream().filter(value -> !value.effectiveFrom().isAfter(day)).findFirst();
    }

    private Map<String, List<PolicyValue>> rows() {
        Snapshot current = snapshot;
        Instant now = clock.instant();
        if (current == null || Duration.between(current.readAt, now).abs().compareTo(FRESH) > 0) {
            List<PolicyValue> read =
                    transaction.execute(
                            status ->
                                    jdbc.sql("SELECT code, value, clause, effective_from FROM policy.policy_value ORDER BY effective_from DESC")
                                            .query(PolicyValue.class)
                                            .list());
            current = new Snapshot(read == null ? Map.of() : read.stream().collect(Collectors.groupingBy(PolicyValue::code)), now);
            snapshot = current;
        }
        return current.rows;
    }
}
