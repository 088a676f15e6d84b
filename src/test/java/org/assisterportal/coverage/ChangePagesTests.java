package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Signings;
import org.assisterportal.application.Spot;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A change that is reported after the signature. */
class ChangePagesTests extends CoverageScene {
    @Autowired private Signings signings;
    @Autowired private Changes changes;

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
        answer(ana.actor(), Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "500", "frequency-1", "MONTHLY");
        assertThat(body(look(ana.actor(), at("sign"))))
                .contains("What would change", "qualifies for a tax credit", "Maria Lopez qualifies for Medical Assistance.");
        assertThat(changes.inForce(new Hand.Own(maria)).getFirst().id()).isEqualTo(first);
        sign(ana.actor(), ana.actor().name());
        assertThat(changes.inForce(new Hand.Own(maria)).getFirst().id()).isEqualTo(id);
        assertThat(body(look(maria, at("result")))).contains("qualifies for Medical Assistance");
        assertThat(body(look(maria, "/coverage/" + first + "/result"))).as("the first version as it was").contains("qualifies for a tax credit");
    }

    private String workspace() {
        return body(look(ana.actor(), "/portal/consumers/" + maria.subject()));
    }

    @Test
    void anApplicationForAnotherYearLeavesTheSignedOneInForce() {
        int year = Objects.requireNonNull(paper().planYear());
        int other = changes.yearsLeft(new Hand.Own(maria)).getFirst();
        assertThat(workspace()).contains("Coverage in " + year, "Apply for " + other + " with these answers");
        MvcTestResult begun = send(maria, "/coverage/" + first + "/another", "year", String.valueOf(other));
        id = applications.newest(new Hand.Own(maria)).map(Applications.Standing::id).orElseThrow();
        assertThat(begun).hasRedirectedUrl("/coverage/" + id);
        assertThat(body(look(maria, "/coverage/" + id)))
                .contains("Coverage in " + other, "What is signed for other years stays as it is.")
                .doesNotContain("This is a change");
        assertThat(workspace()).doesNotContain("with these answers");
        assertThat(changes.effect(new Hand.Own(maria), id)).as("nothing counts for that year yet").isEmpty();
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
    void anotherYearsDraftIsSaidAndNotTakenForTheOneThatIsAskedFor() {
        int year = Objects.requireNonNull(paper().planYear());
        int other = changes.yearsLeft(new Hand.Own(maria)).getFirst();
        report(maria, "INCOME");
        answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "2,900", "frequency-1", "MONTHLY");
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
    void aChangeCanBeThrownAwayAndAFirstApplicationCannot() {
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
        answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "1,300", "frequency-1", "EVERY_TWO_WEEKS");
        assertThat(body(look(maria, at("sign")))).contains("Then: Maria Lopez qualifies for a tax credit", "becomes").doesNotContain("Nothing would change");
    }

    @Test
    void theResultLeadsToThePlans() {
        assertThat(body(look(maria, at("result")))).contains("You can see and compare the plans", "Choose a plan", "href=\"" + at("plans") + "\"");
    }
}
