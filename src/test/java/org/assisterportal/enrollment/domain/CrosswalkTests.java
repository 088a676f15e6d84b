package org.assisterportal.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.OfferedPlan;
import org.assisterportal.plan.Offering;
import org.assisterportal.plan.PlanCard;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.RateSheet;
import org.assisterportal.plan.Share;
import org.junit.jupiter.api.Test;

/** Which plan comes in the place of this year's. */
class CrosswalkTests {
    private static final PlanId MINE = new PlanId("99101MN0010009");
    private final Map<PlanCard, Integer> premiums = new HashMap<>();
    private final PlanCard mine = card(MINE.value(), Metal.GOLD, 600);
    private final PlanCard cheaper = card("99101MN0010010", Metal.GOLD, 500);
    private final PlanCard dearer = card("99101MN0010012", Metal.GOLD, 700);
    private final PlanCard silver = card("99101MN0010005", Metal.SILVER, 400);
    private final PlanCard others = card("99102MN0010009", Metal.GOLD, 300);

    private PlanCard card(String id, Metal metal, int dollars) {
        int[] prices = new int[RateSheet.bands().size()];
        OfferedPlan plan =
                new OfferedPlan(new PlanId(id), id, "Made-up Health", metal, Offering.EVERYBODY, new Share(1_000_000), Set.of(), new RateSheet(1, prices, null), false, null);
        PlanCard card = new PlanCard(plan, "PPO", false, false, false, null, null, null, Map.of());
        premiums.put(card, dollars * 100);
        return card;
    }

    private Optional<String> in(Metal level, PlanCard... sold) {
        return Crosswalk.of(MINE, level, List.of(sold), card -> new Money(premiums.getOrDefault(card, 0))).map(card -> card.plan().id().value());
    }

    @Test
    void theSamePlanAtTheSameLevelGoesOnAlsoWhereAnotherCostsLess() {
        assertThat(in(Metal.GOLD, silver, cheaper, mine)).contains(MINE.value());
    }

    @Test
    void anIdThatHasAnotherLevelIsAnotherPlanAndTheCheapestOfCarrierAndLevelComesInItsPlace() {
        assertThat(in(Metal.GOLD, others, silver, dearer, cheaper, card(MINE.value(), Metal.PLATINUM, 450))).contains(cheaper.plan().id().value());
        assertThat(in(Metal.GOLD, others, silver, card(MINE.value(), Metal.PLATINUM, 450))).isEmpty();
    }

    @Test
    void aPlanThatIsNotSoldAnyMoreIsFollowedByItsCarriersAtThatLevel() {
        assertThat(in(Metal.GOLD, others, silver, dearer, cheaper)).contains(cheaper.plan().id().value());
        assertThat(in(Metal.BRONZE, others, silver)).isEmpty();
    }
}
