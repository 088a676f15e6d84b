package org.assisterportal.application.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Notice;
import org.assisterportal.application.Notices.Line;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sha256;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Notices as rows that nobody changes, and which are still to be made. */
@Component
class NoticeTable {
    static final int PAGE = 25;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A signed version without its notice. */
    record Due(ApplicationId id, ConsumerId consumer, @Nullable Locale language, int tries) {}

    /** Puts it on the list, with the language in which the consumer signed; null where that says nothing of the consumer. */
    void due(ApplicationId id, ConsumerId consumer, @Nullable Locale language, Instant now) {
        jdbc.sql("INSERT INTO application.notice_due (application, consumer, language, next_try_at) VALUES (:id, :consumer, :language, :now)")
                .param("language", language == null ? null : language.getLanguage())
                .param("id", id.value())
                .param("consumer", consumer.value())
                .param("now", Sql.time(now))
                .update();
    }

    List<Due> due(Instant now, int most) {
        return jdbc.sql(
                        "SELECT application, consumer, language, tries FROM application.notice_due WHERE next_try_at <= :now"
                                + " ORDER BY next_try_at LIMIT :most")
                .param("now", Sql.time(now))
                .param("most", most)
                .query(
                        (row, number) ->
                                new Due(
                                        new ApplicationId(Sql.uuid(row, "application")), new ConsumerId(Sql.uuid(row, "consumer")),
                                        language(row), row.getInt("tries")))
                .list();
    }

    private static @Nullable Locale language(ResultSet row) throws SQLException {
        String language = row.getString("language");
        return language == null ? null : Locale.of(language, "US");
    }

    /** Takes it off the list in the transaction that makes the notice; false when another one did. */
    boolean take(ApplicationId id) {
        return jdbc.sql("DELETE FROM application.notice_due WHERE application = :id").param("id", id.value()).update() == 1;
    }

    void later(ApplicationId id, Instant at) {
        jdbc.sql("UPDATE application.notice_due SET tries = tries + 1, next_try_at = :at WHERE application = :id")
                .param("at", Sql.time(at))
                .param("id", id.value())
                .update();
    }

    void insert(ApplicationId id, ConsumerId consumer, Instant at, String language, String rules, List<Notice.Block> blocks) {
        String content = MAPPER.writeValueAsString(blocks);
        jdbc.sql(
                        """
                        INSERT INTO application.notice (application, consumer, made_at, language, rules, content, sha256)
                        VALUES (:id, :consumer, :at, :language, :rules, :content, :hash)
                        """)
                .param("id", id.value())
                .param("consumer", consumer.value())
                .param("at", Sql.time(at))
                .param("language", language)
                .param("rules", rules)
                .param("content", content)
                .param("hash", Sha256.hex(content))
                .update();
    }

    /** Fails for a text that isn't the one that was stored. */
    Optional<Notice> find(ApplicationId id) {
        return jdbc.sql(
                        """
                        SELECT a.reference, a.number, n.made_at, n.language, n.rules, n.content, n.sha256
                          FROM application.notice n JOIN application.application a ON a.id = n.application
                         WHERE n.application = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> notice(id, row))
                .optional();
    }

    private static Notice notice(ApplicationId id, ResultSet row) throws SQLException {
        String content = row.getString("content");
        String hash = row.getString("sha256");
        if (!Sha256.hex(content).equals(hash)) {
            throw new IllegalStateException("a notice's text isn't the one that was made");
        }
        return new Notice(
                id, row.getLong("reference"), row.getInt("number"), Sql.instant(row, "made_at"), row.getString("language"),
                row.getString("rules"), hash, List.of(MAPPER.readValue(content, Notice.Block[].class)));
    }

    PageOf<Line> list(ConsumerId consumer, int page) {
        List<Line> rows =
                jdbc.sql(
                                """
                                SELECT n.application, a.reference, a.number, a.plan_year, n.made_at, n.language
                                  FROM application.notice n JOIN application.application a ON a.id = n.application
                                 WHERE n.consumer = :consumer ORDER BY n.made_at DESC, n.application LIMIT :size OFFSET :offset
                                """)
                        .param("consumer", consumer.value())
                        .param("size", PAGE)
                        .param("offset", (page - 1) * PAGE)
                        .query(
                                (row, number) ->
                                        new Line(
                                                new ApplicationId(Sql.uuid(row, "application")), row.getLong("reference"),
                                                row.getInt("number"), row.getInt("plan_year"), Sql.instant(row, "made_at"), row.getString("language")))
                        .list();
        long counted =
                jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM application.notice WHERE consumer = :consumer LIMIT " + PageOf.COUNTED_TO + ") few")
                        .param("consumer", consumer.value())
                        .query(Long.class)
                        .single();
        return PageOf.counted(rows, page, PAGE, rows.size(), counted);
    }
}
