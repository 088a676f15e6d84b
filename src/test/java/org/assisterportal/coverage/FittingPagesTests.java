package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

/** Answers of two pages that can't both be true: said where the second is entered, with a way to change the first. */
class FittingPagesTests extends CoverageScene {
    private String tom = "";

    @BeforeEach
    void aCouple() {
        fillIn(maria);
        tom = handiwork.member(maria);
        person(tom, "Tom", "5/17/1988");
        answer(maria, Question.RELATION, tom, "to-self", "SPOUSE");
    }

    private void person(String key, String first, String born) {
        answer(maria, Question.PERSON, key, "first-name", first, "last-name", "Lopez", "birth-date", born, "applies", "YES", "here", "YES");
    }

    private String taxes(String of, String filing, String claimed, String then) {
        var answer = answer(maria, Question.TAXES, of, "filing", filing, "reason", "NONE", "claimed", claimed, "then", then);
        return answer.getResponse().getRedirectedUrl() == null ? body(answer) : answer.getResponse().getRedirectedUrl();
    }

    private Paper.State state(Question question, String subject) {
        return paper().step(new Spot(question, subject)).orElseThrow().state();
    }

    @Test
    void oneOfACoupleFilesTogetherAndTheOtherApart() {
        taxes("self", "JOINT", "NOBODY", "");
        String refused = taxes(tom, "SEPARATE", "NOBODY", "");
        assertThat(refused)
                .contains("There is a problem", "href=\"#filing\"", "Federal tax return: The taxes page of Maria says “together with husband or wife”.")
                .contains("id=\"filing-error\"", "Save this, then change: Taxes: Maria Lopez");
        assertThat(version(Question.TAXES, tom)).isZero();
        assertThat(taxes(tom, "JOINT", "NOBODY", "")).startsWith("/coverage/");
        assertThat(state(Question.TAXES, tom)).isEqualTo(Paper.State.DONE);
    }

    @Test
    void aCoupleThatChangesBothPagesGoesFromOneToTheOther() {
        taxes("self", "JOINT", "NOBODY", "");
        taxes(tom, "JOINT", "NOBODY", "");
        assertThat(taxes("self", "SEPARATE", "NOBODY", "")).contains("Save this, then change: Taxes: Tom Lopez");
        assertThat(taxes("self", "SEPARATE", "NOBODY", "other")).isEqualTo(at("people/" + tom + "/taxes"));
        assertThat(state(Question.TAXES, "self")).isEqualTo(Paper.State.UNFINISHED);
        assertThat(body(look(maria, at("people/" + tom + "/taxes"))))
                .as("says at once what doesn't fit").contains("The taxes page of Maria does not say “together with husband or wife”.");
        taxes(tom, "SEPARATE", "NOBODY", "");
        assertThat(state(Question.TAXES, "self")).isEqualTo(Paper.State.DONE);
        assertThat(state(Question.TAXES, tom)).isEqualTo(Paper.State.DONE);
    }

    @Test
    void twoPeopleClaimEachOther() {
        answer(maria, Question.RELATION, tom, "to-self", "SIBLING");
        taxes(tom, "SINGLE", "self", "");
        assertThat(taxes("self", "SINGLE", tom, ""))
                .contains("href=\"#claimed\"", "Two people cannot claim each other.", "Save this, then change: Taxes: Tom Lopez");
        assertThat(taxes("self", "NONE", "NOBODY", "")).contains("The taxes page of Tom says that this person claims Tom.");
    }

    @Test
    void aHeadOfHouseholdLivesWithTheSpouse() {
        assertThat(taxes("self", "HEAD_OF_HOUSEHOLD", "NOBODY", ""))
                .contains("This person lives with husband or wife", "Save this, then change: Name and birth date: Tom Lopez");
    }

    @Test
    void aBirthDateMakesAHusbandTwelve() {
        var answer =
                answer(
                        maria, Question.PERSON, tom, "first-name", "Tom", "last-name", "Lopez", "birth-date", "5/17/" + (Integer.parseInt(thisYear()) - 12),
                        "applies", "YES", "here", "YES");
        assertThat(body(answer))
                .contains("href=\"#birth-date\"", "would be younger than 18", "Save this, then change: Relationships: Tom Lopez");
        assertThat(state(Question.PERSON, tom)).isEqualTo(Paper.State.DONE);
    }

    @Test
    void aChildIsOlderThanItsParent() {
        String rosa = handiwork.member(maria);
        person(rosa, "Rosa", "5/17/1970");
        assertThat(body(answer(maria, Question.RELATION, rosa, "to-self", "CHILD", "to-" + tom, "CHILD")))
                .contains("A parent or grandparent is older than the child.", "Save this, then change: Name and birth date: Rosa Lopez");
        person(rosa, "Rosa", "5/17/2015");
        answer(maria, Question.RELATION, rosa, "to-self", "CHILD", "to-" + tom, "CHILD");
        var older = answer(
                maria, Question.PERSON, rosa, "first-name", "Rosa", "last-name", "Lopez", "birth-date", "5/17/1970", "applies", "YES", "here", "YES");
        assertThat(body(older)).contains("as old as a parent or grandparent, or older");
        var kept = answer(
                maria, Question.PERSON, rosa, "first-name", "Rosa", "last-name", "Lopez", "birth-date", "5/17/1970", "applies", "YES", "here", "YES",
                "then", "other");
        assertThat(kept).hasRedirectedUrl(at("people/" + rosa + "/relation"));
        assertThat(body(look(maria, at("people/" + rosa + "/relation")))).contains("A parent or grandparent is older than the child.");
    }

    @Test
    void whatAnOfferCostsIsAskedWhereThereIsOne() {
        String closed = "<details data-yes=\"offered\">";
        answer(maria, Question.OFFER, "self", "offered", "NO");
        assertThat(body(look(maria, at("people/self/offer")))).contains(closed);
        assertThat(body(answer(maria, Question.OFFER, "self", "offered", "YES"))).contains("<details data-yes=\"offered\" open=\"open\">", "href=\"#own\"");
        assertThat(body(look(maria, at("people/self/taxes")))).contains("<details data-when=\"filing\" data-is=\"SEPARATE\">");
    }

    @Test
    void theSameIsSaidInSpanish() {
        taxes("self", "JOINT", "NOBODY", "");
        taxes(tom, "SEPARATE", "NOBODY", "exit");
        var spanish =
                pages.get().uri(at("people/" + tom + "/taxes")).session(hers).cookie(new Cookie("lang", "es"))
                        .with(SecurityMockMvcRequestPostProcessors.authentication(in(maria))).exchange();
        assertThat(body(spanish))
                .contains("La página de impuestos de Maria dice «junto con el esposo o la esposa».", "Guardar esto y cambiar: Impuestos: Maria Lopez")
                .doesNotContain("[English]", "??");
    }

    @Test
    void aYoungChildIsAskedOnlyWhoClaimsIt() {
        String rosa = handiwork.member(maria);
        String page = body(look(maria, at("people/" + rosa + "/taxes")));
        assertThat(page).contains("Will somebody claim this person", "Maria Lopez").doesNotContain("name=\"filing\"", "name=\"reason\"");
        assertThat(body(look(maria, at("people/self/taxes")))).contains("name=\"filing\"").doesNotContain("id=\"claimed-" + rosa);
        answer(maria, Question.EARNERS, "", "self", "YES", tom, "NO", rosa, "YES");
        assertThat(body(look(maria, at("people/" + rosa + "/taxes")))).as("with income").contains("name=\"filing\"");
    }

    @Test
    void asASecondSpouseLeadsToThePageOfTheFirst() {
        String ben = handiwork.member(maria);
        person(ben, "Ben", "5/17/1987");
        assertThat(body(answer(maria, Question.RELATION, ben, "to-self", "SPOUSE", "to-" + tom, "SIBLING")))
                .contains("has a husband or wife in this application already", "Save this, then change: Relationships: Tom Lopez");
    }
}
