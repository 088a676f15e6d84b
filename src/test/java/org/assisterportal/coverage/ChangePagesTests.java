package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Signings;
import org.assisterportal.application.domain.NoticeHand;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A change that is reported after the signature. */
class ChangePagesTests extends CoverageScene {
    @Autowired private Signings signings;
    @Autowired private Changes changes;
    @Autowired private NoticeHand notices;

    private ApplicationId first;

    @BeforeEach
    void aSignedApplication() {
        fillIn(maria);
        sign(maria, "Maria Lopez");
        first = id;
    }

    private void sign(Actor by, String name) {
        send(by, at("sign"), "name", name, "agreed", "true", "hash", signings.words(java.util.Locale.US).sha256(), "read", read());
    }

    /** Begins a change of this kind; from now on the scene's application is its draft. */
    private MvcTestResult report(Actor by, String kind) {
        MvcTestResult begun = send(by, at("change"), "kind", kind);
        id = applications.newest(new Hand.Own(maria)).map(Applications.Standing::id).orElseThrow();
        return begun;
    }

    @Test
    void eachKindBeginsAtItsPageWithTheAnswersThatWereSigned() {
        assertThat(body(look(maria, "/coverage/" + id))).contains("Report a change");
        MvcTestResult begun = report(maria, "INCOME");
        assertThat(begun).hasRedirectedUrl(at("earners"));
        assertThat(id).isNotEqualTo(first);
        Paper draft = paper();
        assertThat(draft.number()).isEqualTo(2);
        assertThat(draft.isComplete()).isTrue();
        assertThat(body(look(maria, at("people/self/ssn")))).contains("It ends in 6789");
    }

    @Test
    void whoReportsAChangeIsLedThroughWhatChangedAndThenReadsAllOver() {
        report(maria, "INCOME");
        assertThat(answer(maria, Question.EARNERS, "", "self", "YES")).hasRedirectedUrl(at("people/self/income"));
        answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "500", "frequency-1", "MONTHLY");
        assertThat(answer(maria, Question.EXPECTED, "self", "same", "YES")).hasRedirectedUrl(at("people/self/offer"));
        assertThat(answer(maria, Question.OFFER, "self", "offered", "NO")).hasRedirectedUrl(at("review"));
        assertThat(answer(maria, Question.MEDICARE, "", "self", "NO")).hasRedirectedUrl(at("review"));
        assertThat(answer(maria, Question.COVERED, "", "self", "YES")).as("what opens comes first").hasRedirectedUrl(at("people/self/coverage"));
    }

    @Test
    void aYearThatWasAnsweredOfAnotherIncomeIsAnsweredAgainBeforeAnythingGoesOn() {
        earns(4_000);
        report(maria, "INCOME");
        assertThat(answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "2,550", "frequency-1", "MONTHLY")).hasRedirectedUrl(at("people/self/expected"));
        assertThat(look(maria, at("sign"))).as("the effect").hasRedirectedUrl("/coverage/" + id);
        assertThat(body(look(maria, at("what-if")))).contains("once every page of the application is answered");
        String page = body(look(maria, at("people/self/expected")));
        assertThat(page)
                .contains("“Yes” came to 12 × $4,000 = $48,000", "would come to 12 × $2,550 = $30,600 now")
                .doesNotContainPattern("<input[^>]*name=\"same\"[^>]*checked");
        assertThat(answer(maria, Question.EXPECTED, "self", "same", "NO", "amount", "46,550")).hasRedirectedUrl(at("people/self/offer"));
        assertThat(body(look(maria, at("sign")))).contains("Maria Lopez qualifies for a tax credit").doesNotContain("MinnesotaCare.");
        assertThat(body(look(maria, at("people/self/expected")))).doesNotContain("would come to");
    }

    @Test
    void anAmountOfTheYearStaysTypedWhereTheIncomeChangesAndIsAskedAgain() {
        report(maria, "INCOME");
        answer(maria, Question.EXPECTED, "self", "same", "NO", "amount", "46,550");
        answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "1,250.00", "frequency-1", "EVERY_TWO_WEEKS");
        assertThat(paper().isComplete()).as("the same income, typed otherwise").isTrue();
        answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "2,550", "frequency-1", "MONTHLY");
        String page = body(look(maria, at("people/self/expected") + "?lang=es"));
        assertThat(page).contains("value=\"46,550\"", "eran $32,500 entonces", "12 × $2,550 = $30,600").doesNotContainPattern("<input[^>]*name=\"same\"[^>]*checked");
        answer(maria, Question.EXPECTED, "self", "amount", "46,550", "then", "exit");
        assertThat(paper().isComplete()).as("only looked at").isFalse();
        assertThat(body(look(maria, at("people/self/expected")))).contains("value=\"46,550\"", "$32,500 then");
        answer(maria, Question.EXPECTED, "self", "same", "UNKNOWN");
        answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "2,600", "frequency-1", "MONTHLY");
        assertThat(paper().isComplete()).as("what isn't known may stay unknown").isTrue();
    }

    /** The signed application with this income a month instead, the same in every month. */
    private void earns(int monthly) {
        report(maria, "INCOME");
        earns(maria, String.valueOf(monthly), "MONTHLY");
        sign(maria, "Maria Lopez");
    }

    @Test
    void theOrderInWhichPeopleWereNamedStaysSoThatNothingIsOpen() {
        report(maria, "HOUSEHOLD");
        String ada = handiwork.member(maria);
        String bob = handiwork.member(maria);
        assertThat(paper().people().stream().map(person -> person.key())).containsExactly("self", ada, bob);
        answer(maria, Question.PERSON, ada, "first-name", "Adah", "last-name", "Lopez", "birth-date", "5/17/2015", "applies", "NO", "here", "YES");
        answer(maria, Question.PERSON, bob, "first-name", "Bob", "last-name", "Lopez", "birth-date", "5/18/2015", "applies", "NO", "here", "YES");
        answer(maria, Question.PERSON, ada, "first-name", "Ada", "last-name", "Lopez", "birth-date", "5/17/2015", "applies", "NO", "here", "YES");
        answer(maria, Question.RELATION, ada, "to-self", "CHILD");
        answer(maria, Question.RELATION, bob, "to-self", "CHILD", "to-" + ada, "SIBLING");
        for (String child : List.of(ada, bob)) {
            answer(maria, Question.TAXES, child, "filing", "NONE", "claimed", "self");
        }
        answer(maria, Question.PREGNANCY, "", "self", "NO", ada, "NO", bob, "NO");
        answer(maria, Question.TAXES, "self", "filing", "HEAD_OF_HOUSEHOLD", "claimed", "NOBODY");
        answer(maria, Question.EARNERS, "", "self", "YES", ada, "NO", bob, "NO");
        assertThat(paper().steps().stream().filter(step -> step.state() != Paper.State.DONE).map(Paper.Step::spot)).isEmpty();
        sign(maria, "Maria Lopez");
        report(maria, "INCOME");
        assertThat(paper().people().stream().map(person -> person.key())).containsExactly("self", ada, bob);
        assertThat(paper().isComplete()).isTrue();
    }

    @Test
    void itsEffectIsShownBeforeItIsSignedAndWhatWasSignedStays() {
        report(ana.actor(), "INCOME");
        earns(ana.actor(), "500", "MONTHLY");
        assertThat(body(look(ana.actor(), at("sign"))))
                .contains("What would change", "qualifies for a tax credit", "Maria Lopez qualifies for Medical Assistance.")
                .doesNotContain("Lower costs for care");
        assertThat(changes.inForce(new Hand.Own(maria)).getFirst().id()).isEqualTo(first);
        sign(ana.actor(), ana.actor().name());
        assertThat(changes.inForce(new Hand.Own(maria)).getFirst().id()).isEqualTo(id);
        assertThat(body(look(maria, at("result")))).contains("qualifies for Medical Assistance");
        assertThat(body(look(maria, "/coverage/" + first + "/result"))).as("the first version as it was").contains("qualifies for a tax credit");
    }

    @Test
    void whoJoinedOrLeftIsSaidOnTheListOfPeople() {
        assertThat(report(maria, "HOUSEHOLD")).hasRedirectedUrl(at("household"));
        String rosa = handiwork.member(maria);
        assertThat(body(look(maria, at("household")))).contains("Who joined or left?", "Maria Lopez", "Add a person", "Take Rosa Lopez out", at("people/" + rosa + "/remove")).doesNotContain("??", "Take Maria");
        assertThat(body(look(ana.actor(), at("household")))).contains("Who joined or left?");
        assertThat(look(maria, "/coverage/" + first + "/household")).as("what is signed stays").hasRedirectedUrl("/coverage/" + first);
    }

    @Test
    void aChangeCanBeThrownAwayAndWhatIsSignedCannot() {
        report(maria, "OTHER");
        assertThat(send(maria, at("discard"))).hasRedirectedUrl("/coverage/" + first);
        assertThat(applications.newest(new Hand.Own(maria)).orElseThrow().id()).isEqualTo(first);
        id = first;
        assertThat(send(maria, at("discard"))).hasRedirectedUrl("/coverage/" + first);
        assertThat(paper().status()).isEqualTo(Paper.Status.SIGNED);
    }

    @Test
    void anOlderVersionSaysThatANewerOneCountsAndLeadsToIt() {
        String says = "This is an older version. What was signed later counts instead.";
        for (String page : List.of("", "/result", "/review", "/notice")) {
            assertThat(body(look(maria, "/coverage/" + first + page))).as(page).doesNotContain(says);
        }
        report(maria, "INCOME");
        assertThat(body(look(maria, "/coverage/" + first))).as("a draft doesn't count").doesNotContain(says);
        sign(maria, "Maria Lopez");
        for (String page : List.of("", "/result", "/review")) {
            assertThat(body(look(maria, "/coverage/" + first + page)))
                    .as(page)
                    .contains(says, "href=\"/coverage/" + id + page + "\">Go to the version that counts");
            assertThat(body(look(maria, "/coverage/" + id + page))).as("the one in force" + page).doesNotContain(says);
        }
        assertThat(body(look(ana.actor(), "/coverage/" + first + "/result"))).contains(says);
    }

    @Test
    void whatIsPaidCountsAsAChangeAlsoWhereTheProgramStays() {
        report(maria, "INCOME");
        earns(maria, "1,300", "EVERY_TWO_WEEKS");
        assertThat(body(look(maria, at("sign")))).contains("Stays: Maria Lopez qualifies for a tax credit", "becomes").doesNotContain("Nothing would change", "Then: ", "Now: ");
    }

    @Test
    void theResultLeadsToThePlans() {
        String result = body(look(maria, at("result")));
        assertThat(result).contains("Choose a plan", "href=\"" + at("plans") + "\"", "A silver plan pays 73% of costs.");
        assertThat(result.substring(result.indexOf("<main")).split("<a class=\"usa-button\\s*\"", -1)).as("one button stands out").hasSize(2);
    }

    @Test
    void theResultAndTheNoticeSayWhenTheProgramEndsThatCountedBefore() {
        report(maria, "INCOME");
        earns(maria, "500", "MONTHLY");
        sign(maria, "Maria Lopez");
        notices.work();
        for (String page : List.of("result", "notice")) {
            assertThat(body(look(maria, at(page)))).as(page).contains("What ends", "The tax credit ends on ").doesNotContain("??");
        }
        report(maria, "INCOME");
        earns(maria, "1,250", "EVERY_TWO_WEEKS");
        sign(maria, "Maria Lopez");
        notices.work();
        for (String page : List.of("result", "notice")) {
            assertThat(body(look(maria, at(page)))).as(page).contains("What ends", "Medical Assistance ends on ", "10 days are over");
        }
        assertThat(body(look(maria, "/coverage/" + first + "/result"))).as("the year's first").doesNotContain("What ends");
    }

    @Test
    void theEffectOfAnotherProgramIsShownWithWhatEndsWhatIsPaidAndFromWhen() {
        report(maria, "INCOME");
        earns(maria, "500", "MONTHLY");
        assertThat(body(look(maria, at("sign")))).contains("Then: Maria Lopez qualifies for Medical Assistance.", "The tax credit ends on ", "From when: ");
        sign(maria, "Maria Lopez");
        report(maria, "INCOME");
        assertThat(body(look(maria, at("sign")))).as("nothing changes").doesNotContain("From when: ", " ends on ");
        earns(maria, "1,250", "EVERY_TWO_WEEKS");
        assertThat(body(look(maria, at("sign"))))
                .contains("Then: Maria Lopez qualifies for a tax credit", "Medical Assistance ends on ", "From when: ")
                .contains("The household is expected to pay $", "Lower costs for care: ")
                .doesNotContain("??");
    }

    @Test
    void whoeverLeavesIsNamedInTheEffect() {
        report(maria, "HOUSEHOLD");
        String omar = handiwork.member(maria);
        answer(maria, Question.PERSON, omar, "first-name", "Omar", "last-name", "Lopez", "birth-date", "5/17/2015", "applies", "YES", "here", "YES");
        answer(maria, Question.RELATION, omar, "to-self", "CHILD");
        answer(maria, Question.TAXES, omar, "filing", "NONE", "claimed", "self");
        answer(maria, Question.TAXES, "self", "filing", "HEAD_OF_HOUSEHOLD", "claimed", "NOBODY");
        for (Question question : List.of(Question.PREGNANCY, Question.DISABILITY, Question.MEDICARE, Question.TRIBES, Question.COVERED)) {
            answer(maria, question, "", "self", "NO", omar, "NO");
        }
        answer(maria, Question.CITIZENS, "", "self", "YES", omar, "YES");
        answer(maria, Question.EARNERS, "", "self", "YES", omar, "NO");
        answer(maria, Question.SSN, omar, "has", "YES", "ssn", "123-45-6788");
        assertThat(paper().steps().stream().filter(step -> step.state() != Paper.State.DONE).map(Paper.Step::spot)).isEmpty();
        sign(maria, "Maria Lopez");
        report(maria, "HOUSEHOLD");
        answer(maria, Question.PERSON, omar, "first-name", "Omar", "last-name", "Lopez", "birth-date", "5/17/2015", "applies", "NO", "here", "YES");
        assertThat(body(look(maria, at("sign")))).contains("Now: Omar Lopez qualifies", "Then: Omar Lopez does not ask for coverage any more.");
        send(maria, at("people/" + omar + "/remove"));
        answer(maria, Question.TAXES, "self", "filing", "SINGLE", "claimed", "NOBODY");
        assertThat(paper().steps().stream().filter(step -> step.state() != Paper.State.DONE).map(Paper.Step::spot)).isEmpty();
        assertThat(body(look(maria, at("sign")))).contains("Now: Omar Lopez qualifies", "Then: Omar Lopez is not in the household any more.");
    }

    @Test
    void noPlansAreOfferedWhereNobodyMayBuyOne() {
        answerAnew(Question.MEDICARE, "YES");
        assertThat(body(look(maria, at("result")))).as("Medicare alone").contains("The county or tribe decides that").doesNotContain("Choose a plan", "looked at already");
        answerAnew(Question.MEDICARE, "NO");
        report(maria, "INCOME");
        earns(maria, "500", "MONTHLY");
        sign(maria, "Maria Lopez");
        assertThat(body(look(maria, at("result")))).as("all have Medical Assistance").doesNotContain("Choose a plan", "looked at already");
        report(maria, "INCOME");
        earns(maria, "9,000", "MONTHLY");
        answer(maria, Question.DISABILITY, "", "self", "YES");
        sign(maria, "Maria Lopez");
        assertThat(body(look(maria, at("result"))))
                .as("may buy one while the county decides")
                .contains("Choose a plan", "Until it is decided who gets other help", "href=\"" + at("plans") + "\"")
                .doesNotContain("report that first");
        answerAnew(Question.DISABILITY, "UNKNOWN");
        assertThat(body(look(maria, at("result")))).as("an answer is missing").contains("Choose a plan", "report that first");
    }

    private void answerAnew(Question question, String said) {
        report(maria, "OTHER");
        answer(maria, question, "", "self", said);
        sign(maria, "Maria Lopez");
    }
}
