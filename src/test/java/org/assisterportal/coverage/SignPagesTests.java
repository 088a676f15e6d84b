package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Signings;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Reading over, signing, and what is determined. */
class SignPagesTests extends CoverageScene {
    @Autowired private Signings signings;
    @Autowired private Eligibility eligibility;
    @Autowired private Diary diary;

    @BeforeEach
    void everythingIsAnswered() {
        fillIn(maria);
    }

    private MvcTestResult sign(Actor by, String name, boolean agreed) {
        String hash = signings.words(Locale.US).sha256();
        return agreed
                ? send(by, at("sign"), "name", name, "agreed", "true", "hash", hash, "read", read())
                : send(by, at("sign"), "name", name, "hash", hash, "read", read());
    }

    private Signings.Result result() {
        return signings.result(new Hand.Own(maria), id).orElseThrow();
    }

    @Test
    void allAnswersAreReadOverInWordsWithAWayToChangeEach() {
        String page = body(look(maria, at("review")));
        assertThat(page)
                .contains("1412 Superior Street", "Yes, as a single person", "Wages, before taxes", "$1,250, Every two weeks", "On file", "/people/self/taxes", "go on to sign")
                .doesNotContain("6789", "??", "SINGLE");
    }

    @Test
    void aConsumerSignsAndSeesWhoQualifiesForWhatLineByLine() {
        assertThat(sign(maria, "maria  lopez", true)).hasRedirectedUrl(at("result"));
        String page = body(look(maria, at("result")));
        assertThat(page)
                .contains("Signed by Maria Lopez", "Maria Lopez qualifies for", "Medical Assistance", "MinnesotaCare", "42 CFR", "Met:", "of the poverty guideline")
                .doesNotContain("??");
        assertThat(result().signature().onBehalf()).isNull();
        assertThat(result().signature().sha256()).hasSize(64);
        assertThat(body(look(maria, "/coverage/" + id))).contains("Signed and sent", "/result");
    }

    @Test
    void withoutTheNameTheTickOrTheWordsThatCountNothingIsSigned() {
        assertThat(body(sign(maria, "Maria", true))).contains("Type your name as it stands above the field.", "value=\"Maria\"");
        assertThat(body(sign(maria, "Maria Lopez", false))).contains("check that you agree");
        assertThat(body(send(maria, at("sign"), "name", "Maria Lopez", "agreed", "true", "hash", "another", "read", read()))).contains("has changed just now");
        assertThat(body(sign(ana.actor(), "Maria Lopez", true))).as("an assister types their own name").contains("Type your name");
        answer(maria, Question.HOME, "", "city", "Duluth", "then", "exit");
        assertThat(sign(maria, "Maria Lopez", true)).as("not complete any more").hasRedirectedUrl("/coverage/" + id);
        assertThat(paper().status()).isEqualTo(Paper.Status.DRAFT);
    }

    @Test
    void theMailAboutAnAssistersSignatureSaysThatAnApplicationWasSigned() {
        assertThat(sign(ana.actor(), ana.actor().name(), true)).hasRedirectedUrl(at("result"));
        assertThat(
                        household.inTransaction(
                                () ->
                                        jdbc.sql("SELECT kind FROM notification.outbox WHERE kind IN ('done-for-you', 'signed-for-you') AND subject = :maria")
                                                .param("maria", maria.subject())
                                                .query(String.class)
                                                .single()))
                .isEqualTo("signed-for-you");
    }

    @Test
    void whatIsSignedNeverChanges() {
        sign(maria, "Maria Lopez", true);
        assertThat(answer(maria, Question.EARNERS, "", "self", "NO")).hasRedirectedUrl("/coverage/" + id);
        assertThat(content(Question.EARNERS)).isEqualTo(Map.of("self", "YES"));
        assertThat(sign(maria, "Maria Lopez", true)).as("once").hasRedirectedUrl(at("result"));
        assertThat(look(maria, at("earners"))).hasRedirectedUrl("/coverage/" + id);
        assertThatThrownBy(
                        () ->
                                household.inTransaction(
                                        () ->
                                                jdbc.sql("INSERT INTO application.answer (application, subject, question, version, content, at, by_name) VALUES (:id, '', 'EARNERS', 9, '{}', now(), 'x')")
                                                        .param("id", id.value())
                                                        .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(
                        household.inTransaction(
                                () ->
                                        jdbc.sql("UPDATE application.application SET status = 'DRAFT' WHERE id = :id")
                                                .param("id", id.value())
                                                .update()))
                .isZero();
    }

    @Test
    void anAssisterSignsOnBehalfAndTheConsumerIsToldAtOnce() {
        assertThat(body(look(ana.actor(), at("sign")))).contains("You sign on behalf of Maria Lopez", "who has authorized me").doesNotContain("have read the answers");
        assertThat(sign(ana.actor(), ana.actor().name(), true)).hasRedirectedUrl(at("result"));
        Long number = result().signature().onBehalf();
        assertThat(number).isEqualTo(authorizations.history(maria).getFirst().number());
        assertThat(diary.newest(maria, 3).stream().map(DiaryLine::act)).contains("application.signed");
        assertThat(body(look(maria, at("result")))).contains("Signed by Ana Torres", "behalf under authorization " + number);
        assertThat(household.newestMail(email(), "Done for you")).contains("signed an application for health coverage and sent it to the marketplace on your behalf");
    }

    @Test
    void whoMayQualifyOnAnotherBasisReadsThatAndNotThatTheyMayPay() {
        answer(maria, Question.MEDICARE, "", "self", "YES");
        sign(maria, "Maria Lopez", true);
        assertThat(body(look(maria, at("result"))))
                .contains("Maria Lopez may qualify for Medical Assistance on another basis")
                .doesNotContain("Maria Lopez may buy a plan");
    }

    @Test
    void anAssistersSignatureIsOfAllAnswersAlsoOfAnAddressThatTheyDoNotSee() {
        handiwork.change(
                maria,
                Map.of("street", "5 Kept Lane", "city", "Duluth", "zip", "55806", "state", "MN", "county", "St. Louis", "confidential", "true"));
        sign(ana.actor(), ana.actor().name(), true);
        assertThat(result().determination().facts().people().getFirst().county()).isEqualTo("St. Louis");
        assertThat(body(look(ana.actor(), at("result")))).doesNotContain("Superior Street", "Kept Lane");
        assertThat(body(look(ana.actor(), at("review")))).doesNotContain("Superior Street", "Kept Lane");
    }

    private String email() {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT email FROM consumer.consumer WHERE id = :id")
                                .param("id", maria.subject())
                                .query(String.class)
                                .single());
    }

    @Test
    void aStoredDeterminationIsTheOneThatItsFactsGiveAgain() {
        sign(maria, "Maria Lopez", true);
        var stored = result().determination();
        var again = ((Eligibility.Determined) eligibility.again(stored.facts(), stored.rules())).determination();
        assertThat(stored).isEqualTo(again);
        assertThat(stored.people()).hasSize(1);
    }

    @Test
    void whoSignsHasReadTheAnswersAsTheyAreNow() {
        String before = read();
        assertThat(body(look(maria, at("review")))).contains("/sign?read=" + before);
        earns(ana.actor(), "9,500", "MONTHLY");
        String hash = signings.words(Locale.US).sha256();
        for (String read : new String[] {before, ""}) {
            assertThat(send(maria, at("sign"), "name", "Maria Lopez", "agreed", "true", "hash", hash, "read", read)).hasRedirectedUrl(at("review") + (read.isEmpty() ? "" : "?since=" + before));
        }
        assertThat(paper().status()).isEqualTo(Paper.Status.DRAFT);
        assertThat(look(maria, at("sign") + "?read=" + before)).as("read over before the change").hasRedirectedUrl(at("review") + "?since=" + before);
        assertThat(look(maria, at("sign") + "?read=" + read())).hasStatusOk();
        assertThat(sign(maria, "Maria Lopez", true)).hasRedirectedUrl(at("result"));
    }

    @Test
    void whatIsDifferentSinceItWasReadIsNamedWithWhoAnsweredIt() {
        String before = read();
        earns(ana.actor(), "9,500", "MONTHLY");
        answer(ana.actor(), Question.MEDICARE, "", "self", "YES");
        answer(ana.actor(), Question.MEDICARE, "", "self", "NO");
        String rosa = handiwork.member(maria);
        assertThat(body(look(maria, at("review") + "?since=" + before)))
                .contains("What is different since you read it", "Income: Maria Lopez", "Answered by " + ana.actor().name())
                .contains("$1,250, Every two weeks becomes $9,500, Every month", "Name and birth date: Rosa Lopez", "nothing becomes Rosa")
                .as("changed and changed back").doesNotContain("Yes becomes No", "??");
        String read = read();
        send(maria, at("people/" + rosa + "/remove"));
        assertThat(body(look(ana.actor(), at("review") + "?since=" + read))).contains("Rosa Lopez was taken out of the application").doesNotContain("becomes $9,500");
        for (String none : List.of("", "x", read(), "999999")) {
            assertThat(body(look(maria, at("review") + "?since=" + none))).as(none).doesNotContain("What is different");
        }
    }

    @Test
    void whatIsDifferentAboutAConfidentialAddressIsNotShownToAnAssister() {
        handiwork.change(
                maria,
                Map.of("street", "5 Kept Lane", "city", "Duluth", "zip", "55806", "state", "MN", "county", "St. Louis", "confidential", "true"));
        String before = read();
        answer(maria, Question.HOME, "", "street", "77 Secret Street", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES");
        answer(maria, Question.SSN, "self", "has", "YES", "ssn", "223-45-6780");
        String page = body(look(ana.actor(), at("review") + "?since=" + before));
        assertThat(page).contains("What is different since you read it", "Where you live", "Answered by Maria Lopez").doesNotContain("Secret Street", "Superior Street", "6780", "6789");
        assertThat(body(look(maria, at("review") + "?since=" + before))).contains("1412 Superior Street becomes 77 Secret Street");
    }

    @Test
    void answersThatCannotAllBeTrueAreSaidWithTheirPageAsSoonAsAllIsAnswered() {
        // Stepparents all around: no two of the pages contradict each other, and all three together do.
        String rosa = handiwork.member(maria);
        String omar = handiwork.member(maria);
        for (String one : List.of(rosa, omar)) {
            answer(maria, Question.PERSON, one, "first-name", one.equals(rosa) ? "Rosa" : "Omar", "last-name", "Lopez", "birth-date", "5/17/2001", "applies", "NO", "here", "YES");
            answer(maria, Question.TAXES, one, "filing", "SINGLE", "claimed", "NOBODY");
        }
        answer(maria, Question.RELATION, rosa, "to-self", "STEPCHILD");
        answer(maria, Question.RELATION, omar, "to-self", "STEPPARENT", "to-" + rosa, "STEPCHILD");
        answer(maria, Question.EARNERS, "", "self", "YES", rosa, "NO", omar, "NO");
        answer(maria, Question.PREGNANCY, "", "self", "NO", rosa, "NO", omar, "NO");
        assertThat(paper().isComplete()).isTrue();
        for (String page : List.of("/coverage/" + id, at("review"), at("sign"))) {
            assertThat(body(look(maria, page))).as(page).contains("Rosa Lopez: The parents go round in a circle", "href=\"" + at("people/" + rosa + "/relation"));
        }
        assertThat(body(look(maria, at("review")))).doesNotContain("go on to sign");
        answer(maria, Question.RELATION, omar, "to-self", "SIBLING", "to-" + rosa, "SIBLING");
        assertThat(body(look(maria, "/coverage/" + id))).doesNotContain("go round in a circle");
    }

    @Test
    void theResultIsReadByMachinesAsItWasStored() {
        assertThat(look(maria, at("determination.json"))).as("nothing is signed").hasRedirectedUrl("/coverage/" + id);
        sign(maria, "Maria Lopez", true);
        MvcTestResult file = look(maria, at("determination.json"));
        assertThat(file).hasContentTypeCompatibleWith("application/json");
        assertThat(body(file))
                .contains("\"rules\":\"" + result().determination().rules() + "\"", "\"answersSha256\":\"" + result().signature().sha256() + "\"")
                .contains("\"program\":\"TAX_CREDIT\"", "\"income\":32500.00", "of the poverty guideline")
                .doesNotContain("6789", "Superior Street");
        assertThat(body(look(ana.actor(), at("determination.json")))).contains("\"TAX_CREDIT\"");
    }

    @Test
    void whoseAnswerIsMissingReadsWhichOneUntilWhenAndWhereToReportIt() {
        answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "unknown-1", "true", "frequency-1", "MONTHLY");
        answer(maria, Question.EXPECTED, "self", "same", "YES");
        sign(maria, "Maria Lopez", true);
        String page = body(look(maria, at("result")));
        assertThat(page)
                .contains("The income of Maria Lopez is not fully known yet.", "Report the missing answer with “Report a change” by")
                .contains("<a class=\"usa-button\" href=\"" + at("change") + "\" aria-label=\"Report what is missing: Maria Lopez\"")
                .contains("usa-button--outline\" href=\"" + at("plans"), "report that first")
                .doesNotContain("??");
        var spanish =
                pages.get().uri(at("result")).cookie(new jakarta.servlet.http.Cookie(org.assisterportal.pages.Languages.COOKIE, "es")).session(hers)
                        .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication(in(maria)));
        assertThat(body(spanish.exchange())).contains("Avisar de lo que falta", "Aún no se sabe").doesNotContain("??");
    }

    @Test
    void whoGetsNothingHereReadsWhyAndWhatPaysForAnEmergency() {
        answer(maria, Question.CITIZENS, "", "self", "NO");
        answer(maria, Question.IMMIGRATION, "self", "status", "UNDOCUMENTED");
        sign(maria, "Maria Lopez", true);
        String card = card(body(look(maria, at("result"))));
        assertThat(card)
                .contains("does not qualify for coverage here now", "Status: no status. It does not count", "Emergency Medical Assistance may pay", "651-555-0100", "appeal by");
        assertThat(body(look(maria, at("result")))).doesNotContain(at("plans"));
    }

    /** Of the first person, as far as nothing has to be opened. */
    private static String card(String page) {
        return page.substring(page.indexOf("<section class=\"ap-result\""), page.indexOf("<details"));
    }

    @Test
    void whoPaysTheFullPriceReadsWhatDecidedThat() {
        earns(maria, "1,500", "EVERY_TWO_WEEKS");
        answer(maria, Question.OFFER, "self", "offered", "YES", "own", "100", "value", "YES");
        sign(maria, "Maria Lopez", true);
        assertThat(card(body(look(maria, at("result")))))
                .contains("Maria Lopez may buy a plan at its full price", "The employer of Maria Lopez offers a plan for $100 a month");
    }

    @Test
    void theResultSaysTheStepsOfTheNoticeAlsoWhereOpenEnrollmentIsOver() {
        sign(maria, "Maria Lopez", true);
        assertThat(card(body(look(maria, at("result")))))
                .contains("qualifies for a tax credit", "From when", "What to do next", "You can choose a plan within 60 days after", "What you pay")
                .doesNotContain("see and compare");
    }
}
