package org.assisterportal.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrolled.Amount;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Party;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.plan.Shelf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has a plan keeps the prices of the catalog by which it was chosen, whatever is published later. */
@MarketplaceTest
class ChosenCardsTests {
    private static final int FORMER = 9_001;
    private static final long DEARER = 1_000;
    private static final PlanId PLAN = new PlanId("99101MN0010005");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Autowired private ChosenCards cards;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private Pricing pricing;
    @Autowired private Household household;
    @Autowired private JdbcClient jdbc;

    private Shelf shelf;

    /** A version that was replaced, in which the plan costs ten dollars more at each age. */
    @BeforeEach
    void aReplacedVersion() {
        PublishedDemo.publish(catalogs, plans);
        shelf = plans.shelf(2026, plans.places(2026, "55401").getFirst()).orElseThrow();
        household.inTransaction(
                () -> {
                    copied("plan.catalog", "id, '{id}'", "plan_year = 2026 AND state = 'PUBLISHED'", "'number', " + FORMER + ", 'state', 'REPLACED', 'fingerprint', 'former'");
                    for (String table : List.of("plan.network", "plan.service_area", "plan.plan", "plan.variant", "plan.rate")) {
                        String dearer = table.equals("plan.rate") ? ", 'plain', (SELECT jsonb_agg(x + " + DEARER + ") FROM unnest(t.plain) x)" : "";
                        copied(table, "", "catalog = (SELECT id FROM plan.catalog WHERE plan_year = 2026 AND state = 'PUBLISHED')", "'catalog', (SELECT id FROM plan.catalog WHERE number = " + FORMER + ")" + dearer);
                    }
                    return 0;
                });
    }

    private void copied(String table, String identity, String where, String other) {
        String columns = table.equals("plan.catalog")
                ? "plan_year, number, state, fingerprint, source, plans, variants, benefits, rates, loaded_at, loaded_by"
                : "*";
        String into = columns.equals("*") ? "" : " (" + columns + ")";
        String select = columns.equals("*") ? "(r).*" : "(r)." + columns.replace(", ", ", (r).");
        jdbc.sql("INSERT INTO " + table + into + " SELECT " + select + " FROM (SELECT jsonb_populate_record(t, jsonb_build_object(" + other + ")) AS r FROM " + table + " t WHERE " + where + ") copies")
                .update();
    }

    @AfterEach
    void withoutIt() {
        household.inTransaction(() -> jdbc.sql("DELETE FROM plan.catalog WHERE number = " + FORMER).update());
    }

    private Enrolled policy(@Nullable Integer catalog) {
        return new Enrolled(
                new PolicyNumber(70_000_001), new ApplicationId(UUID.randomUUID()), 2026, PLAN, CostSharing.NONE, "A plan", "A carrier", false, 0, MARCH, LAST,
                Enrolled.State.COVERED, Instant.EPOCH, "Maria Lopez", null, null, List.of(new Covered("self", "Maria", MARCH, LAST, false)),
                List.of(new Amount(MARCH, new Money(40_000), Money.ZERO, Map.of())), null, null, null, catalog);
    }

    private long premium(Enrolled policy) {
        LocalDate july = LocalDate.of(2026, 7, 1);
        Buyer maria = new Buyer("self", LocalDate.of(1986, 1, 15), false, true, CostSharing.NONE, false);
        Party party = new Party(0, new Buyers(2026, july, List.of(maria), new Money(30_000), null), true, false);
        List<Enrolled> standing = List.of(policy);
        return Settlement.of(party, List.of(), standing, shelf, cards.of(standing, shelf), pricing, null).repriced().getFirst().price().premium().cents();
    }

    @Test
    void aPolicyGoesByTheVersionByWhichItWasChosen() {
        long now = premium(policy(shelf.version()));
        assertThat(premium(policy(FORMER))).isEqualTo(now + DEARER);
        assertThat(premium(policy(null))).as("from before that was kept").isEqualTo(now);
        assertThat(cards.of(List.of(policy(shelf.version())), shelf)).isEmpty();
    }
}
