package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of an application, filled in by the consumer and by the assister who acts for them. */
class ApplyPagesTests extends CoverageScene {
    @Autowired private Diary diary;

    @Test
    void aConsumerAnswersEverythingPageByPage() {
        assertThat(look(maria, "/coverage")).hasRedirectedUrl("/coverage/" + id);
        assertThat(paper().isComplete()).isFalse();
        fillIn(maria);
        Paper paper = paper();
        assertThat(paper.steps().stream().filter(step -> step.state() != Paper.State.DONE).map(Paper.Step::spot)).isEmpty();
        assertThat(body(look(maria, "/coverage/" + id))).contains("All answered").doesNotContain("To do");
    }

    @Test
    void everyPageOfAnApplicationCanBeOpenedByBothAndInSpanish() {
        fillIn(maria);
        String rosa = handiwork.member(maria);
        answer(maria, Question.RELATION, rosa, "to-self", "GRANDCHILD");
        answer(maria, Question.CITIZENS, "", "self", "NO", rosa, "YES");
        answer(maria, Question.COVERED, "", "self", "YES", rosa, "NO");
        assertThat(paper().steps().stream().map(step -> step.spot().question()))
                .contains(Question.CARE, Question.IMMIGRATION, Question.COVERAGE, Question.RELATION);
        for (Paper.Step step : paper().steps()) {
            Spot spot = step.spot();
            String page = at((spot.subject().isEmpty() ? "" : "people/" + spot.subject() + "/") + spot.question().slug());
            assertThat(look(maria, page)).as(page).hasStatusOk();
            assertThat(body(look(maria, page))).as(page).contains("Save and continue").doesNotContain("??");
            assertThat(body(look(ana.actor(), page))).as(page).contains("You are acting for", "Save and continue");
            MvcTestResult spanish =
                    pages.get().uri(page).session(hers).cookie(new jakarta.servlet.http.Cookie("lang", "es"))
                            .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication(in(maria))).exchange();
            assertThat(body(spanish)).as(page).contains("Guardar y seguir").doesNotContain("[English]", "??");
        }
    }

    @Test
    void savingLeadsToTheNextOpenPageAndExitToTheTasks() {
        MvcTestResult next = answer(maria, Question.YEAR, "", "year", thisYear(), "then", "");
        assertThat(next).hasRedirectedUrl(at("home"));
        assertThat(answer(maria, Question.HOME, "", "city", "Duluth", "then", "exit")).hasRedirectedUrl("/coverage/" + id);
        assertThat(paper().step(Spot.of(Question.HOME)).orElseThrow().state()).isEqualTo(Paper.State.UNFINISHED);
        assertThat(body(look(maria, at("home")))).contains("value=\"Duluth\"");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() {
        MvcTestResult page = answer(maria, Question.HOME, "", "street", "1412 Superior Street", "zip", "558", "city", "");
        assertThat(page).hasStatusOk();
        assertThat(body(page))
                .contains("There is a problem", "href=\"#zip\"", "Write the ZIP code with five digits.", "value=\"1412 Superior Street\"", "value=\"558\"");
        assertThat(version(Question.HOME, "")).isZero();
    }

    @Test
    void anAssisterContinuesWhatTheConsumerBeganAndTheOtherWayRound() {
        answer(maria, Question.YEAR, "", "year", thisYear());
        assertThat(body(look(ana.actor(), at("year")))).contains("checked=\"checked\"", "Answered by Maria Lopez");
        answer(ana.actor(), Question.EARNERS, "", "self", "NO");
        assertThat(body(look(maria, at("earners")))).contains("Answered by Ana Torres");
        List<DiaryLine> lines = diary.newest(maria, 5);
        assertThat(lines.stream().map(DiaryLine::act)).contains("application.answered");
        assertThat(lines.stream().filter(line -> line.act().equals("application.answered")).toList())
                .allMatch(line -> line.number() != null && line.facts().equals(List.of("earners", "", thisYear())));
    }

    @Test
    void theDiaryNamesThePageAndThePersonWithoutTheAnswer() {
        fillIn(maria);
        answer(ana.actor(), Question.TAXES, "self", "filing", "HEAD_OF_HOUSEHOLD", "claimed", "NOBODY");
        answer(ana.actor(), Question.CUSTODY, "", "self", "INCARCERATED");
        assertThat(diary.newest(maria, 3).stream().map(DiaryLine::facts))
                .contains(List.of("taxes", "Maria Lopez", thisYear()), List.of("custody", "", thisYear()));
        assertThat(body(look(maria, "/account/diary")))
                .contains("Answered a question in your application", ": Taxes of Maria Lopez for " + thisYear(), ": Is anybody in jail or prison?")
                .doesNotContain("INCARCERATED", "HEAD_OF_HOUSEHOLD");
        String rosa = handiwork.member(maria);
        send(ana.actor(), at("people/" + rosa + "/remove"));
        assertThat(body(look(maria, "/account/diary"))).containsPattern("Took somebody out of your application</strong>: \\w");
    }

    @Test
    void thePagesAboutCoverageSayThatMedicareIsAskedElsewhere() {
        fillIn(maria);
        answer(maria, Question.COVERED, "", "self", "YES");
        String elsewhere = "Medicare is asked on its own page and is not meant here.";
        assertThat(body(look(maria, at("covered")))).contains("Who has health coverage other than Medicare now?", elsewhere);
        assertThat(body(look(maria, at("people/self/coverage")))).contains(elsewhere);
        assertThat(body(answer(maria, Question.COVERAGE, "self", "then", ""))).contains("If this person has only Medicare, say No on the page");
    }

    @Test
    void aConflictIsShownAndNothingIsOverwritten() {
        answer(maria, Question.EARNERS, "", "self", "YES");
        MvcTestResult late = send(ana.actor(), at("earners"), "self", "NO", "version", "0");
        assertThat(body(late)).contains("Somebody else answered this meanwhile", "Maria Lopez answered on", "Saved now: Yes");
        assertThat(content(Question.EARNERS)).isEqualTo(Map.of("self", "YES"));
        assertThat(send(ana.actor(), at("earners"), "self", "YES", "version", "0")).as("the same answer is no conflict").hasStatus3xxRedirection();
        assertThat(send(ana.actor(), at("earners"), "self", "NO", "version", "1")).as("knowingly").hasStatus3xxRedirection();
        assertThat(content(Question.EARNERS)).isEqualTo(Map.of("self", "NO"));
    }

    @Test
    void aConflictSaysOnEveryKindOfFieldWhatIsSavedNow() {
        String year = thisYear();
        answer(maria, Question.YEAR, "", "year", year);
        assertThat(body(send(ana.actor(), at("year"), "then", "exit", "version", "0"))).contains("Saved now: " + year);
        answer(maria, Question.HOME, "", "street", "1412 Superior Street", "city", "Duluth", "zip", "55199", "county", "St. Louis", "stays", "YES");
        assertThat(body(send(ana.actor(), at("home"), "county", "Ramsey", "stays", "NO", "version", "0", "street", "1412 Superior Street", "city", "Duluth", "zip", "55199")))
                .contains("Saved now: St. Louis", "Saved now: Yes").doesNotContain("Saved now: 55199");
        answer(maria, Question.TAXES, "self", "filing", "SINGLE", "claimed", "NOBODY");
        assertThat(body(send(ana.actor(), at("people/self/taxes"), "filing", "SINGLE", "claimed", "PARENT", "version", "0"))).contains("Saved now: Nobody");
        answer(maria, Question.COVERED, "", "self", "YES");
        answer(maria, Question.COVERAGE, "self", "TRICARE", "true");
        assertThat(body(send(ana.actor(), at("people/self/coverage"), "COBRA", "true", "version", "0"))).contains("Saved now: nothing", "Saved now: Yes");
    }

    @Test
    void twoPeopleInOneApplicationAtOnceAreEachTold() {
        assertThat(body(look(maria, at("earners")))).doesNotContain("right now, too");
        assertThat(body(look(ana.actor(), at("earners")))).contains("Maria Lopez is in this application right now, too");
        assertThat(body(look(maria, "/coverage/" + id))).contains("Ana Torres is in this application right now, too");
    }

    @Test
    void aSocialSecurityNumberIsSealedAndItsLastFourDigitsAreForTheConsumerOnly() {
        fillIn(ana.actor());
        assertThat(body(look(ana.actor(), at("people/self/ssn")))).contains("A number is on file").doesNotContain("6789");
        assertThat(body(look(maria, at("people/self/ssn")))).contains("It ends in 6789").doesNotContain("12345", "123-45");
        String kept =
                household.inTransaction(
                        () ->
                                jdbc.sql("SELECT encode(sealed, 'escape') || (SELECT string_agg(content::text, '') FROM application.answer a WHERE a.application = s.application) FROM application.ssn s WHERE application = :id")
                                        .param("id", id.value())
                                        .query(String.class)
                                        .single());
        assertThat(kept).doesNotContain("123456789").doesNotContain("123-45-6789");
        answer(maria, Question.SSN, "self", "has", "YES");
        assertThat(body(look(maria, at("people/self/ssn")))).as("left empty it stays").contains("It ends in 6789");
    }

    @Test
    void aNumberThatTheConsumerGaveIsNoAssistersToReplaceOrToTakeBack() {
        fillIn(maria);
        send(ana.actor(), at("conversation"), "aloud", "en", "interpreter", "NONE");
        String refused = "A number is on file. Only the consumer can change it.";
        assertThat(body(answer(ana.actor(), Question.SSN, "self", "has", "YES", "ssn", "223-45-6780"))).contains(refused, "href=\"#ssn\"");
        assertThat(body(answer(ana.actor(), Question.SSN, "self", "has", "YES", "ssn", "223-45-6780", "then", "exit"))).contains(refused);
        for (String has : List.of("NO", "LATER", "")) {
            assertThat(body(answer(ana.actor(), Question.SSN, "self", "has", has, "then", "exit"))).as(has).contains(refused, "href=\"#has\"");
        }
        assertThat(version(Question.SSN, "self")).isOne();
        assertThat(answer(ana.actor(), Question.SSN, "self", "has", "YES", "other", "1")).as("left as it is").hasStatus3xxRedirection();
        assertThat(body(answer(ana.actor(), Question.SSN, "self", "has", "YES", "ssn", "223-45-6780"))).as("hers by no trick").contains(refused);
        assertThat(body(look(maria, at("people/self/ssn")))).contains("It ends in 6789");
        assertThat(answer(maria, Question.SSN, "self", "has", "YES", "ssn", "223-45-6780")).hasStatus3xxRedirection();
        assertThat(body(look(maria, at("people/self/ssn")))).contains("It ends in 6780");
    }

    @Test
    void anAssisterGivesANumberWhereNoneWasGivenAndCorrectsHerOwnSlipOnly() {
        answer(maria, Question.PERSON, "self", "first-name", "Maria", "last-name", "Lopez", "birth-date", "5/17/1990", "applies", "YES");
        answer(maria, Question.SSN, "self", "has", "LATER");
        assertThat(answer(ana.actor(), Question.SSN, "self", "has", "YES", "ssn", "123-45-6789")).hasStatus3xxRedirection();
        assertThat(answer(ana.actor(), Question.SSN, "self", "has", "YES", "ssn", "123-45-6788")).hasStatus3xxRedirection();
        assertThat(body(look(maria, at("people/self/ssn")))).contains("It ends in 6788");
        Household.Assister ben = household.assister(region.agency(AgencyKind.NAVIGATOR));
        household.authorize(maria, ben, Scope.APPLY);
        send(ben.actor(), anas, "/portal/act", "consumer", String.valueOf(maria.subject()));
        assertThat(body(answer(ben.actor(), Question.SSN, "self", "has", "YES", "ssn", "223-45-6780")))
                .as("another assister's").contains("Only the consumer can change it.");
    }

    @Test
    void aConfidentialAddressIsNotShownToAnAssisterAlsoWhenItWasTypedBefore() {
        fillIn(maria);
        assertThat(body(look(ana.actor(), at("home")))).contains("1412 Superior Street");
        handiwork.change(
                maria,
                Map.of("street", "5 Kept Lane", "city", "Duluth", "zip", "55806", "state", "MN", "county", "St. Louis", "confidential", "true"));
        assertThat(body(look(ana.actor(), at("home")))).contains("The address is confidential").doesNotContain("Superior", "Kept Lane");
        assertThat(body(look(maria, at("home")))).contains("1412 Superior Street");
    }

    @Test
    void aConfidentialAddressIsNotKeptHereAndNoConflictShowsIt() {
        fillIn(maria);
        answer(maria, Question.HOME, "", "kept", "true", "street", "5 Kept Lane", "city", "Duluth", "zip", "55806", "stays", "YES");
        assertThat(content(Question.HOME)).containsOnlyKeys("kept", "stays");
        MvcTestResult conflict = send(ana.actor(), at("home"), "street", "9 Elm Street", "stays", "YES", "version", "2");
        assertThat(body(conflict)).doesNotContain("Kept Lane");
    }

    @Test
    void anAssisterWhoDoesNotSeeTheAddressChangesTheRestOfThePageOnly() {
        fillIn(maria);
        handiwork.change(
                maria,
                Map.of("street", "5 Kept Lane", "city", "Duluth", "zip", "55806", "state", "MN", "county", "St. Louis", "confidential", "true"));
        answer(ana.actor(), Question.HOME, "", "kept", "true", "stays", "NO");
        assertThat(content(Question.HOME)).containsEntry("street", "1412 Superior Street").containsEntry("stays", "NO").doesNotContainKey("kept");
        assertThat(body(look(ana.actor(), at("home")))).doesNotContain("Superior");
    }

    @Test
    void anAssisterCannotPutAnAddressInPlaceOfAConfidentialOne() {
        handiwork.change(
                maria,
                Map.of("street", "5 Kept Lane", "city", "Duluth", "zip", "55806", "state", "MN", "county", "St. Louis", "confidential", "true"));
        answer(ana.actor(), Question.HOME, "", "street", "1 Evil Street", "city", "Duluth", "zip", "55802", "county", "Ramsey", "stays", "YES");
        assertThat(content(Question.HOME)).containsEntry("kept", "true").containsEntry("stays", "YES").doesNotContainKeys("street", "county");
        assertThat(body(look(maria, at("home")))).doesNotContain("1 Evil Street");
    }

    @Test
    void aCommaDividesThousandsAndNothingElse() {
        assertThat(body(answer(maria, Question.EARNERS, "", "self", "YES"))).isEmpty();
        for (String typed : List.of("3000,50", "1.234,56", "12,50", "1,2345")) {
            assertThat(body(answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", typed, "frequency-1", "MONTHLY")))
                    .as(typed).contains("with a point before the cents");
        }
        for (String typed : List.of("3000.50", "$1,234.56", "1,234,567", "12")) {
            assertThat(answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", typed, "frequency-1", "YEARLY"))
                    .as(typed).hasStatus3xxRedirection();
        }
    }

    @Test
    void twoPeopleDoNotHaveTheSameNumber() {
        fillIn(maria);
        String rosa = handiwork.member(maria);
        assertThat(body(answer(maria, Question.SSN, rosa, "has", "YES", "ssn", "123456789"))).contains("Somebody else in the application has this number.");
        assertThat(version(Question.SSN, rosa)).isZero();
        assertThat(answer(maria, Question.SSN, rosa, "has", "YES", "ssn", "223-45-6789")).as("the last four alone").hasStatus3xxRedirection();
        assertThat(answer(maria, Question.SSN, "self", "has", "YES", "ssn", "123-45-6789")).as("one's own again").hasStatus3xxRedirection();
        answer(maria, Question.SSN, "self", "has", "LATER");
        assertThat(answer(maria, Question.SSN, rosa, "has", "YES", "ssn", "123-45-6789")).as("it was typed for the wrong person").hasStatus3xxRedirection();
    }

    @Test
    void aNumberBesideANoIsSaidAlsoWhereOneGoesOnLater() {
        assertThat(body(answer(maria, Question.SSN, "self", "has", "NO", "ssn", "123-45-6789", "then", "exit")))
                .contains("You typed a number but did not choose “Yes”.")
                .doesNotContain("123-45-6789");
    }

    @Test
    void aHugeIncomeIsAskedForOnceMore() {
        fillIn(maria);
        String page = body(answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "9,000,000", "frequency-1", "MONTHLY"));
        assertThat(page).contains("more than $1,000,000 a month", "name=\"right-1\"", "This amount is right");
        assertThat(body(look(maria, at("people/self/income")))).doesNotContain("right-1");
        assertThat(answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "9,000,000", "frequency-1", "MONTHLY", "right-1", "true")).hasStatus3xxRedirection();
    }

    @Test
    void whatIsMissingOpensNothingThatIsEmpty() {
        fillIn(maria);
        String page = body(answer(maria, Question.PREGNANCY, "", "self", "", "expected-self", "", "ended-self", ""));
        assertThat(page).contains("There is a problem", "<details data-yes=\"self\">");
        assertThat(body(answer(maria, Question.PREGNANCY, "", "self", "", "ended-self", "5/1/2026"))).contains("<details data-yes=\"self\" open=\"open\">");
    }

    @Test
    void aFirstApplicationCanBeThrownAwayAndBegunAgain() {
        fillIn(maria);
        assertThat(body(look(maria, "/coverage/" + id))).contains("Do you not want to send this?", "Throw this application away");
        assertThat(send(ana.actor(), at("discard"))).hasRedirectedUrl("/coverage");
        assertThat(diary.newest(maria, 3).stream().map(DiaryLine::act)).contains("application.draft-discarded");
        assertThat(body(look(maria, "/coverage"))).contains("Apply for health coverage");
        assertThat(body(look(maria, "/coverage/" + id))).contains("This was thrown away").doesNotContain("Throw this application away", "Take out");
        assertThat(send(maria, at("discard"))).as("once").hasRedirectedUrl("/coverage/" + id);
        var again = handiwork.application(maria);
        assertThat(again).isNotEqualTo(id);
        id = again;
        assertThat(version(Question.EARNERS, "")).as("nothing of what was typed").isZero();
        assertThat(paper().number()).isEqualTo(1);
    }

    @Test
    void whoeverIsAskedAboutThemselvesIsNotAskedWhetherTheyLiveWithThemselves() {
        assertThat(body(look(maria, at("people/self/person")))).doesNotContain("live with you");
        assertThat(body(look(maria, at("people/" + handiwork.member(maria) + "/person")))).contains("live with you");
    }

    @Test
    void whoSavesAnEmptyPageAndExitsHasAnsweredNothing() {
        String nobody = "people/" + UUID.randomUUID() + "/person";
        assertThat(send(maria, at(nobody), "version", "0", "then", "exit")).hasRedirectedUrl("/coverage/" + id);
        assertThat(paper().people()).hasSize(1);
        send(maria, at("people/self/ssn"), "version", "0", "then", "exit");
        assertThat(version(Question.SSN, "self")).isZero();
    }

    @Test
    void whatAnAssisterTypedWhenTheAuthorityEndedIsLeftForTheConsumer() {
        household.end(maria);
        MvcTestResult over = send(ana.actor(), at("home"), "city", "Duluth", "version", "0");
        assertThat(body(over)).contains("has ended", "What you typed was kept for the consumer").doesNotContain("Maria");
        String tasks = body(look(maria, "/coverage/" + id));
        assertThat(tasks).contains("Ana Torres was typing this");
        String left = tasks.replaceAll("(?s).*href=\"([^\"]*\\?from=[^\"]*)\".*", "$1");
        assertThat(body(look(maria, left))).contains("value=\"Duluth\"");
        String from = left.replaceAll(".*from=", "");
        send(maria, at("home"), "city", "Duluth", "then", "exit", "version", "0", "from", from);
        assertThat(body(look(maria, "/coverage/" + id))).doesNotContain("was typing this");
        assertThat(content(Question.HOME)).containsEntry("city", "Duluth");
    }

    @Test
    void anotherConsumersApplicationDoesNotExist() {
        Actor tom = household.consumer("Tom", "Olson");
        for (String page : List.of("", "/review", "/result", "/sign", "/home", "/people/self/person")) {
            assertThat(look(tom, new MockHttpSession(), "/coverage/" + id + page)).as(page).hasStatus(404);
        }
        for (String page : List.of("/sign", "/home", "/people/self/person", "/people/self/remove")) {
            assertThat(send(tom, new MockHttpSession(), "/coverage/" + id + page, "version", "1")).as(page).hasStatus(404);
        }
        assertThat(paper().isDraft()).isTrue();
        assertThat(look(maria, at("people/self/year"))).as("asked of the household only").hasStatus(404);
        assertThat(look(maria, at("nothing"))).hasStatus(404);
        assertThat(look(maria, at("people/" + UUID.randomUUID() + "/taxes"))).as("of nobody").hasStatus(404);
    }

    @Test
    void whoWasNamedCanBeTakenOutAgain() {
        String rosa = handiwork.member(maria);
        assertThat(paper().people()).hasSize(2);
        assertThat(body(look(maria, "/coverage/" + id))).contains("href=\"" + at("people/" + rosa + "/remove"));
        assertThat(body(look(maria, at("people/" + rosa + "/remove")))).contains("out of the application?", "Keep in the application");
        assertThat(paper().people()).as("asked only").hasSize(2);
        assertThat(look(maria, at("people/self/remove"))).hasStatus(404);
        assertThat(send(ana.actor(), at("people/" + rosa + "/remove"))).hasRedirectedUrl("/coverage/" + id);
        assertThat(diary.newest(maria, 1).getFirst().act()).isEqualTo("application.person-removed");
        assertThat(paper().people()).hasSize(1);
        assertThat(send(maria, at("people/self/remove"))).hasStatus(404);
    }

    @Test
    void whoseAuthorityEndedIsNotNamedAsBeingInIt() {
        look(ana.actor(), at("earners"));
        assertThat(body(look(maria, at("earners")))).contains("Ana Torres is in this application right now");
        household.end(maria);
        assertThat(body(look(maria, at("earners")))).doesNotContain("right now, too");
    }

    @Test
    void anAnswerAboutSomebodyWhoWasTakenOutIsToldAtTheTasks() {
        String rosa = handiwork.member(maria);
        send(ana.actor(), at("people/" + rosa + "/remove"));
        assertThat(send(maria, at("people/" + rosa + "/relation"), "to-self", "CHILD", "version", "0")).hasRedirectedUrl("/coverage/" + id);
        assertThat(body(look(maria, "/coverage/" + id))).contains("taken out of the application meanwhile");
        assertThat(send(maria, at("people/" + UUID.randomUUID() + "/relation"), "version", "0")).as("never named").hasStatus(404);
    }

    @Test
    void aNameThatIsMuchTooLongIsToldToBeTooLong() {
        for (int length : new int[] {81, 300, 301, 5000}) {
            String page = body(answer(maria, Question.PERSON, "self", "first-name", "M".repeat(length), "last-name", "Lopez", "birth-date", "5/17/1990", "applies", "YES"));
            assertThat(page).as(length + " letters").contains("This is too long to be kept.", "value=\"" + "M".repeat(length) + "\"").doesNotContain("Fill this in.");
        }
        answer(maria, Question.PERSON, "self", "first-name", "M".repeat(299) + "\uD83D\uDE00".repeat(20), "then", "exit");
        assertThat(version(Question.PERSON, "self")).as("kept to be finished").isPositive();
        assertThat(answer(maria, Question.PERSON, "self", "first-name", "M".repeat(80), "last-name", "Lopez", "birth-date", "5/17/1990", "applies", "YES"))
                .hasStatus3xxRedirection();
    }

    @Test
    void whoHasNoStatusIsAskedNothingElseAboutIt() {
        answer(maria, Question.PERSON, "self", "first-name", "Maria", "last-name", "Lopez", "birth-date", "5/17/1990", "applies", "YES");
        answer(maria, Question.CITIZENS, "", "self", "NO");
        assertThat(body(look(maria, at("people/self/immigration")))).contains("If there is one of these statuses");
        assertThat(body(answer(maria, Question.IMMIGRATION, "self", "status", "REFUGEE"))).contains("href=\"#military\"");
        assertThat(answer(maria, Question.IMMIGRATION, "self", "status", "UNDOCUMENTED")).hasStatus3xxRedirection();
        assertThat(paper().step(new Spot(Question.IMMIGRATION, "self")).orElseThrow().state()).isEqualTo(Paper.State.DONE);
    }

    @Test
    void onlyWhereANumberIsOnFileItIsOfferedToBeKept() {
        answer(maria, Question.PERSON, "self", "first-name", "Maria", "last-name", "Lopez", "birth-date", "5/17/1990", "applies", "YES");
        assertThat(body(look(maria, at("people/self/ssn")))).contains("Nine digits, as they stand on the card.").doesNotContain("on file");
        answer(maria, Question.SSN, "self", "has", "YES", "ssn", "123-45-6789");
        assertThat(body(look(maria, at("people/self/ssn")))).contains("Leave it empty to keep the one that is on file.");
    }

    @Test
    void whereThePeopleAreNamedTheNextOneIsOffered() {
        assertThat(body(look(maria, at("people/self/person")))).contains("Save and add another person");
        assertThat(body(look(maria, at("earners")))).doesNotContain("Save and add another person");
        String[] maria = {"first-name", "Maria", "last-name", "Lopez", "birth-date", "5/17/1990", "applies", "YES", "then", "another"};
        assertThat(answer(this.maria, Question.PERSON, "self", maria).getResponse().getRedirectedUrl())
                .matches("/coverage/" + id + "/people/[0-9a-f-]{36}/person");
        String[] open = {"first-name", "", "then", "another"};
        assertThat(body(answer(this.maria, Question.PERSON, "self", open))).as("once this one is complete").contains("Fill this in.");
    }

    @Test
    void enterPressesWhatSavesAndNotTheOtherLanguage() {
        String page = body(look(maria, at("people/self/person")));
        List<String> buttons = Pattern.compile("<button[^>]*>").matcher(page).results().map(found -> found.group()).filter(one -> one.contains("form=\"answers\"")).toList();
        assertThat(buttons).as("the first in the document is a form's default").hasSizeGreaterThan(1);
        assertThat(buttons.getFirst()).contains("type=\"submit\"").doesNotContain("name=", "formaction");
    }

    @Test
    void whatIsWrongIsNamedWithoutABlank() {
        fillIn(maria);
        for (String page : List.of("taxes", "expected", "offer")) {
            Question question = Question.of(page).orElseThrow();
            assertThat(body(answer(maria, question, "self", "offered", "YES", "own", "none"))).as(page).contains("There is a problem").doesNotContain("for {0}", "of {0}", "{0} alone", "??");
        }
    }
}
