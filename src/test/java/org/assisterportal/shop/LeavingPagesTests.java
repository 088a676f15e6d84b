package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Signings;
import org.assisterportal.application.Spot;
import org.assisterportal.application.domain.NoticeHand;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Program;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.domain.EventScene;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Maria and Tom have a plan together, and one of them leaves it. */
class LeavingPagesTests extends CoverageScene {
    private static final int YEAR = 2026;
    private static final PlanId PLAN = new PlanId("99101MN0010003");

    @Autowired private Signings signings;
    @Autowired private Enrollments enrollments;
    @Autowired private Policies policies;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private NoticeHand notices;
    @Autowired private Policyholder policyholder;
    @Autowired private PolicyWords policyWords;
    @Autowired private MovableClock clock;
    @Autowired private EventScene carriers;

    private Duration travelled = Duration.ZERO;
    private String tom = "";

    @Override
    @BeforeEach
    protected void bothAtWork() {
        // In open enrollment for a year whose made-up plans and contributions there are; it would begin in February.
        travelled = clock.travelTo(LocalDate.of(YEAR, 1, 5));
        super.bothAtWork();
        PublishedDemo.publish(catalogs, plans);
        fillIn(maria);
        tom = handiwork.member(maria);
        answer(maria, Question.PERSON, tom, "first-name", "Tom", "last-name", "Lopez", "birth-date", "10/2/1964", "applies", "YES", "here", "YES");
        answer(maria, Question.RELATION, tom, "to-self", "SPOUSE");
        answer(maria, Question.TAXES, "self", "filing", "JOINT", "claimed", "NOBODY");
        answer(maria, Question.TAXES, tom, "filing", "JOINT", "claimed", "NOBODY");
        for (Question question : List.of(Question.PREGNANCY, Question.DISABILITY, Question.MEDICARE, Question.TRIBES, Question.COVERED)) {
            answer(maria, question, "", "self", "NO", tom, "NO");
        }
        answer(maria, Question.CITIZENS, "", "self", "YES", tom, "YES");
        answer(maria, Question.CUSTODY, "", "self", "FREE", tom, "FREE");
        answer(maria, Question.EARNERS, "", "self", "YES", tom, "NO");
        answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "4,500", "frequency-1", "MONTHLY");
        answer(maria, Question.EXPECTED, "self", "same", "YES");
        answer(maria, Question.SSN, tom, "has", "LATER");
        assertThat(paper().steps()).filteredOn(step -> step.state() != Paper.State.DONE).isEmpty();
        send(maria, at("sign"), "name", "Maria Lopez", "agreed", "true", "hash", signings.words(Locale.US).sha256(), "read", read());
        Hand hand = new Hand.Own(maria);
        int version = enrollments.desk(hand, id).orElseThrow().basket().version();
        enrollments.put(hand, id, PLAN, List.of("self", tom), version);
        String read = enrollments.desk(hand, id).orElseThrow().preview().read();
        send(maria, at("plans/sign"), "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read);
        assertThat(policy().people()).hasSize(2);
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private Enrolled policy() {
        return policies.open(new Hand.Own(maria).consumer()).getFirst();
    }

    private MvcTestResult end(String more, String day) {
        return send(
                maria, at("policies/" + policy().number() + "/end"), "people", tom, "day", day, "name", "Maria Lopez", "agreed", "true", "hash",
                enrollments.words(Locale.ENGLISH).sha256(), more, "true");
    }

    private static String said(Money money) {
        return String.format(Locale.US, "$%,.2f", money.cents() / 100.0);
    }

    @Test
    void whatWhoStaysWouldPayIsShownAndIsWhatTheyPayAfterwards() {
        Money before = policy().amounts().getFirst().net();
        MvcTestResult shown = end("later", "");
        assertThat(body(shown)).contains("instead of " + said(before), "Tom Lopez", "Cancel").doesNotContain("??");
        assertThat(policy().people()).as("nothing was kept").noneMatch(Enrolled.Covered::cancelled);
        assertThat(policy().amounts()).hasSize(1);

        assertThat(end("really", "")).hasStatus(302);
        Money after = policy().amount(policy().starts()).net();
        assertThat(after).isNotEqualTo(before);
        assertThat(body(shown)).contains(said(after) + " a month instead of " + said(before));
    }

    @Test
    void anAssisterIsShownTheSameAndKeepsNothing() {
        String page = at("policies/" + policy().number() + "/end");
        String hers = body(send(maria, page, "people", tom, "later", "true"));
        String anas = body(send(ana.actor(), page, "people", tom, "later", "true"));
        String said = hers.substring(hers.indexOf("id=\"later\""), hers.indexOf("</p>", hers.indexOf("id=\"later\"")));
        assertThat(said).contains("a month instead of");
        assertThat(anas).contains(said);
        assertThat(policy().amounts()).hasSize(1);
    }

    @Test
    void onceItHasBegunTheAmountIsThatOfTheDayAfterTheLastOne() {
        travelled = travelled.plus(clock.travelTo(LocalDate.of(YEAR, 3, 10)));
        assertThat(body(end("later", "3/1/2026"))).as("a day that is over").contains("There is a problem", "The last day can&#39;t lie in the past", "day-hint day-error").doesNotContain("id=\"later\"");
        assertThat(body(end("later", "1/31/2027"))).as("a day of the next year").contains("The plan ends earlier than that", "day-hint day-error");
        assertThat(body(end("later", ""))).as("without a day").contains("There is a problem").doesNotContain("instead of");
        String shown = body(end("later", "3/31/2026"));
        assertThat(end("really", "3/31/2026")).hasStatus(302);
        assertThat(policy().amounts().getLast().from()).isEqualTo(LocalDate.of(YEAR, 4, 1));
        assertThat(shown).contains(said(policy().amounts().getLast().net()) + " a month instead of " + said(policy().amounts().getFirst().net()));
    }

    private Enrolled number(Predicate<Enrolled> which) {
        return policies.list(new Hand.Own(maria)).stream().filter(which).findFirst().orElseThrow();
    }

    private Map<String, String> leaves(String who, String day, String more) {
        return Map.of("people", who, "day", day, "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.ENGLISH).sha256(), more, "true");
    }

    private MvcTestResult leave(Enrolled from, String who, String day, String more) {
        String[] form = leaves(who, day, more).entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())).toArray(String[]::new);
        return send(maria, at("policies/" + from.number() + "/end"), form);
    }

    @Test
    void theSubscriberLeavesAndThePlanGoesOnInAnothersNameAtTheAgesThatCounted() {
        carriers.tell();
        // Tom's birthday, the second of October, lies before the day from which he goes on alone.
        travelled = travelled.plus(clock.travelTo(LocalDate.of(YEAR, 10, 10)));
        Enrolled before = policy();
        assertThat(body(look(maria, at("policies/" + before.number() + "/end")))).contains("The plan is in the name of Maria Lopez").doesNotContain("??");
        String shown = body(leave(before, "self", "10/31/2026", "later"));
        assertThat(shown).contains("goes on in the name of Tom Lopez", "a month instead of " + said(before.amounts().getFirst().net()));
        assertThat(policies.list(new Hand.Own(maria))).as("nothing was kept").hasSize(1);

        assertThat(leave(before, "self", "10/31/2026", "really")).hasStatus(302);
        Enrolled former = number(one -> one.number().equals(before.number()));
        Enrolled next = number(one -> before.number().equals(one.former()));
        assertThat(former.next()).isEqualTo(next.number());
        assertThat(former.people()).allMatch(one -> one.to().equals(LocalDate.of(YEAR, 10, 31)) && !one.cancelled());
        assertThat(next.plan()).isEqualTo(before.plan());
        assertThat(next.variant()).isEqualTo(before.variant());
        assertThat(next.starts()).isEqualTo(LocalDate.of(YEAR, 11, 1));
        assertThat(next.lastDay()).isEqualTo(LocalDate.of(YEAR, 12, 31));
        assertThat(next.people()).singleElement().satisfies(one -> assertThat(one.name()).isEqualTo("Tom Lopez"));
        assertThat(next.amounts()).singleElement().satisfies(one -> {
            assertThat(one.from()).isEqualTo(LocalDate.of(YEAR, 11, 1));
            assertThat(one.premium().cents()).as("what Tom's part was").isEqualTo(before.amounts().getFirst().shares().get(tom));
        });
        assertThat(shown).contains(said(next.amounts().getFirst().net()) + " a month instead of");
        assertThat(body(look(maria, at("policies/" + former.number())))).contains("Goes on as policy", next.number().toString());
        assertThat(body(look(maria, at("policies/" + next.number())))).contains("Goes on from policy", former.number().toString());
        assertThat(carriers.told(former.number())).containsExactly("ENROLLED", "ENDED");
        assertThat(carriers.told(next.number())).containsExactly("ENROLLED");
        String set = carriers.newest(next.number());
        assertThat(set).contains("\"HANDED_ON\"", "\"BEGINS\"");
        assertThat(carriers.newest(former.number())).contains("\"BY_WISH\"", "\"HANDED_ON\"");

        // Once it is so, an earlier end of the subscriber alone would leave Tom without a name for a while.
        assertThat(body(leave(former, "self", "10/20/2026", "really"))).contains("goes on for the others in another name");
        // And whoever is left can end it as any other.
        assertThat(leave(next, tom, "", "really")).hasStatus(302);
        assertThat(policies.open(new Hand.Own(maria).consumer())).extracting(Enrolled::number).containsExactly(former.number());
    }

    @Test
    void beforeItBeginsTheSubscriberCanLeaveTooAndTheOthersAreEnrolledInstead() {
        carriers.tell();
        Enrolled before = policy();
        assertThat(leave(before, "self", "", "really")).hasStatus(302);
        Enrolled next = number(one -> before.number().equals(one.former()));
        assertThat(number(one -> one.number().equals(before.number())).state()).isEqualTo(Enrolled.State.CANCELLED);
        assertThat(next.starts()).isEqualTo(before.starts());
        assertThat(next.people()).extracting(Enrolled.Covered::key).containsExactly(tom);
        assertThat(carriers.told(before.number())).containsExactly("ENROLLED", "CANCELLED");
        assertThat(carriers.told(next.number())).containsExactly("ENROLLED");
    }

    @Test
    void anAssisterEndsTheSubscribersCoverageToo() {
        Enrolled before = policy();
        MvcTestResult done =
                send(
                        ana.actor(), at("policies/" + before.number() + "/end"), "people", "self", "day", "", "name", ana.actor().name(), "agreed", "true", "hash",
                        enrollments.words(Locale.ENGLISH).sha256());
        assertThat(done).hasStatus(302);
        assertThat(number(one -> before.number().equals(one.former())).people()).hasSize(1);
    }

    @Test
    void anEndNeverLengthensWhatEndsEarlier() {
        travelled = travelled.plus(clock.travelTo(LocalDate.of(YEAR, 3, 10)));
        assertThat(end("really", "3/31/2026")).hasStatus(302);
        assertThat(
                        send(
                                maria, at("policies/" + policy().number() + "/end"), "people", tom, "people", "self", "day", "4/30/2026", "name", "Maria Lopez", "agreed",
                                "true", "hash", enrollments.words(Locale.ENGLISH).sha256(), "really", "true"))
                .hasStatus(302);
        assertThat(policy().people()).extracting(Enrolled.Covered::to).containsExactly(LocalDate.of(YEAR, 4, 30), LocalDate.of(YEAR, 3, 31));
        assertThat(policy().amounts()).as("nothing is paid after the last day").noneMatch(amount -> amount.from().isAfter(LocalDate.of(YEAR, 4, 30)));
    }

    @Test
    void whereOneOfThemGetsAnotherProgramTheCreditIsForTheOtherAloneFromTheNextMonthOn() {
        travelled = travelled.plus(clock.travelTo(LocalDate.of(YEAR, 3, 10)));
        Enrolled.Amount before = policy().amounts().getLast();
        handiwork.changed(maria, Spot.of(Question.PREGNANCY), Map.of("self", "YES", tom, "NO", "expected-self", "1"));
        notices.work();

        Enrolled.Amount after = policy().amounts().getLast();
        assertThat(after.from()).isEqualTo(LocalDate.of(YEAR, 4, 1));
        assertThat(after.premium()).as("both are still in it").isEqualTo(before.premium());
        Hand hand = new Hand.Own(maria);
        Enrollments.Desk desk = enrollments.desk(hand, applications.newest(hand).orElseThrow().id()).orElseThrow();
        assertThat(desk.others()).containsEntry("self", Program.MEDICAL_ASSISTANCE);
        assertThat(desk.parties().getFirst().buyers().keys()).containsExactly(tom);
        assertThat(after.credit()).as("no more than one of two costs").isLessThan(before.credit());
        policyholder.happened(maria, LifeEvent.ABUSE, LocalDate.of(YEAR, 3, 10));
        enrollments.put(hand, desk.id(), PLAN, List.of(tom), desk.basket().version());
        assertThat(enrollments.desk(hand, desk.id()).orElseThrow().preview().quotes().values())
                .singleElement()
                .satisfies(quote -> assertThat(quote.credit()).as("the credit for Tom alone").isEqualTo(after.credit()));
    }

    @Test
    void whoHasAPlanByAnEventChoosesByItNoMoreWhileTheOtherMay() {
        travelled = travelled.plus(clock.travelTo(LocalDate.of(YEAR, 3, 10)));
        policyholder.happened(maria, LifeEvent.ABUSE, LocalDate.of(YEAR, 3, 10));
        choose("99101MN0010005", tom);
        Hand hand = new Hand.Own(maria);
        String read = enrollments.desk(hand, id).orElseThrow().preview().read();
        assertThat(send(maria, at("plans/sign"), "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read))
                .hasRedirectedUrl(at("policies"));
        travelled = travelled.plus(clock.travelTo(LocalDate.of(YEAR, 4, 2)));
        assertThat(body(look(maria, at("plans")))).contains("Tom Lopez: a plan was chosen because of it already", "an be chosen until").doesNotContain("??");
        assertThat(body(send(maria, at("plans/list"), "party", "0", "people", "self", "kind", "medical"))).contains(">Choose<");
        assertThat(body(send(maria, at("plans/list"), "party", "0", "people", "self", "people", tom, "kind", "medical"))).doesNotContain(">Choose<");
        assertThat(choose("99101MN0010003", "self", tom)).flash().containsEntry("refused", "enrollment.put.used");
        assertThat(choose("99101MN0010003", "self")).flash().containsEntry("done", "enroll.chosen");
    }

    private MvcTestResult choose(String plan, String... people) {
        int version = enrollments.desk(new Hand.Own(maria), id).orElseThrow().basket().version();
        List<String> form = new ArrayList<>(List.of("plan", plan, "version", String.valueOf(version)));
        List.of(people).forEach(one -> form.addAll(List.of("people", one)));
        return send(maria, at("plans/choose"), form.toArray(String[]::new));
    }

    @Test
    void whomSomebodyTookOutStaysOutAfterAnError() {
        String page = at("policies/" + policy().number() + "/end");
        assertThat(body(look(maria, page))).as("at first").containsPattern("value=\"self\" checked").containsPattern("value=\"" + tom + "\" checked");
        assertThat(body(send(maria, page, "people", tom, "name", "Somebody"))).containsPattern("value=\"" + tom + "\" checked").doesNotContainPattern("value=\"self\" checked");
        assertThat(body(send(maria, page, "name", "Maria Lopez"))).contains("Choose somebody who is covered", "href=\"#people\"").doesNotContainPattern("id=\"people-[\\w-]+\" value=\"[\\w-]+\" checked");
    }

    @Test
    void whoCancelsWhatAnotherCancelledIsToldByWhomAndSignsNothing() {
        String page = at("policies/" + policy().number() + "/end");
        String[] form = {"people", "self", "people", tom, "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.ENGLISH).sha256()};
        String[] anas = form.clone();
        anas[5] = ana.actor().name();
        assertThat(send(ana.actor(), page, anas)).hasStatus(302);
        MvcTestResult second = send(maria, page, form);
        assertThat(second).hasRedirectedUrl(page.replace("/end", "")).flash().containsKey("already").doesNotContainKey("done");
        assertThat(body(look(maria, page.replace("/end", "")))).contains("It was cancelled already: " + ana.actor().name() + " did that").doesNotContain("There is a problem", "??");
        assertThat(body(look(maria, page.replace("/end", "")))).contains("coverage is cancelled. Signed by " + ana.actor().name() + " on the consumer&#39;s behalf under authorization").containsOnlyOnce("coverage is cancelled");
    }

    @Test
    void whoEndsWhatAnotherEndedIsToldByWhomAndEachSignatureIsShown() throws Exception {
        travelled = travelled.plus(clock.travelTo(LocalDate.of(YEAR, 3, 10)));
        assertThat(end("really", "3/31/2026")).flash().containsEntry("done", "enroll.end.done");
        String page = at("policies/" + policy().number());
        look(maria, page);
        assertThat(end("really", "3/31/2026")).flash().containsKey("already");
        assertThat(body(look(maria, page))).contains("It was ended already: Maria Lopez did that");
        assertThat(body(look(maria, page)))
                .containsPattern("Jan 5, 2026[^<]*: this plan was chosen. Signed by Maria Lopez.")
                .containsPattern("Mar 10, 2026[^<]*: coverage ends. Signed by Maria Lopez.")
                .doesNotContain("??");
        byte[] pdf = look(maria, page + "/confirmation.pdf").getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains("What was signed", "coverage ends. Signed by Maria Lopez.");
        }
    }

    @Test
    void thePageToSignSaysWhatIsPaidForCare() {
        travelled = travelled.plus(clock.travelTo(LocalDate.of(YEAR, 3, 10)));
        policyholder.happened(maria, LifeEvent.ABUSE, LocalDate.of(YEAR, 3, 10));
        choose("99101MN0010005", "self", tom);
        assertThat(body(look(maria, at("plans/sign"))))
                .containsPattern("<dt>Metal level</dt><dd>\\w+</dd>")
                .containsPattern("<dt>When you use care</dt><dd>[^<]+</dd>")
                .containsPattern("<dt>Deductible a year</dt><dd>\\$[\\d,]+ for everybody together</dd>")
                .containsPattern("<dt>Most you pay for care a year</dt><dd>\\$[\\d,]+ for everybody together</dd>")
                .doesNotContain("??");
    }

    @Test
    void whoHasNoHealthPlanYetIsNamed() {
        assertThat(body(look(maria, at("plans")))).doesNotContain("no health plan yet", "No plan is chosen yet");
        assertThat(end("really", "")).hasStatus(302);
        assertThat(body(look(maria, at("plans")))).contains("Tom Lopez: no health plan yet.").doesNotContain("No plan is chosen yet", "??");
    }

    @Test
    void anAmountThatStaysIsNotSaidToBeInsteadOfItself() {
        assertThat(policyWords.later(List.of(new Policies.Later("Silver", new Money(12_345), new Money(12_345), null), new Policies.Later("Gold", new Money(1), new Money(2), null))))
                .containsExactly("Silver: $123.45 a month, as before.", "Gold: $0.02 a month instead of $0.01, from the day after the last one.");
    }

    @Test
    void whoStaysAloneInNothingIsToldSo() {
        String number = policy().number().toString();
        String shown =
                body(send(maria, at("policies/" + number + "/end"), "people", "self", "people", tom, "name", "", "later", "true"));
        assertThat(shown).contains("Nobody would stay in a plan");
        assertThat(body(look(maria, at("policies/" + number + "/end")))).contains("Show what those who stay would pay");
    }
}
