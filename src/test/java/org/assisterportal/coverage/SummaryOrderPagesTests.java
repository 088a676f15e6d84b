package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.application.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A summary says what is wrong in the order in which the fields stand below it. */
class SummaryOrderPagesTests extends CoverageScene {
    private static final Pattern LINK = Pattern.compile("usa-alert__text\"><a class=\"usa-link\" href=\"#([^\"]+)\"");

    private String rosa = "";

    @BeforeEach
    void aHouseholdOfTwo() {
        fillIn(maria);
        rosa = handiwork.member(maria);
        answer(maria, Question.PERSON, rosa, "first-name", "Rosa", "last-name", "Lopez", "birth-date", "5/1/1995", "applies", "YES", "here", "YES");
    }

    /** The fields that the summary names, which stand in the same order on the page. */
    private static List<String> inOrder(String page) {
        List<String> fields = new ArrayList<>();
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            fields.add(link.group(1));
        }
        List<Integer> places = fields.stream().map(field -> page.indexOf(" id=\"" + field + "\"")).toList();
        assertThat(places).as("%s", fields).isSorted().doesNotContain(-1);
        return fields;
    }

    private List<String> wrong(Question question, String subject, String... typed) {
        return inOrder(body(answer(maria, question, subject, typed)));
    }

    @Test
    void homeNamesTheCountyBeforeTheLastQuestion() {
        assertThat(wrong(Question.HOME, "", "mail-zip", "1")).containsExactly("street", "city", "zip", "county", "mail-street", "mail-city", "mail-zip", "stays");
    }

    @Test
    void peopleAndRowsComeOneAfterTheOther() {
        assertThat(wrong(Question.PERSON, rosa, "birth-date", "11/31/1990")).containsExactly("first-name", "last-name", "birth-date", "applies", "here");
        assertThat(wrong(Question.PREGNANCY, "", "self", "NO", "ended-self", "x", rosa, "YES")).containsExactly("ended-self", "expected-" + rosa);
        assertThat(wrong(Question.EARNERS, "")).containsExactly("self", rosa);
        assertThat(wrong(Question.INCOME, "self", "amount-1", "x", "amount-2", "y")).containsExactly("kind-1", "amount-1", "frequency-1", "kind-2", "amount-2", "frequency-2");
        assertThat(wrong(Question.DEDUCTIONS, "self", "amount-1", "x")).containsExactly("any");
        assertThat(wrong(Question.OFFER, "self", "offered", "YES", "own", "x", "all", "y")).containsExactly("own", "all", "value");
    }

    @Test
    void theWhatIfPageNamesThePeopleBeforeTheYear() {
        String page = body(send(maria, at("what-if"), "plan-year", "20", "expected-self", "x", "month-self", "y", "comes", "CHILD"));
        assertThat(page).as("while it isn't complete").doesNotContain("There is a problem");
        send(maria, at("people/" + rosa + "/remove"));
        page = body(send(maria, at("what-if"), "plan-year", "20", "expected-self", "x", "month-self", "y", "comes", "CHILD"));
        assertThat(inOrder(page)).containsExactly("month-self", "expected-self", "comes-age", "plan-year");
    }

    @Test
    void aBadDateSaysWhatIsWrongWithIt() {
        for (String[] one : new String[][] {{"11/31/1990", "November has 30 days"}, {"5/17/90", "Write the year with four digits"}, {"/17/1990", "The month is missing"}}) {
            assertThat(body(answer(maria, Question.PERSON, rosa, "first-name", "Rosa", "last-name", "Lopez", "birth-date", one[0], "applies", "YES", "here", "YES")))
                    .contains("Date of birth: " + one[1], "value=\"" + one[0] + "\"")
                    .doesNotContain("??");
        }
    }
}
