package org.assisterportal.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Catalogs.State;
import org.assisterportal.plan.Catalogs.Version;
import org.assisterportal.plan.FileSources;
import org.assisterportal.plan.ImportProblem;
import org.assisterportal.plan.ImportReport;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.OfferedPlan;
import org.assisterportal.plan.Place;
import org.assisterportal.plan.PlanCard;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.plan.Shelf;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Conflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Importing, publishing and reading catalogs. */
@MarketplaceTest
class CatalogTests {
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    @BeforeEach
    void publish() {
        PublishedDemo.publish(catalogs, plans);
    }

    private long rows(String table) {
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql("SELECT count(*) FROM plan." + table).query(Long.class).single()));
    }

    private Place place(String zip, String county) {
        return plans.places(2026, zip).stream().filter(one -> one.county().equals(county)).findFirst().orElseThrow();
    }

    private Shelf shelf(String zip, String county) {
        return plans.shelf(2026, place(zip, county)).orElseThrow();
    }

    /** The version of 2027 that is sold, on whichever page it stands: other tests leave versions of later years. */
    private Version published() {
        return Stream.iterate(1, page -> page + 1)
                .map(page -> catalogs.versions(page).rows())
                .takeWhile(rows -> !rows.isEmpty())
                .flatMap(List::stream)
                .filter(one -> one.state() == State.PUBLISHED && one.planYear() == 2027)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWrongFileStoresNothingAndACheckNeither() {
        long versions = rows("catalog");
        long rates = rows("rate");
        FileSources wrong = FileSources.demo(2026).with("rate.csv", text -> text + "2026,MN,99101MN0010001,Rating Area 1,x,x,No Preference,21,1.00,\n");
        assertThat(catalogs.load(2026, wrong.sources(), Actor.SYSTEM).isRight()).isFalse();
        assertThat(catalogs.check(2026, FileSources.demo(2026).sources()).isRight()).isTrue();
        assertThat(rows("catalog")).isEqualTo(versions);
        assertThat(rows("rate")).isEqualTo(rates);
    }

    @Test
    void theSameFilesAreNotTakenTwiceAndAYearWithoutRulesNotAtAll() {
        assertThat(catalogs.load(2026, FileSources.demo(2026).sources(), Actor.SYSTEM).problems())
                .extracting(ImportProblem::message)
                .containsExactly("plan.import.same-files");
        assertThat(catalogs.load(2031, FileSources.demo(2026).sources(), Actor.SYSTEM).problems())
                .extracting(ImportProblem::message)
                .containsExactly("plan.import.year-unknown");
    }

    @Test
    void aNewVersionIsSoldByOnlyWhenPublishedAndTheFormerCanComeBack() {
        Version before = published();
        FileSources other =
                FileSources.demo(2027)
                        .with("plan-attributes.csv", text -> text.replaceAll("\n[^\n]*99101MN0010001[^\n]*", ""))
                        .with("benefits-and-cost-sharing.csv", text -> text.replaceAll("\n[^\n]*99101MN0010001[^\n]*", ""))
                        .with("rate.csv", text -> text.replaceAll("\n[^\n]*99101MN0010001[^\n]*", "").replaceFirst(",30,[\\d.]+,[\\d.]+", ",30,500.00,500.00"))
                        .with("network.csv", text -> text + "2027,MN,99101,Unused " + System.nanoTime() + ",99101N777,,Individual,No\n");
        ImportReport report = catalogs.load(2027, other.sources(), Actor.SYSTEM);
        assertThat(report.problems()).isEmpty();
        int next = Objects.requireNonNull(report.catalog());
        Place place = plans.places(2027, "55401").getFirst();
        assertThat(plans.shelf(2027, place).orElseThrow().card("99101MN0010001")).isPresent();
        Catalogs.Changes changes = catalogs.changes(next);
        assertThat(changes.gone()).extracting(Catalogs.PlanName::id).containsExactly("99101MN0010001");
        assertThat(changes.added()).isEmpty();
        assertThat(changes.repriced()).isEqualTo(1);
        catalogs.publish(next, Actor.SYSTEM);
        assertThat(plans.shelf(2027, place).orElseThrow().card("99101MN0010001")).isEmpty();
        assertThatThrownBy(() -> catalogs.publish(next, Actor.SYSTEM)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> catalogs.discard(next, Actor.SYSTEM)).isInstanceOf(Conflict.class);
        catalogs.publish(before.id(), Actor.SYSTEM);
        assertThat(plans.shelf(2027, place).orElseThrow().card("99101MN0010001")).isPresent();
        assertThat(plans.planYears()).contains(2026, 2027);
    }

    @Test
    void allPlansOfAYearsFirstVersionAreNew() {
        Version first = published();
        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql("UPDATE plan.catalog SET state = 'REPLACED' WHERE id = :id").param("id", first.id()).update();
                    assertThat(catalogs.changes(first.id()).added()).hasSize(first.plans());
                    status.setRollbackOnly();
                });
        assertThat(catalogs.changes(first.id()).added()).isEmpty();
    }

    @Test
    void aVersionThatWasNeverPublishedCanBeForgotten() {
        long rates = rows("rate");
        FileSources other =
                FileSources.demo(2026).with("network.csv", text -> text + "2026,MN,99101,Unused " + System.nanoTime() + ",99101N776,,Individual,No\n");
        int catalog = Objects.requireNonNull(catalogs.load(2026, other.sources(), Actor.SYSTEM).catalog());
        assertThat(rows("rate")).isGreaterThan(rates);
        catalogs.discard(catalog, Actor.SYSTEM);
        assertThat(rows("rate")).isEqualTo(rates);
    }

    @Test
    void aZipInThreeCountiesHasThreePlacesInTwoRatingAreas() {
        List<Place> places = plans.places(2026, "56097");
        assertThat(places).extracting(Place::county).containsExactly("Faribault", "Freeborn", "Waseca");
        assertThat(places).extracting(Place::ratingArea).containsExactly(3, 1, 3);
        assertThat(plans.places(2026, "10001")).isEmpty();
    }

    @Test
    void aPlaceHasThePlansOfItsServiceAreasAtItsAreasPrices() {
        Shelf minneapolis = shelf("55401", "Hennepin");
        assertThat(minneapolis.cards()).hasSizeGreaterThan(30);
        assertThat(minneapolis.plans()).allSatisfy(plan -> assertThat(plan.rates().area()).isEqualTo(8));
        assertThat(issuers(minneapolis)).contains("99101", "99102", "99104").doesNotContain("99103", "99105");
        // Rivertown sells in Winona county, and of Goodhue county only in some ZIPs.
        assertThat(issuers(shelf("55987", "Winona"))).contains("99105");
        assertThat(issuers(shelf("55992", "Goodhue"))).contains("99105");
        assertThat(issuers(shelf("55066", "Goodhue"))).doesNotContain("99105");
        assertThat(shelf("56716", "Polk").plans().stream().filter(plan -> plan.metal() == Metal.SILVER)).hasSize(1);
    }

    private static List<String> issuers(Shelf shelf) {
        return shelf.plans().stream().map(plan -> plan.id().issuer()).distinct().toList();
    }

    @Test
    void limitsAndBenefitsAreReadPerVariant() {
        PlanCard silver = shelf("55401", "Hennepin").card("99101MN0010005").orElseThrow();
        assertThat(silver.plan().metal()).isEqualTo(Metal.SILVER);
        assertThat(silver.plan().variants()).containsExactlyInAnyOrder(CostSharing.values());
        assertThat(silver.terms(CostSharing.NONE).deductible()).isEqualTo(Money.dollars(5200));
        assertThat(silver.terms(CostSharing.NONE).familyOutOfPocket()).isEqualTo(Money.dollars(18800));
        assertThat(silver.terms(CostSharing.SILVER_94).outOfPocket()).isEqualTo(Money.dollars(1950));
        assertThat(silver.terms(CostSharing.ZERO).deductible()).isEqualTo(Money.ZERO);
        assertThat(plans.benefits(2026, silver.plan().id(), CostSharing.SILVER_94)).hasSize(30).first().satisfies(one -> assertThat(one.copay()).isEqualTo("$10.00"));
    }

    @Test
    void aPlanThatIsWithdrawnFromALaterDayIsSoldForWhatBeginsBefore() {
        PlanId plan = new PlanId("99102MN0010006");
        LocalDate day = LocalDate.of(2027, 12, 1);
        catalogs.withdraw(2027, plan, day, "Closing", Actor.SYSTEM);
        try {
            OfferedPlan closing = plans.shelf(2027, new Place("55401", "27053", "Hennepin", 8)).orElseThrow().card(plan.value()).orElseThrow().plan();
            assertThat(closing.withdrawn()).isFalse();
            assertThat(closing.isWithdrawnFor(day.minusDays(1))).isFalse();
            assertThat(closing.isWithdrawnFor(day)).isTrue();
        } finally {
            catalogs.restore(2027, plan, Actor.SYSTEM);
        }
        catalogs.withdraw(2027, plan, LocalDate.of(2027, 1, 1), "Never sold", Actor.SYSTEM);
        assertThat(plans.shelf(2027, new Place("55401", "27053", "Hennepin", 8)).orElseThrow().card(plan.value())).as("long before its year").isEmpty();
        catalogs.restore(2027, plan, Actor.SYSTEM);
    }

    @Test
    void aWithdrawnPlanIsNotSoldButStillMeasuresTheBenchmark() {
        PlanId plan = new PlanId("99102MN0010006");
        LocalDate inYear = LocalDate.of(2026, 2, 1);
        assertThat(catalogs.withdraw(2026, new PlanId("99102MN9999999"), inYear, "none such", Actor.SYSTEM)).isFalse();
        assertThat(catalogs.withdraw(2026, plan, inYear, "Closed by the carrier", Actor.SYSTEM)).isTrue();
        try {
            OfferedPlan closed = shelf("55401", "Hennepin").card(plan.value()).orElseThrow().plan();
            assertThat(closed.withdrawn()).isTrue();
            assertThat(catalogs.withdrawals()).anySatisfy(one -> assertThat(one.plan()).isEqualTo(plan.value()));
            assertThatThrownBy(() -> catalogs.withdraw(2026, plan, inYear, "again", Actor.SYSTEM)).isInstanceOf(Conflict.class);
        } finally {
            catalogs.restore(2026, plan, Actor.SYSTEM);
        }
        assertThat(shelf("55401", "Hennepin").card(plan.value()).orElseThrow().plan().withdrawn()).isFalse();
        catalogs.withdraw(2026, plan, LocalDate.of(2026, 1, 1), "Never sold", Actor.SYSTEM);
        assertThat(shelf("55401", "Hennepin").card(plan.value())).isEmpty();
        catalogs.restore(2026, plan, Actor.SYSTEM);
    }
}
