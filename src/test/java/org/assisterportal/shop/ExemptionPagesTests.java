package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.OtherYears;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Exemptions;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody of 30 or more has a catastrophic plan by an exemption that is entered, and without one, or after it, doesn't. */
class ExemptionPagesTests extends CoverageScene {
    private static final int YEAR = 2026;
    private static final String CATASTROPHIC = "99101MN0010001";
    private static final String BRONZE = "99101MN0010003";
    private static final Pattern REMOVE = Pattern.compile("exemption/([0-9a-f-]{36})/remove");

    @Autowired private Enrollments enrollments;
    @Autowired private Exemptions exemptions;
    @Autowired private Policies policies;
    @Autowired private Policyholder policyholder;
    @Autowired private OtherYears years;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private Diary diary;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;

    /** In November, with a changed credit that lets one choose for December. */
    @Override
    @BeforeEach
    protected void bothAtWork() {
        travelled = clock.travelTo(LocalDate.of(YEAR, 11, 20));
        super.bothAtWork();
        PublishedDemo.publish(catalogs, plans);
        id = handiwork.signed(maria);
        policyholder.happened(maria, LifeEvent.CREDIT_CHANGED, Minnesota.today(clock));
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private Hand hers() {
        return new Hand.Own(maria);
    }

    private MvcTestResult enters(Actor by, String person, String certificate, String from, String to) {
        return send(by, at("plans/exemption"), "person", person, "certificate", certificate, "from", from, "to", to);
    }

    private void entered(String from, String to) {
        assertThat(enters(maria, "self", "E12345Y", from, to)).hasRedirectedUrl(at("plans")).flash().containsEntry("done", "enroll.exemption.kept");
    }

    private String list(String... people) {
        String[] form = new String[6 + 2 * people.length];
        String[] told = {"party", "0", "kind", "medical", "metals", "CATASTROPHIC"};
        System.arraycopy(told, 0, form, 0, told.length);
        for (int i = 0; i < people.length; i++) {
            form[6 + 2 * i] = "people";
            form[7 + 2 * i] = people[i];
        }
        return body(send(maria, at("plans/list"), form));
    }

    private MvcTestResult choose(String plan, String... people) {
        String[] form = new String[4 + 2 * people.length];
        String[] told = {"plan", plan, "version", String.valueOf(enrollments.desk(hers(), id).orElseThrow().basket().version())};
        System.arraycopy(told, 0, form, 0, told.length);
        for (int i = 0; i < people.length; i++) {
            form[4 + 2 * i] = "people";
            form[5 + 2 * i] = people[i];
        }
        return send(maria, at("plans/choose"), form);
    }

    private boolean mayHaveIt(String... people) {
        boolean listed = list(people).contains("value=\"" + CATASTROPHIC + "\"");
        MvcTestResult chosen = choose(CATASTROPHIC, people);
        if (listed) {
            assertThat(chosen).flash().containsEntry("done", "enroll.chosen");
            send(maria, at("plans/remove"), "plan", CATASTROPHIC, "version", String.valueOf(enrollments.desk(hers(), id).orElseThrow().basket().version()));
        } else {
            assertThat(chosen).as("also not by its number").flash().containsEntry("refused", "plan.obstacle.NOT_CATASTROPHIC");
        }
        return listed;
    }

    private String shown() {
        return enrollments.desk(hers(), id).orElseThrow().preview().read();
    }

    private MvcTestResult sign(String read) {
        return send(maria, at("plans/sign"), "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read);
    }

    private List<Enrolled> enrolled() {
        return policies.open(hers().consumer());
    }

    private long rows(String rows) {
        return household.inTransaction(() -> jdbc.sql("SELECT count(*) FROM " + rows + " WHERE consumer = :id").param("id", maria.subject()).query(Long.class).single());
    }

    private String removal() {
        var found = REMOVE.matcher(body(look(maria, at("plans/exemption"))));
        assertThat(found.find()).isTrue();
        return at("plans/exemption/" + found.group(1) + "/remove");
    }

    @Test
    void withoutOneItIsSaidWhyThereIsNoCatastrophicPlanAndWhereAnExemptionIsEntered() {
        assertThat(body(look(maria, at("plans")))).contains("Catastrophic plans", "Maria Lopez: 30 or older before 2026 began", at("plans/exemption"));
        assertThat(list("self")).contains("Catastrophic plans are not in this list, as Maria Lopez needs").doesNotContain(CATASTROPHIC);
        assertThat(mayHaveIt("self")).isFalse();
        assertThat(body(look(maria, at("plans/exemption")))).contains("Where to get an exemption", "do not ask the federal marketplace", "I have an exemption for 2026").doesNotContain("??");
    }

    @Test
    void withOneThePlanIsListedChosenExplainedAndSignedWithIt() {
        entered("1", "12");
        assertThat(body(look(maria, at("plans")))).contains("an exemption for 2026 is entered");
        assertThat(list("self")).contains(CATASTROPHIC).doesNotContain("are not in this list");
        choose(CATASTROPHIC, "self");
        assertThat(body(look(maria, at("plans/sign")))).contains("A catastrophic plan is open to Maria Lopez by an exemption that the household entered.");
        assertThat(sign(shown())).hasRedirectedUrl(at("policies"));
        assertThat(enrolled()).hasSize(1).allSatisfy(one -> assertThat(one.plan().value()).isEqualTo(CATASTROPHIC));
        assertThat(enrolled().getFirst().amounts().getFirst().credit().cents()).as("no credit pays for it").isZero();
        assertThat(household.inTransaction(() -> jdbc.sql("SELECT content FROM enrollment.act WHERE consumer = :id").param("id", maria.subject()).query(String.class).single()))
                .contains("exempt\tself\n");
        send(maria, removal());
        assertThat(enrolled()).as("what is signed stays").hasSize(1);
    }

    @Test
    void itCountsWhereCoverageBeginsInOneOfItsMonths() {
        entered("1", "11");
        assertThat(mayHaveIt("self")).as("coverage begins in December").isFalse();
        entered("12", "12");
        assertThat(mayHaveIt("self")).isTrue();
        assertThat(rows("enrollment.exemption")).isEqualTo(2);
        assertThat(rows("enrollment.exemption_removed")).as("the newer one in the place of the older one").isEqualTo(1);
    }

    @Test
    void oneOfAnotherYearDoesNotCount() {
        entered("1", "12");
        assertThat(years.apply(hers(), id, YEAR + 1)).isInstanceOf(Changes.Outcome.Done.class);
        id = applications.newest(hers()).map(Applications.Standing::id).orElseThrow();
        handiwork.sign(hers(), id);
        assertThat(mayHaveIt("self")).isFalse();
        entered("1", "12");
        assertThat(mayHaveIt("self")).isTrue();
    }

    @Test
    void whoTurnsThirtyBeforeTheYearNeedsOneAndWhoTurnsThirtyOnItsFirstDayDoesNot() {
        born("1/1/" + (YEAR - 30));
        assertThat(mayHaveIt("self")).as("not 30 before the first day of the year").isTrue();
        assertThat(body(look(maria, at("plans/exemption")))).contains("Nobody who buys a plan here needs an exemption");
        assertThat(body(enters(maria, "self", "E12345Y", "1", "12"))).as("needs none").contains("Say whose exemption it is.");
        born("12/31/" + (YEAR - 31));
        assertThat(mayHaveIt("self")).as("30 on the last day before").isFalse();
        entered("1", "12");
        assertThat(mayHaveIt("self")).isTrue();
    }

    private void born(String day) {
        id = handiwork.changed(maria, new Spot(Question.PERSON, "self"), Map.of("first-name", "Maria", "last-name", "Lopez", "birth-date", day, "applies", "YES"));
    }

    @Test
    void ofAGroupEachHasToBeUnderThirtyOrExempt() {
        id = handiwork.withAChild(maria, "Rosa", LocalDate.of(YEAR - 20, 3, 1));
        String rosa = other();
        assertThat(mayHaveIt(rosa)).as("20").isTrue();
        assertThat(mayHaveIt("self", rosa)).isFalse();
        entered("1", "12");
        assertThat(mayHaveIt("self", rosa)).as("one exempt, one under 30").isTrue();
    }

    @Test
    void theExemptionOfOneIsNotTheOthers() {
        id = handiwork.withASpouse(maria, "Tom", LocalDate.of(YEAR - 40, 3, 1));
        String tom = other();
        entered("1", "12");
        assertThat(mayHaveIt("self")).isTrue();
        assertThat(mayHaveIt("self", tom)).isFalse();
        assertThat(body(enters(maria, tom, "e123-45y", "1", "12"))).contains("a number of its own for each person");
        assertThat(body(enters(maria, tom, "PENDING", "1", "12"))).contains("as it stands in the notice");
        assertThat(mayHaveIt("self", tom)).isFalse();
        assertThat(enters(maria, tom, "E54321Z", "1", "12")).hasRedirectedUrl(at("plans"));
        assertThat(mayHaveIt("self", tom)).isTrue();
    }

    private String other() {
        return enrollments.desk(hers(), id).orElseThrow().parties().stream()
                .flatMap(party -> party.buyers().keys().stream())
                .filter(key -> !key.equals("self"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void removedBeforeTheSignatureItSignsNothingAndSaysWhy() {
        entered("1", "12");
        choose(CATASTROPHIC, "self");
        String read = shown();
        assertThat(body(look(maria, removal()))).contains("Remove this exemption?", "certificate E12345Y");
        assertThat(send(maria, removal())).hasRedirectedUrl(at("plans")).flash().containsEntry("done", "enroll.exemption.removed");
        assertThat(sign(read)).hasRedirectedUrl(at("plans")).flash().containsEntry("refused", "enrollment.sign.exemption");
        assertThat(enrolled()).isEmpty();
        assertThat(body(look(maria, at("plans")))).contains("No plan is chosen yet").doesNotContain("Review and sign");
        choose(BRONZE, "self");
        assertThat(sign(shown())).as("another plan is signed for").hasRedirectedUrl(at("policies"));
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsKeptAndTheSameTwiceIsOne() {
        assertThat(body(enters(maria, "self", "E12", "1", "12"))).contains("There is a problem", "letters and digits, at least six", "value=\"E12\"");
        assertThat(body(enters(maria, "self", "E12345Y", "7", "6"))).contains("The last month comes after the first one");
        assertThat(body(enters(maria, "self", "E12345Y", "0", "12"))).contains("The last month comes after the first one");
        assertThat(body(enters(maria, "self", "E12345Y", "1", "13"))).contains("The last month comes after the first one");
        assertThat(body(enters(maria, "00000000-0000-0000-0000-000000000000", "E12345Y", "1", "12"))).as("nobody of this household").contains("Say whose exemption it is.");
        assertThat(rows("enrollment.exemption")).isZero();
        assertThat(enters(maria, "self", "e123 45y", "1", "12")).hasRedirectedUrl(at("plans"));
        entered("1", "12");
        assertThat(rows("enrollment.exemption")).isOne();
        assertThat(rows("enrollment.exemption_removed")).isZero();
    }

    @Test
    void anAssisterWhoMayApplyEntersItAndTheConsumerReadsIt() {
        assertThat(enters(ana.actor(), "self", "E12345Y", "1", "12")).hasRedirectedUrl(at("plans"));
        assertThat(body(look(maria, "/account/diary"))).contains("Entered a hardship or affordability exemption for 2026", ana.actor().name()).doesNotContain("E12345Y");
        send(maria, removal());
        assertThat(diary.newest(maria, 3)).extracting(DiaryLine::act).contains("enrollment.exemption-removed");
        assertThat(household.inTransaction(() -> jdbc.sql("SELECT count(*) FROM audit.line WHERE subject = :id AND act LIKE 'enrollment.exemption-%' AND facts::text NOT LIKE '%E12345%'").param("id", maria.subject()).query(Integer.class).single()))
                .isEqualTo(2);
    }

    @Test
    void anAssisterWhoMayOnlySeeAndOneWhoHelpsSomebodyElseEnterNothing() {
        household.authorize(maria, ana, Scope.SEE);
        enters(ana.actor(), "self", "E12345Y", "1", "12");
        assertThat(rows("enrollment.exemption")).isZero();
        Household.Assister tim = household.assister(region.agency(AgencyKind.NAVIGATOR));
        MockHttpSession his = new MockHttpSession();
        send(tim.actor(), his, at("plans/exemption"), "person", "self", "certificate", "E12345Y", "from", "1", "to", "12");
        assertThat(rows("enrollment.exemption")).isZero();
    }

    @Test
    void nobodyRemovesAStrangersExemption() {
        String hers = policyholder.exempt(maria).toString();
        Actor tom = household.consumer("Tom", "Olson");
        var toms = handiwork.signed(tom);
        MockHttpSession his = new MockHttpSession();
        assertThat(send(tom, his, "/coverage/" + toms + "/plans/exemption/" + hers + "/remove")).hasRedirectedUrl("/coverage/" + toms);
        assertThat(look(tom, his, "/coverage/" + toms + "/plans/exemption/" + hers + "/remove")).hasRedirectedUrl("/coverage/" + toms);
        assertThat(rows("enrollment.exemption_removed")).isZero();
        assertThat(exemptions.show(hers(), id).orElseThrow().lines()).hasSize(1);
    }
}
