package org.assisterportal.application.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Conversations;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Conversations about drafts, as rows. */
@Component
class ConversationDesk implements Conversations {
    private static final Set<String> READ_IN = Set.of("en", "es");

    private final JdbcClient jdbc;
    private final Papers papers;
    private final Hands hands;
    private final Clock clock;

    ConversationDesk(JdbcClient jdbc, Papers papers, Hands hands, Clock clock) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.hands = hands;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Conversation> newest(Hand.OnBehalf by, ApplicationId id) {
        return jdbc.sql(
                        "SELECT aloud, interpreter, at FROM application.conversation WHERE application = :id AND assister = :assister"
                                + " ORDER BY at DESC LIMIT 1")
                .param("id", id.value())
                .param("assister", by.actor().subject())
                .query(
                        (row, number) ->
                                new Conversation(
                                        row.getString("aloud"), Interpreter.valueOf(row.getString("interpreter")),
                                        Sql.instant(row, "at")))
                .optional();
    }

    @Override
    @Transactional
    public Noted note(Hand.OnBehalf by, ApplicationId id, Map<String, String> form) {
        return hands.held(by, hand -> noteNow((Hand.OnBehalf) hand, id, new Fields(form)), Noted.Stopped::new);
    }

    private Noted noteNow(Hand.OnBehalf by, ApplicationId id, Fields fields) {
        if (papers.find(by, id).status() != Paper.Status.DRAFT) {
            return new Noted.Closed();
        }
        Interpreter interpreter = fields.choice(INTERPRETER, Interpreter.class).orElse(Interpreter.NONE);
        if (interpreter == Interpreter.FAMILY && !fields.checked(WISHED)) {
            fields.wrong(WISHED, "wished");
        }
        if (!fields.problems().isEmpty()) {
            return new Noted.Invalid(fields.problems());
        }
        insert(by, id, READ_IN.contains(fields.cell(ALOUD)) ? fields.cell(ALOUD) : null, interpreter);
        hands.done(by, "application.talked", List.of(interpreter.name()));
        return new Noted.Done();
    }

    private void insert(Hand.OnBehalf by, ApplicationId id, @Nullable String aloud, Interpreter interpreter) {
        jdbc.sql(
                        """
                        INSERT INTO application.conversation (application, assister, at, by_name, authorization_number, aloud, interpreter)
                        VALUES (:id, :assister, :now, :name, :number, :aloud, :interpreter)
                        """)
                .param("id", id.value())
                .param("assister", by.actor().subject())
                .param("now", Sql.time(clock.instant()))
                .param("name", by.actor().name())
                .param("number", by.acting().number())
                .param("aloud", aloud)
                .param("interpreter", interpreter.name())
                .update();
    }
}
