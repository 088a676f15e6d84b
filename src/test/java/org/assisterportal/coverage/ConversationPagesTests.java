package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Interview mode: words to read aloud, and the interpreter. */
class ConversationPagesTests extends CoverageScene {
    private static final Pattern ALOUD = Pattern.compile("Read aloud</h2><p lang=\"es\">([^<]*)</p>");

    @Autowired private Diary diary;

    @Test
    void everyPageHasWordsToReadAloudInTheLanguageOfTheConversation() {
        fillIn(maria);
        String rosa = handiwork.member(maria);
        assertThat(body(look(ana.actor(), at("year")))).doesNotContain("Read aloud");
        assertThat(send(ana.actor(), at("conversation"), "aloud", "es", "interpreter", "PROFESSIONAL")).hasRedirectedUrl("/coverage/" + id);
        for (Paper.Step step : paper().steps()) {
            Spot spot = step.spot();
            String page = at((spot.subject().isEmpty() ? "" : "people/" + spot.subject() + "/") + spot.question().slug());
            Matcher aloud = ALOUD.matcher(body(look(ana.actor(), page)));
            assertThat(aloud.find()).as(page).isTrue();
            assertThat(aloud.group(1)).as(page).hasSizeGreaterThan(30).doesNotContain("??", "{", "}");
        }
        assertThat(body(look(ana.actor(), at("people/" + rosa + "/taxes")))).contains("Contestar no le obliga a pagar nada");
        assertThat(body(look(maria, at("year")))).as("not for the consumer").doesNotContain("Read aloud", "Lea en voz alta");
        send(ana.actor(), at("conversation"), "aloud", "", "interpreter", "NONE");
        assertThat(body(look(ana.actor(), at("year")))).doesNotContain("Read aloud");
    }

    @Test
    void theWordsAskForAllThatThePageAsks() {
        send(ana.actor(), at("conversation"), "aloud", "en", "interpreter", "NONE");
        assertThat(body(look(ana.actor(), at("home")))).contains("And: do you live in Minnesota, and do you plan to stay?</p>", "if letters should go to another address");
        answer(maria, Question.PERSON, "self", "first-name", "Maria", "last-name", "Lopez", "birth-date", "5/17/1990", "applies", "YES");
        assertThat(body(look(ana.actor(), at("people/self/taxes"))))
                .contains("Now about taxes for the year of coverage.", "as head of household, together with husband or wife", "abuse or violence at home, or a spouse who has left");
        String rosa = handiwork.member(maria);
        assertThat(body(look(ana.actor(), at("people/" + rosa + "/taxes")))).as("a child files nothing").contains("Now about taxes. ").doesNotContain("or a spouse who has left");
    }

    @Test
    void theConsumerReadsWhichInterpreterWasUsed() {
        send(ana.actor(), at("conversation"), "interpreter", "STAFF");
        DiaryLine line = diary.newest(maria, 1).getFirst();
        assertThat(line.act()).isEqualTo("application.talked");
        assertThat(line.facts()).isEqualTo(List.of("STAFF"));
        assertThat(body(look(maria, "/account/diary"))).contains("Went through your application with you", "With an interpreter of the agency");
        assertThat(body(look(ana.actor(), "/coverage/" + id))).contains("Interpreter: Somebody of the agency");
    }

    @Test
    void aRelativeInterpretsOnlyByThePersonsWish() {
        assertThat(body(send(ana.actor(), at("conversation"), "interpreter", "FAMILY"))).contains("There is a problem", "wishes this one, who is 18 or older");
        assertThat(diary.newest(maria, 3)).noneMatch(line -> line.act().equals("application.talked"));
        assertThat(send(ana.actor(), at("conversation"), "interpreter", "FAMILY", "wished", "true")).hasRedirectedUrl("/coverage/" + id);
        assertThat(body(send(ana.actor(), at("conversation")))).contains("Choose an answer.");
    }

    @Test
    void aConsumerHasNoSuchPage() {
        assertThat(look(maria, at("conversation"))).hasStatus(403);
        assertThat(send(maria, at("conversation"), "interpreter", "NONE")).hasStatus(403);
    }
}
