package org.assisterportal.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What one module knows of people, as a part that can be asked alone or, of one person, in a single statement with other
 * modules' parts: no part knows another's tables. Used once, by one thread.
 *
 * @param <T> what the rows come to
 */
public abstract class Facts<T> {
    private static final String MANY = ":people::uuid[]";
    // Of an array in a parameter the planner guesses the length, takes its kept plan for dear, and plans anew each time.
    private static final String ONE = "ARRAY[:person::uuid]";

    private final String select;
    private final String mark;
    private final String time;

    /**
     * A part.
     *
     * @param select over {@code :people::uuid[]}; no column is named as one of another part
     * @param mark a column that is never null
     * @param time the column by which rows are read in order
     */
    protected Facts(String select, String mark, String time) {
        this.select = select;
        this.mark = mark;
        this.time = time;
    }

    /** Values of the select's other parameters. */
    protected Map<String, Object> with() {
        return Map.of();
    }

    protected abstract void read(ResultSet row) throws SQLException;

    /** After the rows were read. */
    public abstract T answer();

    /** Asks for this part alone, one statement for all the people. */
    public T of(Collection<PersonId> people, JdbcClient jdbc) {
        if (!people.isEmpty()) {
            bind(jdbc.sql(select + " ORDER BY " + time).param("people", Sql.ids(people)), List.of(this))
                    .query((RowCallbackHandler) this::read);
        }
        return answer();
    }

    /**
     * Reads all parts by one statement for one person, or by one statement each for many: side by side, every row of a
     * part meets every row of the others before it is found not to belong to it.
     */
    public static void read(Collection<PersonId> people, JdbcClient jdbc, Facts<?>... parts) {
        if (people.size() != 1) {
            Arrays.stream(parts).forEach(part -> part.of(people, jdbc));
            return;
        }
        StringBuilder from = new StringBuilder();
        List<String> times = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            from.append(i == 0 ? " FROM (" : " FULL JOIN (").append(parts[i].select).append(") part").append(i);
            from.append(i == 0 ? "" : " ON false");
            times.add(parts[i].time);
        }
        String all = ("SELECT *" + from + " ORDER BY coalesce(" + String.join(", ", times) + ")").replace(MANY, ONE);
        bind(jdbc.sql(all).param("person", people.iterator().next().value()), List.of(parts))
                .query(
                        (RowCallbackHandler) row -> {
                            for (Facts<?> part : parts) {
                                if (row.getObject(part.mark) != null) {
                                    part.read(row);
                                }
                            }
                        });
    }

    private static StatementSpec bind(StatementSpec statement, List<Facts<?>> parts) {
        StatementSpec bound = statement;
        for (Facts<?> part : parts) {
            for (Map.Entry<String, Object> value : part.with().entrySet()) {
                bound = bound.param(value.getKey(), value.getValue());
            }
        }
        return bound;
    }
}
