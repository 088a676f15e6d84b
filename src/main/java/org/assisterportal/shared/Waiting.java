package org.assisterportal.shared;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what waits in lists of several modules by one statement: no module knows another's table. */
@Component
public class Waiting {
    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A module's list.
     *
     * @param from the table with its condition, as after {@code FROM}; without parameters
     */
    public record OnList(String from) {}

    /** How many are on each list, each counted up to {@link PageOf#COUNTED_TO}. */
    @Transactional(readOnly = true)
    public List<Long> counted(List<OnList> lists) {
        String counts =
                IntStream.range(0, lists.size())
                        .mapToObj(
                                i ->
                                        "(SELECT count(*) FROM (SELECT 1 FROM %s LIMIT %d) few) AS list%d"
                                                .formatted(lists.get(i).from(), PageOf.COUNTED_TO, i))
                        .collect(Collectors.joining(", "));
        Map<String, Object> row = jdbc.sql("SELECT " + counts).query().singleRow();
        return IntStream.range(0, lists.size()).mapToObj(i -> (Long) row.get("list" + i)).toList();
    }
}
