package org.assisterportal.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts and their reviews as rows; neither is ever changed. */
@Component
class TextTable implements PolicyTexts {
    private static final String ENGLISH = Locale.ENGLISH.getLanguage();
    private static final int LONGEST_NAME = 160;
    private static final int MOST = 200;
    private static final String TEXT =
            """
            SELECT t.code, t.effective_from, t.language, t.body, t.clause,
                   EXISTS (SELECT 1 FROM policy.text_review r
                            WHERE (r.code, r.effective_from, r.language) = (t.code, t.effective_from, t.language)) AS reviewed
              FROM policy.policy_text t
            """;

    /** The last version whose English somebody reviewed. */
    private static final String IN_FORCE =
            """
            SELECT max(e.effective_from)
              FROM policy.policy_text e JOIN policy.text_review r USING (code, effective_from, language)
             WHERE e.code = :code AND e.language = :english AND e.effective_from <= :today
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TextTable(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public PolicyText inForce(String code, Locale language) {
        List<PolicyText> texts =
                jdbc.sql(TEXT + " WHERE t.code = :code AND t.language IN (:english, :other) AND t.effective_from = (" + IN_FORCE + ")")
                        .param("code", code)
                        .param("today", Minnesota.today(clock))
                        .param("english", ENGLISH)
                        .param("other", language.getLanguage())
                        .query((row, number) -> text(row))
                        .list();
        PolicyText english =
                texts.stream()
                        .filter(text -> text.tag().equals(ENGLISH))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no text in force for " + code));
        return texts.stream()
                .filter(text -> !text.tag().equals(ENGLISH))
                .findFirst()
                .map(other -> other.reviewed() ? other : english.with(other))
                .orElse(english);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PolicyText> version(String code, LocalDate version, Locale language) {
        return jdbc.sql(TEXT + " WHERE t.code = :code AND t.effective_from = :version AND t.language = :language")
                .param("code", code)
                .param("version", version)
                .param("language", language.getLanguage())
                .query((row, number) -> text(row))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Version> all() {
        Map<String, List<Review>> reviews = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM policy.text_review ORDER BY recorded_at DESC LIMIT " + 10 * MOST)
                .query(
                        (row, number) ->
                                reviews.computeIfAbsent(key(row), key -> new ArrayList<>())
                                        .add(
                                                new Review(
                                                        row.getString("reviewed_by"),
                                                        row.getObject("reviewed_on", LocalDate.class),
                                                        row.getString("recorded_by"),
                                                        Sql.instant(row, "recorded_at"))))
                .list();
        return jdbc.sql(TEXT + " ORDER BY t.code, t.effective_from DESC, t.language LIMIT " + MOST)
                .query(
                        (row, number) ->
                                new Version(text(row), row.getString("clause"), reviews.getOrDefault(key(row), List.of())))
                .list();
    }

    @Override
    @Transactional
    public Outcome review(String code, LocalDate version, Locale language, String reviewer, LocalDate on, Actor by) {
        String tag = language.getLanguage();
        if (!by.wears(Hat.ADMINISTRATOR)) {
            events.publishEvent(new TextReviewed(by, code, version, tag, "not-administrator"));
            throw new NotFound();
        }
        if (version(code, version, language).isEmpty()) {
            throw new NotFound();
        }
        String name = reviewer.strip();
        String problem =
                name.isEmpty() || name.length() > LONGEST_NAME
                        ? "policy.review.name"
                        : on.isAfter(Minnesota.today(clock)) ? "policy.review.day" : null;
        if (problem != null) {
            events.publishEvent(new TextReviewed(by, code, version, tag, problem));
            return new Outcome.Refused(problem);
        }
        jdbc.sql(
                        """
                        INSERT INTO policy.text_review
                               (code, effective_from, language, reviewed_by, reviewed_on, recorded_by, recorded_at)
                        VALUES (:code, :version, :language, :reviewer, :on, :by, :now)
                        """)
                .param("code", code)
                .param("version", version)
                .param("language", tag)
                .param("reviewer", name)
                .param("on", on)
                .param("by", by.name())
                .param("now", Sql.time(clock.instant()))
                .update();
        events.publishEvent(new TextReviewed(by, code, version, tag, null));
        return new Outcome.Done();
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getString("code") + " " + row.getString("effective_from") + " " + row.getString("language");
    }

    private static PolicyText text(ResultSet row) throws SQLException {
        return PolicyText.of(
                row.getString("code"), row.getObject("effective_from", LocalDate.class),
                Locale.of(row.getString("language")), row.getBoolean("reviewed"), row.getString("body"));
    }
}
