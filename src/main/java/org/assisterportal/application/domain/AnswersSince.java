package org.assisterportal.application.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.application.Answered;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications.Since;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was answered after somebody had read an application over: every kept answer is a row, and the rows that were read come first. */
@Component
class AnswersSince {
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Hands hands;

    AnswersSince(JdbcClient jdbc, Hands hands) {
        this.jdbc = jdbc;
        this.hands = hands;
    }

    /** A page's answer when it was read, and as it is now. */
    List<Since> of(Hand by, ApplicationId id, int revision) {
        Map<Spot, Answered> before = new LinkedHashMap<>();
        Map<Spot, Answered> now = new LinkedHashMap<>();
        rows(id, revision).forEach(row -> (row.read() ? before : now).put(row.spot(), row.answer()));
        Map<Spot, Answered> seenBefore = hands.visible(by, before);
        Map<Spot, Answered> seenNow = hands.visible(by, now);
        List<Since> since = new ArrayList<>();
        now.forEach(
                (spot, answer) -> {
                    @Nullable Answered former = before.get(spot);
                    if (former == null || !former.content().equals(answer.content())) {
                        since.add(new Since(spot, seenBefore.get(spot), seenNow.getOrDefault(spot, answer)));
                    }
                });
        return since;
    }

    /** An answer, and whether it is the one that was read. */
    private record Row(Spot spot, boolean read, Answered answer) {}

    private List<Row> rows(ApplicationId id, int revision) {
        return jdbc.sql(
                        """
                        WITH given AS (
                            SELECT a.subject, a.question, a.version, a.content, a.at, a.by_name, a.by_hat,
                                   row_number() OVER (ORDER BY a.at, a.version, a.question, a.subject) AS place
                              FROM application.answer a WHERE a.application = :id AND a.question = ANY(:asked)),
                        later AS (
                            SELECT subject, question, min(version) AS first, max(version) AS last
                              FROM given WHERE place > :revision GROUP BY subject, question)
                        SELECT g.subject, g.question, g.version, g.at, g.by_name, g.by_hat, g.version < l.first AS read, %s AS content
                          FROM later l JOIN given g ON g.subject = l.subject AND g.question = l.question AND g.version IN (l.first - 1, l.last)
                         ORDER BY g.at LIMIT %d
                        """
                                .formatted(Sql.pairsOf("g.content"), 2 * MOST))
                .param("id", id.value())
                .param("asked", Arrays.stream(Question.values()).map(Enum::name).toArray(String[]::new))
                .param("revision", revision)
                .query(
                        (row, number) ->
                                new Row(
                                        new Spot(Question.valueOf(row.getString("question")), row.getString("subject")), row.getBoolean("read"),
                                        ApplicationTable.answered(row)))
                .list();
    }
}
