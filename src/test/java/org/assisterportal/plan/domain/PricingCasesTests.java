package org.assisterportal.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.MemberPrice;
import org.assisterportal.plan.Price;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the tables in src/test/resources/plan, each worked out by hand to the cent; the last column says how. */
class PricingCasesTests {
    private static final int FEWEST = 200;
    private static final Pricing PRICING = new Reckoning(new YearShelf());
    private static final Market MARKET = new Market();

    /** One row. */
    record Case(NamedCsvRecord row) {
        String field(String name) {
            return row.getField(name);
        }

        @Override
        public String toString() {
            return field("case");
        }
    }

    static List<Case> cases() {
        return Market.rows("cases.csv").stream().map(Case::new).toList();
    }

    static List<Case> obstacles() {
        return Market.rows("obstacles.csv").stream().map(Case::new).toList();
    }

    @Test
    void thereAreManyCasesEachWithANameAndAnExplanation() {
        List<Case> cases = cases();
        Set<String> names = new HashSet<>();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(FEWEST);
        for (Case one : cases) {
            assertThat(names.add(one.toString())).as("%s", one).isTrue();
            assertThat(one.field("why")).as("%s", one).isNotBlank();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aHouseholdPaysWhatWasReckonedByHand(Case one) {
        Buyers buyers = Market.buyers(one.field("effective"), one.field("people"), one.field("contribution"), one.field("wanted"));
        Quote quote = PRICING.quote(MARKET.in(Integer.parseInt(one.field("area"))), buyers, MARKET.choices(one.field("choices")));
        assertThat(written(quote, !one.field("contribution").isEmpty())).as("%s: %s", one, one.field("why")).isEqualTo(one.field("expected"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("obstacles")
    void aPlanIsSoldOnlyToThoseWhoMayHaveIt(Case one) {
        Buyers buyers = Market.buyers(one.field("effective"), one.field("people"), "", "");
        Set<String> found = new TreeSet<>();
        PRICING.obstacles(MARKET.plan(one.field("plan")), buyers).forEach(obstacle -> found.add(obstacle.name()));
        assertThat(String.join(" ", found)).as("%s: %s", one, one.field("why")).isEqualTo(one.field("obstacles"));
    }

    /** As the table writes it. */
    private static String written(Quote quote, boolean credit) {
        List<String> parts = new ArrayList<>();
        if (credit) {
            parts.add(
                    quote.benchmark() == null
                            ? "benchmark=none"
                            : "benchmark=" + quote.benchmark().plan().name() + "@" + quote.benchmark().premium().toDecimal());
        }
        parts.add("most=" + quote.most().toDecimal());
        for (Price price : quote.prices()) {
            StringBuilder text = new StringBuilder(price.plan().name());
            for (MemberPrice member : price.members()) {
                text.append(' ').append(member.key()).append('=').append(member.premium().toDecimal());
            }
            text.append(" premium=").append(price.premium().toDecimal());
            text.append(" creditable=").append(price.creditable().toDecimal());
            text.append(" credit=").append(price.credit().toDecimal());
            text.append(" net=").append(price.net().toDecimal());
            parts.add(text.append(" variant=").append(price.variant().variant()).toString());
        }
        return String.join(", ", parts);
    }
}
