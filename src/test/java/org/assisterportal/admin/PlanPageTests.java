package org.assisterportal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.FileSources;
import org.assisterportal.plan.ImportReports;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The administrator sees versions, publishes one, and withdraws a plan. */
@MarketplaceTest
class PlanPageTests {
    private static final String WITHDRAWN = "99104MN0010003";

    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private ImportReports reports;

    @BeforeEach
    void publish() {
        PublishedDemo.publish(catalogs, plans);
    }

    @Test
    void aVersionSaysWhatPublishingItWouldChange() {
        FileSources other =
                FileSources.demo(2026).with("network.csv", text -> text + "2026,MN,99101,Unused " + System.nanoTime() + ",99101N775,,Individual,No\n");
        int id = Objects.requireNonNull(catalogs.load(2026, other.sources(), Actor.SYSTEM).catalog());
        Town.People people = town.people();
        // Other tests leave versions of later years, which come first.
        assertThat(IntStream.rangeClosed(1, 20).mapToObj(page -> caller.get(people.administrator(), "/admin/plans?page=" + page).body()))
                .anySatisfy(list -> assertThat(list).contains("Imported, not published", "69 plans").doesNotContain("??"));
        assertThat(caller.get(people.administrator(), "/admin/plans/" + id).body())
                .contains("0 plans are new, 0 are gone, 0 have another price somewhere", "Publish this version", "Discard it")
                .doesNotContain("??");
        assertThat(caller.post(people.administrator(), "/admin/plans/" + id + "/discard", "").location()).isEqualTo("/admin/plans?discarded");
        assertThat(caller.get(people.administrator(), "/admin/plans/" + id).status()).isEqualTo(404);
        assertThat(caller.get(people.administrator(), "/admin/plans/x").status()).isEqualTo(404);
    }

    @Test
    void anImportWithoutFilesSaysWhatIsMissing() {
        Town.People people = town.people();
        assertThat(report(people, caller.post(people.administrator(), "/admin/plans/check", "year=2026").location()))
                .contains("1 problem, and nothing was stored", "There is no CSV file. Choose the eight files");
        assertThat(report(people, caller.post(people.administrator(), "/admin/plans/load", "year=2031").location()))
                .contains("Rules for this plan year are not loaded", "Choose 2026, 2027.");
    }

    private String report(Town.People people, String address) {
        assertThat(address).startsWith("/admin/plans/reports/");
        String page = caller.get(people.administrator(), address).body();
        assertThat(page).doesNotContain("??");
        return page;
    }

    @Test
    void eachOfManyProblemsIsReachedPageByPage() {
        FileSources wrong =
                FileSources.demo(2026)
                        .with("zips.csv", text -> text + IntStream.range(0, 120).mapToObj(number -> "x" + number + ",27053\n").collect(Collectors.joining()))
                        .with("network.csv", text -> text + "2026,MN,99101,One,two,99101N775,,Individual,No\n");
        Town.People people = town.people();
        String address = "/admin/plans/reports/" + reports.keep(catalogs.check(2026, wrong.sources()));
        assertThat(report(people, address)).contains("121 problems, and nothing was stored", "120 times", "zips.csv ZipCode", "A ZIP has five digits", "x0", "1 to 50 of 121");
        assertThat(report(people, address + "?page=3")).contains("x119", "101 to 121 of 121", "may stand under the wrong headings");
        assertThat(caller.get(people.administrator(), "/admin/plans/reports/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(caller.get(people.officer(), address).status()).isIn(403, 404);
    }

    @Test
    void aPlanIsWithdrawnWithDayAndReasonAndSoldAgain() {
        Town.People people = town.people();
        assertThat(caller.post(people.administrator(), "/admin/plans/withdraw", "year=2026&plan=99&from=2026-03-01&reason=x").body())
                .contains("Write the plan&#39;s id");
        assertThat(caller.post(people.administrator(), "/admin/plans/withdraw", "year=2026&plan=" + WITHDRAWN + "&from=soon&reason=x").body())
                .contains("Choose the first day");
        assertThat(caller.post(people.administrator(), "/admin/plans/withdraw", "year=2027&plan=" + WITHDRAWN + "&from=2027-03-01").body())
                .contains("Write the reason", "<option value=\"2027\" selected=\"selected\">", "aria-describedby=\"reason-error\"");
        assertThat(caller.post(people.administrator(), "/admin/plans/withdraw", "year=2026&plan=" + WITHDRAWN + "&from=2027-03-01&reason=x").body())
                .contains("Choose a day in the plan year", "aria-describedby=\"from-error\"");
        assertThat(caller.post(people.administrator(), "/admin/plans/withdraw", "year=2027&plan=" + WITHDRAWN + "&from=2027-12-31&reason=Closing").location())
                .isEqualTo("/admin/plans?withdrawn");
        assertThat(caller.get(people.administrator(), "/admin/plans").body()).contains("not sold from Dec 31, 2027 on: Closing");
        catalogs.restore(2027, new PlanId(WITHDRAWN), Actor.SYSTEM);
        assertThat(caller.post(people.administrator(), "/admin/plans/withdraw", "year=2026&plan=99104MN9999999&from=2026-03-01&reason=x").body())
                .contains("have no such plan");
        assertThat(caller.post(people.administrator(), "/admin/plans/withdraw", "year=2026&plan=" + WITHDRAWN + "&from=2026-03-01&reason=Closed").location())
                .isEqualTo("/admin/plans?withdrawn");
        assertThat(caller.get(people.administrator(), "/admin/plans").body()).contains("not sold since Mar 1, 2026: Closed");
        assertThat(caller.post(people.administrator(), "/admin/plans/restore", "year=2026&plan=" + WITHDRAWN).location())
                .isEqualTo("/admin/plans?restored");
        assertThat(catalogs.withdrawals()).noneMatch(one -> one.plan().equals(WITHDRAWN));
        assertThat(catalogs.withdraw(2026, new PlanId("99104MN9999999"), LocalDate.of(2026, 3, 1), "x", Actor.SYSTEM)).isFalse();
    }
}
