package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.Hand;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.Price;
import org.assisterportal.plan.PublishedDemo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A couple that shares one credit and takes two plans. */
class SplitHouseholdPagesTests extends CoverageScene {
    private static final PlanId BRONZE = new PlanId("99101MN0010003");
    private static final PlanId SILVER = new PlanId("99101MN0010005");

    @Autowired private Enrollments enrollments;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;
    private String tom = "";

    @Override
    @BeforeEach
    protected void bothAtWork() {
        travelled = clock.travelTo(LocalDate.of(2026, 1, 5));
        super.bothAtWork();
        PublishedDemo.publish(catalogs, plans);
        handiwork.signed(maria);
        id = handiwork.withASpouse(maria, "Tom", LocalDate.of(1964, 10, 2));
        tom = desk().names().keySet().stream().filter(key -> !key.equals("self")).findFirst().orElseThrow();
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private Enrollments.Desk desk() {
        return enrollments.desk(new Hand.Own(maria), id).orElseThrow();
    }

    private void put(PlanId plan, List<String> people) {
        assertThat(enrollments.put(new Hand.Own(maria), id, plan, people, desk().basket().version())).isInstanceOf(Enrollments.Kept.Done.class);
    }

    private String seen(String page, String key) {
        return body(look(maria, at("plans/" + page) + "?party=0&people=" + key + "&plan=" + SILVER.value() + "&compare=" + SILVER.value() + "&sort=yearly&limit=2000"));
    }

    private Price chosen(PlanId plan) {
        return Objects.requireNonNull(desk().preview().quotes().get(0)).prices().stream().filter(one -> one.plan().id().equals(plan)).findFirst().orElseThrow();
    }

    private static String said(Money money) {
        return String.format(Locale.US, "$%,.2f", money.cents() / 100.0);
    }

    private void costsWhatItCostsOnceItIsChosen() {
        String plan = seen("plan", tom);
        String compare = seen("compare", tom);
        put(SILVER, List.of(tom));
        Money net = chosen(SILVER).net();
        assertThat(plan).contains(said(net), "Each price is that beside the plans of Maria Lopez").doesNotContain("??");
        assertThat(compare).contains(said(net));
    }

    @Test
    void whatIsLookedAtForOneCostsBesideTheOthersChoiceWhatItCostsOnceItIsChosen() {
        String alone = seen("plan", tom);
        assertThat(alone).doesNotContain("Each price is that beside");
        put(BRONZE, List.of("self"));
        costsWhatItCostsOnceItIsChosen();
        assertThat(alone).as("alone it gets another credit").doesNotContain(said(chosen(SILVER).net()));
    }

    @Test
    void besideAPolicyThatStandsItIsTheSame() {
        put(BRONZE, List.of("self"));
        String read = desk().preview().read();
        send(maria, at("plans/sign"), "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read);
        assertThat(desk().standing()).hasSize(1);
        costsWhatItCostsOnceItIsChosen();
    }

    @Test
    void forBothTogetherNobodyElseSharesTheCredit() {
        put(BRONZE, List.of("self"));
        String page = body(look(maria, at("plans/plan") + "?party=0&people=self&people=" + tom + "&plan=" + SILVER.value()));
        assertThat(page).doesNotContain("Each price is that beside");
        put(SILVER, List.of("self", tom));
        assertThat(page).contains(said(chosen(SILVER).net()));
    }

    @Test
    void twoWhoHaveTheSamePlanApartAreEachShownTheirOwnPrice() {
        put(BRONZE, List.of("self"));
        String read = desk().preview().read();
        send(maria, at("plans/sign"), "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read);
        put(SILVER, List.of(tom));
        assertThat(body(look(maria, at("plans")))).contains("Tom Lopez", said(chosen(SILVER).net()));
    }
}
