package org.assisterportal.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.PlanProposal;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was chosen or proposed and not signed goes away in time, and nothing that counts does. */
@MarketplaceTest
class LeftoversTests {
    private static final int DAYS = 120;
    private static final Basket.Line LINE = new Basket.Line(0, "99101MN0010003", false, List.of("self"));

    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Policyholder policyholder;
    @Autowired private Region region;
    @Autowired private BasketTable baskets;
    @Autowired private PlanProposalRows proposals;
    @Autowired private Leftovers leftovers;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;
    private Actor maria;
    private Hand.Own hers;
    private ApplicationId id;

    @BeforeEach
    void signed() {
        maria = household.consumer("Maria", "Lopez");
        id = handiwork.signed(maria);
        hers = new Hand.Own(maria);
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private void later(Duration time) {
        clock.travel(time);
        travelled = travelled.plus(time);
        leftovers.sweep();
    }

    private Basket basket() {
        return household.inTransaction(() -> baskets.find(id));
    }

    private void chooses(Map<Integer, Long> wanted) {
        household.inTransaction(
                () -> {
                    baskets.keep(hers, id, new Basket(basket().version(), List.of(LINE), Set.of("self"), wanted, null));
                    return 0;
                });
    }

    @Test
    void aChoiceThatWasNeverSignedIsDeletedAfterItsDaysAndNotBefore() {
        chooses(Map.of());
        later(Duration.ofDays(DAYS).minusMinutes(1));
        assertThat(basket().lines()).containsExactly(LINE);
        later(Duration.ofMinutes(2));
        assertThat(basket()).isEqualTo(Basket.EMPTY);
    }

    @Test
    void whereSomethingWasSignedTheVersionAndTheWishStaySoThatNothingIsSignedTwice() {
        policyholder.policy(maria);
        chooses(Map.of(0, 1_000L));
        int version = basket().version();
        later(Duration.ofDays(DAYS + 1));
        assertThat(basket().lines()).isEmpty();
        assertThat(basket().version()).isGreaterThan(version);
        assertThat(basket().wanted()).containsEntry(0, 1_000L);
        assertThat(basket().tobacco()).containsExactly("self");
        int emptied = basket().version();
        later(Duration.ofDays(DAYS + 1));
        assertThat(basket().version()).as("there is nothing more to empty").isEqualTo(emptied);
    }

    private int rows(String table) {
        return household.inTransaction(
                () -> jdbc.sql("SELECT count(*) FROM enrollment." + table + " WHERE consumer = :id").param("id", maria.subject()).query(Integer.class).single());
    }

    private UUID proposed(UUID assister, int version) {
        UUID proposal = UUID.randomUUID();
        household.inTransaction(
                () ->
                        jdbc.sql(
                                        """
                                        INSERT INTO enrollment.proposal (id, application, consumer, assister, draft_version, content, by_name, agency_name,
                                                                         authorization_number, sent_at)
                                        VALUES (:proposal, :id, :consumer, :assister, :version, '[]', 'Ana Torres', 'Lakes Health', 1, :now)
                                        """)
                                .param("proposal", proposal)
                                .param("id", id.value())
                                .param("consumer", maria.subject())
                                .param("assister", assister)
                                .param("version", version)
                                .param("now", Sql.time(clock.instant()))
                                .update());
        return proposal;
    }

    private void drafts(UUID assister) {
        household.inTransaction(
                () ->
                        jdbc.sql(
                                        """
                                        INSERT INTO enrollment.proposal_draft (application, assister, consumer, version, content, changed_at)
                                        VALUES (:id, :assister, :consumer, 3, '[{"party":0}]', :now)
                                        """)
                                .param("id", id.value())
                                .param("assister", assister)
                                .param("consumer", maria.subject())
                                .param("now", Sql.time(clock.instant()))
                                .update());
    }

    private String draft(UUID assister) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT version || content FROM enrollment.proposal_draft WHERE application = :id AND assister = :assister")
                                .param("id", id.value())
                                .param("assister", assister)
                                .query(String.class)
                                .optional()
                                .orElse(""));
    }

    @Test
    void whatWasProposedAndNotAnsweredIsDeletedAndWhatWasAnsweredStays() {
        UUID ana = household.assister(region.agency(AgencyKind.NAVIGATOR)).person().value();
        UUID ben = household.assister(region.agency(AgencyKind.NAVIGATOR)).person().value();
        UUID answered = proposed(ana, 1);
        proposed(ana, 2);
        household.inTransaction(
                () -> {
                    proposals.end(hers.consumer(), answered, PlanProposal.Kind.DECLINED, null, "");
                    return 0;
                });
        drafts(ana);
        drafts(ben);
        later(Duration.ofDays(DAYS).minusMinutes(1));
        assertThat(rows("proposal")).isEqualTo(2);
        assertThat(draft(ben)).startsWith("3[{");
        later(Duration.ofMinutes(2));
        assertThat(household.inTransaction(() -> proposals.of(hers.consumer(), id))).extracting(PlanProposal::id).containsExactly(answered);
        assertThat(draft(ana)).as("its version says what was sent").isEqualTo("4[]");
        assertThat(draft(ben)).isEmpty();
    }
}
