package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.OtherYears;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Signings;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One plan year's answers for another, in open enrollment. */
class OtherYearPagesTests extends CoverageScene {
    @Autowired private Signings signings;
    @Autowired private Changes changes;
    @Autowired private OtherYears others;
    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;
    private ApplicationId first;

    @Override
    @BeforeEach
    protected void bothAtWork() {
        travelled = clock.travelTo(LocalDate.of(Minnesota.today(clock).getYear(), 11, 20));
        super.bothAtWork();
        fillIn(maria);
        sign(maria, "Maria Lopez");
        first = id;
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private void sign(Actor by, String name) {
        assertThat(send(by, at("sign"), "name", name, "agreed", "true", "hash", signings.words(Locale.US).sha256(), "read", read()))
                .hasRedirectedUrl(at("result"));
    }

    private int year() {
        return Minnesota.today(clock).getYear();
    }

    private MvcTestResult begin(Actor by, String page, int year) {
        MvcTestResult begun = send(by, at(page), "year", String.valueOf(year));
        id = newest();
        return begun;
    }

    private void report(Actor by, ApplicationId signed) {
        send(by, "/coverage/" + signed + "/change", "kind", "INCOME");
        id = newest();
    }

    /** What is asked about the year itself, answered for it as for the other one. */
    private void sameForThisYear() {
        answer(maria, Question.TAXES, "self", "filing", "SINGLE", "claimed", "NOBODY");
        answer(maria, Question.EXPECTED, "self", "same", "YES");
    }

    private ApplicationId newest() {
        return applications.newest(new Hand.Own(maria)).map(Applications.Standing::id).orElseThrow();
    }

    private void earns(String amount) {
        earns(maria, amount, "MONTHLY");
    }

    private String result() {
        return body(look(maria, at("result")));
    }

    private Paper.State state(Question question, String subject) {
        return paper().step(new Spot(question, subject)).orElseThrow().state();
    }

    private String workspace() {
        return body(look(ana.actor(), "/portal/consumers/" + maria.subject()));
    }

    @Test
    void anApplicationForAnotherYearLeavesTheSignedOneInForce() {
        int year = Objects.requireNonNull(paper().planYear());
        int other = others.left(new Hand.Own(maria)).getFirst();
        assertThat(workspace()).contains("Coverage in " + year, "Apply for " + other + " with these answers");
        MvcTestResult begun = send(maria, "/coverage/" + first + "/another", "year", String.valueOf(other));
        id = applications.newest(new Hand.Own(maria)).map(Applications.Standing::id).orElseThrow();
        assertThat(begun).hasRedirectedUrl("/coverage/" + id);
        assertThat(body(look(maria, "/coverage/" + id)))
                .contains("Coverage in " + other, "What is signed for other years stays as it is.")
                .doesNotContain("This is a change");
        assertThat(workspace()).doesNotContain("with these answers");
        assertThat(changes.effect(new Hand.Own(maria), id)).as("nothing counts for that year yet").isEmpty();
        assertThat(state(Question.EXPECTED, "self")).as("it was said of the other year").isEqualTo(Paper.State.UNFINISHED);
        assertThat(state(Question.TAXES, "self")).isEqualTo(Paper.State.UNFINISHED);
        assertThat(paper().isComplete()).isFalse();
        assertThat(body(look(maria, at("people/self/expected")))).contains("This was answered for " + year, "in " + other);
        sameForThisYear();
        assertThat(body(look(maria, at("people/self/expected")))).doesNotContain("This was answered for");
        sign(maria, "Maria Lopez");

        assertThat(changes.inForce(new Hand.Own(maria))).extracting(Applications.Standing::planYear).containsExactlyInAnyOrder(year, other);
        assertThat(workspace()).contains("Coverage in " + year, "Coverage in " + other).doesNotContain("with these answers");
        assertThat(body(look(maria, "/coverage/" + first + "/result"))).doesNotContain("older version");
        assertThat(body(look(maria, "/coverage/" + id + "/result"))).doesNotContain("older version");

        ApplicationId second = id;
        send(maria, "/coverage/" + first + "/change", "kind", "INCOME");
        id = applications.newest(new Hand.Own(maria)).map(Applications.Standing::id).orElseThrow();
        assertThat(paper().planYear()).as("a change of the year to which it is reported").isEqualTo(year);
        assertThat(paper().number()).isEqualTo(3);
        sign(maria, "Maria Lopez");
        assertThat(body(look(maria, "/coverage/" + first + "/result"))).contains("older version", "/coverage/" + id + "/result");
        assertThat(body(look(maria, "/coverage/" + second + "/result"))).doesNotContain("older version");
    }

    @Test
    void whatWasTriedOutForAnotherYearIsAppliedForThere() {
        String next = String.valueOf(year() + 1);
        String page = body(send(maria, at("what-if"), "plan-year", next));
        assertThat(page)
                .contains("For " + next + " nothing is signed yet.", "Apply for " + next + " with these answers", "name=\"year\" value=\"" + next)
                .doesNotContain("Report this change", "??");
        begin(maria, "another", year() + 1);
        sameForThisYear();
        assertThat(body(send(maria, at("what-if"), "plan-year", String.valueOf(year())))).as("a draft").contains("Change the year of coverage", "href=\"" + at("year")).doesNotContain("Change the answers");
        sign(maria, "Maria Lopez");
        ApplicationId second = id;
        id = first;
        assertThat(body(send(maria, at("what-if"), "plan-year", next)))
                .contains("Report this change for " + next, "action=\"/coverage/" + second + "/change\"")
                .doesNotContain("with these answers");
    }

    @Test
    void whatIsNotSignedYetIsNotTakenOverToAnotherYear() {
        maria = household.consumer("Maria", "Lopez");
        id = handiwork.application(maria);
        hers = new org.springframework.mock.web.MockHttpSession();
        MvcTestResult asked = send(maria, at("another"), "year", String.valueOf(year() + 1));
        assertThat(asked).hasRedirectedUrl("/coverage/" + id);
        assertThat(asked.getMvcResult().getFlashMap().get("refused")).isEqualTo("apply.another.unsigned");
        assertThat(asked.getMvcResult().getFlashMap().get("done")).isNull();
    }

    @Test
    void anotherYearsDraftIsSaidAndNotTakenForTheOneThatIsAskedFor() {
        int year = Objects.requireNonNull(paper().planYear());
        int other = others.left(new Hand.Own(maria)).getFirst();
        report(maria, id);
        earns("2,900");
        MvcTestResult begun = send(maria, "/coverage/" + first + "/another", "year", String.valueOf(other));
        assertThat(begun).hasRedirectedUrl("/coverage/" + id);
        assertThat(begun.getMvcResult().getFlashMap().get("refused")).isEqualTo("apply.change.other-draft");
        sign(maria, "Maria Lopez");

        send(maria, "/coverage/" + first + "/another", "year", String.valueOf(other));
        ApplicationId second = applications.newest(new Hand.Own(maria)).map(Applications.Standing::id).orElseThrow();
        id = second;
        assertThat(Objects.requireNonNull(paper().step(new Spot(Question.INCOME, "self")).orElseThrow().answer()).content()).as("what counts, and not what was first").containsEntry("amount-1", "2,900");
        assertThat(body(look(maria, at("home")))).as("each page says its year").contains("Coverage in " + other);
        MvcTestResult reported = send(maria, "/coverage/" + first + "/change", "kind", "INCOME");
        assertThat(reported).hasRedirectedUrl("/coverage/" + second);
        assertThat(reported.getMvcResult().getFlashMap().get("refused")).isEqualTo("apply.change.other-draft");
        assertThat(paper().planYear()).isNotEqualTo(year);
    }

    @Test
    void noYearIsBegunThatIsNotOfferedOrThatCountsAlready() {
        int year = Objects.requireNonNull(paper().planYear());
        for (String wrong : List.of(String.valueOf(year), "2031", "", "20277")) {
            assertThat(send(maria, "/coverage/" + first + "/another", "year", wrong)).as(wrong).hasRedirectedUrl("/coverage/" + first);
        }
        assertThat(applications.newest(new Hand.Own(maria)).map(Applications.Standing::id)).contains(first);
    }


    @Test
    void aYearThatIsBehindIsNamedWithWhatWasAnsweredOtherwise() {
        begin(maria, "another", year() + 1);
        sameForThisYear();
        earns("1,000");
        answer(maria, Question.MEDICARE, "", "self", "YES");
        sign(maria, "Maria Lopez");

        String asked = "Is this so in " + year() + ", too?";
        assertThat(result()).contains(asked, "Income: Maria Lopez", "Medicare", "Report it for " + year()).doesNotContain("<li>Deductions", "<li>Citizenship");
        assertThat(workspace()).contains(asked, "Income: Maria Lopez", "Report it for " + year());
        assertThat(body(look(maria, "/coverage/" + first + "/result"))).as("it is the newest that asks").doesNotContain(asked);
    }

    @Test
    void itsChangeBeginsWithTheNewestAnswersAndWithTheYearsOwn() {
        begin(maria, "another", year() + 1);
        sameForThisYear();
        earns("1,000");
        answer(maria, Question.EXPECTED, "self", "same", "NO", "amount", "12,500");
        answer(maria, Question.TAXES, "self", "filing", "HEAD_OF_HOUSEHOLD", "claimed", "NOBODY");
        sign(maria, "Maria Lopez");

        assertThat(begin(ana.actor(), "follow", year())).hasRedirectedUrl("/coverage/" + id);
        assertThat(paper().planYear()).isEqualTo(year());
        assertThat(answerTo(Question.INCOME, "self")).containsEntry("amount-1", "1,000");
        assertThat(answerTo(Question.TAXES, "self")).as("how taxes are filed for the year").containsEntry("filing", "SINGLE");
        assertThat(state(Question.EXPECTED, "self")).as("it rested on the income that was").isEqualTo(Paper.State.TODO);
        assertThat(paper().steps()).filteredOn(step -> step.state() != Paper.State.DONE).hasSize(1);

        answer(ana.actor(), Question.EXPECTED, "self", "same", "YES");
        assertThat(body(look(ana.actor(), at("sign")))).contains("What would change", "qualifies for Medical Assistance");
        sign(ana.actor(), ana.actor().name());
        assertThat(changes.inForce(new Hand.Own(maria), year()).orElseThrow().id()).isEqualTo(id);
        assertThat(result()).contains("Nothing has to be done for coverage to begin");
        assertThat(workspace()).doesNotContain("Is this so in");
    }

    private Map<String, String> answerTo(Question question, String subject) {
        return Objects.requireNonNull(paper().step(new Spot(question, subject)).orElseThrow().answer()).content();
    }

    @Test
    void whatIsExpectedOfAYearStaysWhereTheIncomeIsTheSame() {
        begin(maria, "another", year() + 1);
        sameForThisYear();
        answer(maria, Question.MEDICARE, "", "self", "YES");
        answer(maria, Question.EXPECTED, "self", "same", "NO", "amount", "50,000");
        sign(maria, "Maria Lopez");
        begin(maria, "follow", year());
        assertThat(answerTo(Question.EXPECTED, "self")).containsEntry("same", "YES");
        assertThat(paper().isComplete()).isTrue();
    }

    @Test
    void whatIsAskedAboutTheYearItselfMakesNoYearFallBehind() {
        begin(maria, "another", year() + 1);
        sameForThisYear();
        answer(maria, Question.EXPECTED, "self", "same", "NO", "amount", "50,000");
        answer(maria, Question.TAXES, "self", "filing", "HEAD_OF_HOUSEHOLD", "claimed", "NOBODY");
        sign(maria, "Maria Lopez");
        assertThat(result()).doesNotContain("Is this so in");
        assertThat(workspace()).doesNotContain("Is this so in");
        assertThat(begin(maria, "follow", year())).as("there is nothing to report").hasRedirectedUrl("/coverage/" + id);
        assertThat(paper().isDraft()).isFalse();
    }

    @Test
    void aChangeOfThisYearLetsTheNextOneFallBehindAndAPastYearIsAskedNothing() {
        begin(maria, "another", year() + 1);
        sameForThisYear();
        sign(maria, "Maria Lopez");
        report(maria, first);
        earns("1,000");
        sign(maria, "Maria Lopez");
        int next = year() + 1;
        assertThat(workspace()).contains("Is this so in " + next + ", too?");

        begin(maria, "follow", next);
        answer(maria, Question.EXPECTED, "self", "same", "YES");
        answer(maria, Question.MEDICARE, "", "self", "YES");
        sign(maria, "Maria Lopez");
        assertThat(workspace()).contains("Is this so in " + year() + ", too?");
        travelled = travelled.plus(clock.travelTo(LocalDate.of(next, 1, 1)));
        assertThat(workspace()).as("that year is over").doesNotContain("Is this so in");
    }

    @Test
    void somebodyNewIsNamedOnceAndSomebodyWhoLeftToo() {
        begin(maria, "another", year() + 1);
        sameForThisYear();
        String ada = handiwork.member(maria);
        answer(maria, Question.PERSON, ada, "first-name", "Ada", "last-name", "Lopez", "birth-date", "5/17/2015", "applies", "NO", "here", "YES");
        answer(maria, Question.RELATION, ada, "to-self", "CHILD");
        answer(maria, Question.TAXES, ada, "filing", "NONE", "claimed", "self");
        answer(maria, Question.EARNERS, "", "self", "YES", ada, "NO");
        answer(maria, Question.PREGNANCY, "", "self", "NO", ada, "NO");
        sign(maria, "Maria Lopez");
        assertThat(result()).contains("<li>Name and birth date: Ada Lopez</li>").doesNotContain("<li>Relationships", "<li>Who has income", "<li>Pregnancy");

        begin(maria, "follow", year());
        assertThat(paper().people()).hasSize(2);
        assertThat(state(Question.TAXES, ada)).as("nothing was said for that year").isEqualTo(Paper.State.UNFINISHED);
        answer(maria, Question.TAXES, ada, "filing", "NONE", "claimed", "self");
        sign(maria, "Maria Lopez");
        report(maria, id);
        send(maria, at("people/" + ada + "/remove"));
        answer(maria, Question.EARNERS, "", "self", "YES");
        answer(maria, Question.PREGNANCY, "", "self", "NO");
        sign(maria, "Maria Lopez");
        assertThat(workspace()).contains("Ada Lopez is no longer in the application");
    }

    @Test
    void whoMayOnlySeeIsToldAndOffersNothing() {
        begin(maria, "another", year() + 1);
        sameForThisYear();
        earns("1,000");
        sign(maria, "Maria Lopez");
        household.authorize(maria, ana, Scope.SEE);
        assertThat(workspace()).contains("Is this so in " + year() + ", too?").doesNotContain("Report it for");
        send(ana.actor(), at("follow"), "year", String.valueOf(year()));
        assertThat(newest()).as("nothing was begun").isEqualTo(id);
    }
}
