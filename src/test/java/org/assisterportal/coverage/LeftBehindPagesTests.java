package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.consumer.domain.Household;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an assister had typed when the help ended is marked as theirs, and goes with a draft that is thrown away. */
class LeftBehindPagesTests extends CoverageScene {
    private static final String MARK = "Ana Torres typed this, not you";

    @Autowired private Household helped;

    private String left = "";

    @BeforeEach
    void anaWasTypingWhenItEnded() {
        helped.end(maria);
        send(ana.actor(), at("home"), "city", "Duluth", "zip", "5", "version", "0");
        left = body(look(maria, "/coverage/" + id)).replaceAll("(?s).*href=\"([^\"]*\\?from=[^\"]*)\".*", "$1");
    }

    private String from() {
        return left.replaceAll(".*from=", "");
    }

    private String kept() {
        return helped.inTransaction(
                () ->
                        jdbc.sql("SELECT count(*) FROM consumer.left_over WHERE consumer = :id AND content <> '{}'")
                                .param("id", maria.subject())
                                .query(String.class)
                                .single());
    }

    @Test
    void itIsMarkedAsTheirsUntilTheConsumerSavesIt() {
        assertThat(body(look(maria, at("home")))).doesNotContain(MARK, "Duluth");
        assertThat(body(look(maria, left))).contains(MARK, "is not saved", "value=\"Duluth\"").doesNotContain("??");
        assertThat(body(send(maria, at("home"), "city", "Duluth", "zip", "5", "version", "0", "from", from()))).as("with its problems").contains("There is a problem", MARK);
        send(maria, at("home"), "city", "Duluth", "then", "exit", "version", "0", "from", from());
        assertThat(body(look(maria, at("home")))).contains("value=\"Duluth\"").doesNotContain(MARK);
    }

    @Test
    void itIsForgottenWhenTheConsumerThrowsTheDraftAway() {
        assertThat(kept()).isEqualTo("1");
        assertThat(send(maria, at("discard"))).hasRedirectedUrl("/coverage");
        assertThat(kept()).isEqualTo("0");
    }
}
