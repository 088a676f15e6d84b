package org.assisterportal.application.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Dossiers.Row;
import org.assisterportal.application.Dossiers.Version;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where officers find signed applications: by number, and by how the words of a name begin. */
@Component
class DossierTable {
    static final int PAGE = 25;
    private static final int MOST_WORDS = 5;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern REFERENCE = Pattern.compile("\\d{8}");

    private static final String COUNTS =
            "NOT EXISTS (SELECT 1 FROM application.application later WHERE later.consumer = a.consumer AND later.status = 'SIGNED'"
                    + " AND later.plan_year = a.plan_year AND (later.signed_at, later.number) > (a.signed_at, a.number))";

    private final JdbcClient jdbc;

    DossierTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A signed version, and whose it is. */
    record Found(ConsumerId consumer, Row row) {}

    void list(Paper paper, Instant signedAt) {
        jdbc.sql("INSERT INTO application.listed (application, name, signed_at) VALUES (:id, :name, :at) ON CONFLICT DO NOTHING")
                .param("id", paper.id().value())
                .param("name", paper.people().getFirst().name())
                .param("at", Sql.time(signedAt))
                .update();
        Set<String> all =
                paper.people().stream().map(Member::name).flatMap(name -> words(name).stream()).collect(Collectors.toCollection(TreeSet::new));
        jdbc.sql("INSERT INTO application.listed_word (word, application) SELECT unnest(:words::text[]), :id ON CONFLICT DO NOTHING")
                .param("words", Sql.texts(all))
                .param("id", paper.id().value())
                .update();
    }

    static Set<String> words(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
        return Arrays.stream(BREAKS.split(folded)).filter(word -> !word.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A page of what fits, with whose each is. */
    PageOf<Found> search(String term, int page) {
        String digits = term.replaceAll("[\\s-]", "");
        if (REFERENCE.matcher(digits).matches()) {
            return find("a.reference = :reference", Map.of("reference", Long.parseLong(digits)), 1);
        }
        Map<String, String> begun = new LinkedHashMap<>();
        // Letters and digits only, so nothing in them means anything to LIKE.
        words(term).stream().limit(MOST_WORDS).forEach(word -> begun.put("word" + begun.size(), word + "%"));
        if (begun.isEmpty()) {
            return new PageOf<>(List.of(), 1, PAGE, 0);
        }
        String every =
                begun.keySet().stream()
                        .map(
                                name ->
                                        "EXISTS (SELECT 1 FROM application.listed_word w WHERE w.application = l.application AND w.word LIKE :"
                                                + name + ")")
                        .collect(Collectors.joining(" AND "));
        return find(every, begun, page);
    }

    private PageOf<Found> find(String where, Map<String, ?> typed, int page) {
        String from = " FROM application.listed l JOIN application.application a ON a.id = l.application WHERE " + where;
        List<Found> rows =
                jdbc.sql(
                                "SELECT l.application, a.consumer, a.reference, a.number, a.plan_year, " + COUNTS + " AS counts, l.name, l.signed_at" + from
                                        + " ORDER BY l.signed_at DESC, l.application LIMIT " + PAGE + " OFFSET " + (page - 1) * PAGE)
                        .params(typed)
                        .query((row, number) -> found(row))
                        .list();
        long counted =
                jdbc.sql("SELECT count(*) FROM (SELECT 1" + from + " LIMIT " + PageOf.COUNTED_TO + ") few")
                        .params(typed)
                        .query(Long.class)
                        .single();
        return PageOf.counted(rows, page, PAGE, rows.size(), counted);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new ConsumerId(Sql.uuid(row, "consumer")),
                new Row(
                        new ApplicationId(Sql.uuid(row, "application")), row.getLong("reference"), row.getInt("number"), row.getInt("plan_year"), row.getBoolean("counts"),
                        row.getString("name"), Sql.instant(row, "signed_at"), false));
    }

    List<Version> versions(ConsumerId consumer, int most) {
        return jdbc.sql(
                        """
                        SELECT a.id, a.reference, a.number, a.status, a.plan_year, a.started_at, a.signed_at, s.signer
                          FROM application.application a LEFT JOIN application.signature s ON s.application = a.id
                         WHERE a.consumer = :consumer ORDER BY a.started_at DESC LIMIT :most
                        """)
                .param("consumer", consumer.value())
                .param("most", most)
                .query(
                        (row, number) ->
                                new Version(
                                        new ApplicationId(Sql.uuid(row, "id")), row.getLong("reference"), row.getInt("number"),
                                        Paper.Status.valueOf(row.getString("status")), row.getObject("plan_year", Integer.class), Sql.instant(row, "started_at"),
                                        Sql.instantOrNull(row, "signed_at"), Sql.textOrNull(row, "signer")))
                .list();
    }

    String content(ApplicationId id) {
        return Objects.requireNonNull(
                jdbc.sql("SELECT content FROM application.signature WHERE application = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single());
    }
}
