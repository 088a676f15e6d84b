package org.assisterportal.shared;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values go into SQL and come back where the driver has no mapping of its own. */
public final class Sql {
    private static final int MOST_WORDS = 10;

    private Sql() {}

    public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Identifiers for {@code = ANY(:ids::uuid[])}. */
    public static String[] ids(Collection<?> ids) {
        return ids.stream().map(Object::toString).toArray(String[]::new);
    }

    public static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** A pattern for ILIKE that finds the term anywhere; null = everything. */
    public static String like(@Nullable String term) {
        String text = term == null ? "" : term.strip();
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** For each word of the term a pattern that finds it anywhere; a list's comma is no part of a word. */
    public static String[] likeEvery(String term) {
        String[] words =
                Arrays.stream(term.split("[\\s,]+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .map(Sql::like)
                        .toArray(String[]::new);
        return words.length == 0 ? new String[] {like(term)} : words;
    }

    /** Names and values in turn, for {@code jsonb_object(:facts::text[])}. */
    public static String[] pairs(Map<String, String> map) {
        return map.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    /** The way back from {@link #pairs}. */
    public static Map<String, String> map(List<String> pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            map.put(pairs.get(i), pairs.get(i + 1));
        }
        return map;
    }

    /** An expression that gives a jsonb object's names and values in turn. */
    public static String pairsOf(String column) {
        return "ARRAY(SELECT unnest(ARRAY[e.key, e.value]) FROM jsonb_each_text(" + column + ") e)";
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A column that may be NULL. */
    public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable String textOrNull(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    /** A text array; NULL is the empty list. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
