package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Signings;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.document.CaseSteps;
import org.assisterportal.document.domain.Paperwork;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A determined household chooses plans, signs, and ends them; by its own hand and by an assister's. */
class EnrollPagesTests extends CoverageScene {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);
    private static final Pattern OFFERED = Pattern.compile("name=\"plan\" value=\"(\\d{5}MN\\d{7})\"");

    @Autowired private Signings signings;
    @Autowired private Enrollments enrollments;
    @Autowired private Policies policies;
    @Autowired private CaseSteps steps;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private Policyholder policyholder;
    @Autowired private Paperwork paperwork;

    @BeforeEach
    void determined() {
        PublishedDemo.publish(catalogs, plans);
        fillIn(maria);
        send(maria, at("sign"), "name", "Maria Lopez", "agreed", "true", "hash", signings.words(Locale.US).sha256(), "read", read());
    }

    private LocalDate today() {
        return Minnesota.today(clock);
    }

    /** A birth today lets one choose on any day of the year. */
    private void born(Actor whose) {
        policyholder.born(whose);
    }

    /** It gives a choice of its own. */
    private void adopted() {
        policyholder.happened(maria, LifeEvent.ADOPTION, today());
    }

    private String version() {
        return String.valueOf(enrollments.desk(new Hand.Own(maria), id).orElseThrow().basket().version());
    }

    /** What the page to sign shows now, as its form sends it. */
    private String shown() {
        return enrollments.desk(new Hand.Own(maria), id).orElseThrow().preview().read();
    }

    private List<String> offered(Actor by, String kind) {
        Matcher found = OFFERED.matcher(body(send(by, at("plans/list"), "party", "0", "people", "self", "kind", kind)));
        return found.results().map(one -> one.group(1)).distinct().toList();
    }

    private void choose(Actor by, String plan) {
        assertThat(send(by, at("plans/choose"), "plan", plan, "people", "self", "version", version())).hasRedirectedUrl(at("plans"));
    }

    /** Signs, and proves the birth. */
    private MvcTestResult sign(Actor by, String name, String read) {
        MvcTestResult signed =
                send(by, at("plans/sign"), "name", name, "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read, "made", "BY_PHONE");
        paperwork.prove(maria);
        return signed;
    }

    private List<Enrolled> enrolled() {
        return policies.open(new Hand.Own(maria).consumer());
    }

    private MvcTestResult end(Actor by, Enrolled policy, String name, LocalDate day) {
        return send(
                by, at("policies/" + policy.number() + "/end"), "people", "self", "day", TYPED.format(day), "name", name, "agreed", "true", "hash",
                enrollments.words(Locale.ENGLISH).sha256());
    }

    @Test
    void theResultLeadsToThePlansAndThoseToWhatTodayAllows() {
        assertThat(body(look(maria, at("result")))).contains("Choose a plan", at("plans"));
        assertThat(body(look(maria, at("plans"))))
                .contains("Open enrollment for " + thisYear() + " is over", "Tell us what happened", "No plan is chosen yet", "Maria Lopez")
                .doesNotContain("Review and sign", "??");
    }

    @Test
    void anEventThatDoesNotCountOrComesLateIsRefusedWithTheRule() {
        assertThat(body(send(maria, at("plans/event"), "event", "NOT_PAID", "day", TYPED.format(today()))))
                .contains("not paid is no reason", "45 CFR 155.420(e)(1)");
        assertThat(body(send(maria, at("plans/event"), "event", "MOVED", "day", TYPED.format(today().minusDays(61)))))
                .contains("The time to choose because of it ended", "45 CFR 155.420(c)(1)");
        assertThat(body(send(maria, at("plans/event"), "event", "MOVED", "day", "soon"))).contains("There is a problem").contains("value=\"soon\"");
        assertThat(body(send(maria, at("plans/event"), "event", "MOVED", "day", "1/1/9999"))).contains("There is a problem");
        assertThat(body(send(maria, at("plans/event"), "event", "MOVED", "day", "+999999999-12-31"))).contains("There is a problem");
        assertThat(body(look(maria, at("plans")))).contains("is over");
    }

    @Test
    void aConsumerChoosesSignsAndHasAPolicyWithItsConfirmation() throws Exception {
        born(maria);
        String list = body(send(maria, at("plans/list"), "party", "0", "people", "self", "kind", "medical"));
        assertThat(list).contains("For Maria Lopez", "The tax credit pays up to $", "Choose", "in St. Louis county").doesNotContain("??", "Person 1");
        String plan = offered(maria, "medical").getFirst();
        choose(maria, plan);
        assertThat(body(look(maria, at("plans")))).contains("Review and sign", "Nobody is enrolled until you sign", "Why this price", "Maria Lopez");
        assertThat(body(look(maria, at("plans/sign")))).contains("I, Maria Lopez, choose the plans on this page", "Coverage begins on");
        assertThat(enrolled()).isEmpty();
        assertThat(sign(maria, "Maria Lopez", shown())).hasRedirectedUrl(at("policies"));
        Enrolled policy = enrolled().getFirst();
        assertThat(policy.plan().value()).isEqualTo(plan);
        assertThat(policy.starts()).isEqualTo(today());
        assertThat(policy.amounts().getFirst().credit().cents()).isPositive();
        assertThat(body(look(maria, at("policies")))).contains("Signed. It does not count yet", policy.planName()).doesNotContain("??");
        assertThat(body(look(maria, at("policies/" + policy.number())))).contains(policy.number().toString(), "Covered from", "Maria Lopez").doesNotContain("??");
        byte[] paper = look(maria, at("policies/" + policy.number() + "/confirmation.pdf")).getResponse().getContentAsByteArray();
        assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    /** The next step in the assister's list; a document's day isn't said. */
    private String step() {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT case_status || ' ' || case_next || CASE WHEN case_next = 'CHOOSE_PLAN' THEN ' ' || case_due ELSE '' END FROM consumer.consumer WHERE id = :id")
                                .param("id", maria.subject())
                                .query(String.class)
                                .single());
    }

    @Test
    void theAssistersListSaysUntilWhenAPlanIsToBeChosenAndThatSomebodyIsEnrolled() {
        assertThat(step()).as("nothing can be chosen").isEqualTo("DETERMINED UPLOAD");
        born(maria);
        household.inTransaction(
                () -> {
                    steps.settle(new Hand.Own(maria).consumer());
                    return 0;
                });
        assertThat(step()).as("comes before the documents' day").isEqualTo("DETERMINED CHOOSE_PLAN " + today().plusDays(60));
        choose(maria, offered(maria, "medical").getFirst());
        sign(maria, "Maria Lopez", shown());
        assertThat(step()).as("to send documents, or in autumn to renew").matches("ENROLLED (UPLOAD|RENEW)");
        Enrolled policy = enrolled().getFirst();
        assertThat(end(maria, policy, "Maria Lopez", today().plusDays(3))).hasRedirectedUrl(at("policies/" + policy.number()));
        assertThat(step()).as("still covered").startsWith("ENROLLED ");
    }

    @Test
    void nobodyIsToldToChooseWhoHasChosenOrSigned() {
        born(maria);
        assertThat(body(look(ana.actor(), "/portal/consumers/" + maria.subject()))).contains("Somebody in this household has no plan yet");
        choose(maria, offered(maria, "medical").getFirst());
        assertThat(body(look(ana.actor(), "/portal/consumers/" + maria.subject()))).contains("A health plan is chosen, but not signed", "Review and sign").doesNotContain("has no plan yet", "??");
        assertThat(body(look(maria, at("result")))).contains("Choose a plan");
        send(maria, at("plans/sign"), "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", shown());
        for (String when : List.of("while the proof is awaited", "when it is proved")) {
            assertThat(body(look(maria, at("plans")))).as(when).doesNotContain("No plan is chosen yet", "no health plan yet", "??");
            assertThat(body(look(ana.actor(), "/portal/consumers/" + maria.subject()))).as(when).doesNotContain("has no plan yet", "but not signed", "??");
            assertThat(body(look(maria, at("result")))).as(when).contains("Everybody who buys a health plan has one").doesNotContain("??");
            paperwork.prove(maria);
        }
    }

    @Test
    void whatWasChosenAndIsWithdrawnIsNamed() {
        born(maria);
        String plan = offered(maria, "medical").getFirst();
        choose(maria, plan);
        String name = plans.shelf(today().getYear(), plans.places(today().getYear(), "55802").getFirst()).orElseThrow().card(plan).orElseThrow().plan().name();
        catalogs.withdraw(today().getYear(), new PlanId(plan), today(), "a test", Actor.SYSTEM);
        try {
            assertThat(body(look(maria, at("plans")))).contains(name + " was in the choices and is not sold any more").doesNotContain("??");
            assertThat(send(maria, at("plans/choose"), "plan", plan, "people", "self", "version", version())).flash().containsEntry("refusedOf", name);
            assertThat(body(look(maria, at("plans")))).contains(name + ": ");
        } finally {
            catalogs.restore(today().getYear(), new PlanId(plan), Actor.SYSTEM);
        }
    }

    @Test
    void pressedTwiceItIsOnePolicyAndWhatChangedIsReadOverAgain() {
        born(maria);
        choose(maria, offered(maria, "medical").getFirst());
        String read = shown();
        assertThat(sign(maria, "Maria Lopez", read)).hasRedirectedUrl(at("policies"));
        assertThat(sign(maria, "Maria Lopez", read)).as("again").hasRedirectedUrl(at("policies"));
        assertThat(enrolled()).hasSize(1);
        adopted();
        choose(maria, offered(maria, "medical").get(1));
        String older = shown();
        choose(ana.actor(), offered(ana.actor(), "medical").get(2));
        assertThat(sign(maria, "Maria Lopez", older)).hasRedirectedUrl(at("plans")).flash().containsEntry("refused", "enroll.sign.changed");
        assertThat(enrolled()).hasSize(1);
    }

    @Test
    void whoSignsHasReadTheDayOnWhichItBegins() {
        born(maria);
        choose(maria, offered(maria, "medical").getFirst());
        String read = shown();
        LocalDate earlier = today().minusDays(1).getYear() == today().getYear() ? today().minusDays(1) : today();
        policyholder.happened(maria, LifeEvent.ADOPTION, earlier);
        if (!earlier.equals(today())) {
            assertThat(sign(maria, "Maria Lopez", read)).hasRedirectedUrl(at("plans")).flash().containsEntry("refused", "enroll.sign.changed");
            assertThat(enrolled()).isEmpty();
        }
    }

    @Test
    void whatEndsCanEndEarlierAndBeChosenAnew() {
        born(maria);
        String plan = offered(maria, "medical").getFirst();
        choose(maria, plan);
        sign(maria, "Maria Lopez", shown());
        Enrolled policy = enrolled().getFirst();
        LocalDate later = today().plusDays(3).getYear() == today().getYear() ? today().plusDays(3) : today();
        assertThat(end(maria, policy, "Maria Lopez", later)).hasRedirectedUrl(at("policies/" + policy.number()));
        assertThat(end(maria, policy, "Maria Lopez", today())).hasRedirectedUrl(at("policies/" + policy.number()));
        assertThat(policies.show(new Hand.Own(maria), policy.number()).lastDay()).isEqualTo(today());
        adopted();
        choose(maria, plan);
        assertThat(sign(maria, "Maria Lopez", shown())).hasRedirectedUrl(at("policies"));
        assertThat(enrolled().getFirst().number()).isNotEqualTo(policy.number());
        assertThat(enrolled().getFirst().lastDay().getDayOfYear()).isEqualTo(enrolled().getFirst().lastDay().lengthOfYear());
    }

    @Test
    void withoutTheNameOrTheTickNothingIsSigned() {
        born(maria);
        choose(maria, offered(maria, "medical").getFirst());
        assertThat(body(sign(maria, "Somebody Else", shown()))).contains("There is a problem", "Type your name as it stands");
        assertThat(body(send(maria, at("plans/sign"), "name", "Maria Lopez", "hash", enrollments.words(Locale.US).sha256(), "read", shown())))
                .contains("There is a problem");
        assertThat(enrolled()).isEmpty();
    }

    @Test
    void anAssisterSignsOnBehalfAndTheConsumerIsTold() {
        born(maria);
        choose(ana.actor(), offered(ana.actor(), "medical").getFirst());
        assertThat(body(look(ana.actor(), at("plans/sign")))).contains("sign for Maria Lopez, who has authorized me");
        assertThat(sign(ana.actor(), "Maria Lopez", shown())).bodyText().contains("There is a problem");
        assertThat(sign(ana.actor(), ana.actor().name(), shown())).hasRedirectedUrl(at("policies"));
        assertThat(enrolled().getFirst().onBehalf()).isNotNull();
        assertThat(body(look(maria, "/account/diary"))).contains("chose together, by phone", "Chose a plan for you; nothing was signed");
    }

    @Test
    void anotherPlanComesInPlaceOfTheOneThatStands() {
        born(maria);
        List<String> offered = offered(maria, "medical");
        choose(maria, offered.getFirst());
        sign(maria, "Maria Lopez", shown());
        adopted();
        choose(maria, offered.get(1));
        assertThat(body(look(maria, at("plans/sign")))).contains("has begun. It is undone from its first day");
        assertThat(sign(maria, "Maria Lopez", shown())).hasRedirectedUrl(at("policies"));
        assertThat(enrolled()).extracting(one -> one.plan().value()).containsExactly(offered.get(1));
        assertThat(policies.list(new Hand.Own(maria))).extracting(Enrolled::state).containsExactly(Enrolled.State.COVERED, Enrolled.State.CANCELLED);
    }

    @Test
    void coverageEndsOnADayFromTodayOnAndNotBefore() {
        born(maria);
        choose(maria, offered(maria, "medical").getFirst());
        sign(maria, "Maria Lopez", shown());
        Enrolled policy = enrolled().getFirst();
        assertThat(body(look(maria, at("policies/" + policy.number() + "/end")))).contains("The last day of coverage", "Maria Lopez");
        assertThat(body(end(maria, policy, "Maria Lopez", today().minusDays(1)))).contains("past");
        assertThat(body(end(maria, policy, "Mario", today()))).contains("Type your name as it stands");
        assertThat(end(maria, policy, "Maria Lopez", today())).hasRedirectedUrl(at("policies/" + policy.number()));
        Enrolled ended = policies.show(new Hand.Own(maria), policy.number());
        assertThat(ended.lastDay()).isEqualTo(today());
        assertThat(body(look(maria, at("policies/" + policy.number())))).contains("It is signed: coverage ends");
        assertThat(body(end(maria, policy, "Maria Lopez", today()))).doesNotContain("??");
    }

    @Test
    void aStrangersPolicyIsNotThere() {
        born(maria);
        choose(maria, offered(maria, "medical").getFirst());
        sign(maria, "Maria Lopez", shown());
        Enrolled policy = enrolled().getFirst();
        Actor tom = household.consumer("Tom", "Olson");
        assertThat(get(new MockHttpSession(), "/coverage/" + handiwork.application(tom) + "/policies/" + policy.number())).hasStatus3xxRedirection();
        id = handiwork.application(tom);
        assertThat(look(tom, new MockHttpSession(), at("policies/" + policy.number()))).hasStatus(404);
    }
}
