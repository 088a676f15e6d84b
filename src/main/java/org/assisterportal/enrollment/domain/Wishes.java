package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Party;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Shelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Wishes for another part of the credit by parties that choose no plan: they may be said on any day (45 CFR 155.310(d)(2)) and count
 * from the first of the next month, as other changes of the credit do (155.330(f)).
 */
@Component
class Wishes {
    private final PolicyReading policies;
    private final ChosenCards cards;
    private final Pricing pricing;

    Wishes(PolicyReading policies, ChosenCards cards, Pricing pricing) {
        this.policies = policies;
        this.cards = cards;
        this.pricing = pricing;
    }

    /** What is wished, and from when on it counts; by party. */
    record Alone(Chance chance, Map<Integer, Settlement> settlements) {}

    /** Where no plan is chosen, or may be: null when nothing else is wished, or the year has no month left. */
    @Nullable Alone alone(Version version, Basket basket, List<PolicyReading.Row> rows, Shelf shelf, LocalDate today) {
        List<Enrolled> standing = Counter.counting(rows.stream().map(PolicyReading.Row::policy).toList());
        LocalDate begins = begins(standing, today);
        if (begins.getYear() != shelf.planYear()) {
            return null;
        }
        Set<String> covered = standing.stream().flatMap(policy -> policy.coveredFrom(begins).stream()).map(Covered::key).collect(Collectors.toSet());
        List<Party> parties = Parties.withCovered(version.determination(), covered, policies.smokers(version.consumer()), begins);
        Map<Integer, Settlement> settlements = settle(parties, basket.with(List.of()), rows, shelf);
        Chance chance = new Chance(Chance.Kind.CREDIT, null, null, begins.minusDays(1), begins, 0);
        return settlements.isEmpty() ? null : new Alone(chance, settlements);
    }

    /** The first of the next month; where all begins later, its first day. */
    private static LocalDate begins(List<Enrolled> standing, LocalDate today) {
        LocalDate next = OpenEnrollment.firstAfter(today);
        LocalDate first = standing.stream().map(Enrolled::starts).min(Comparator.naturalOrder()).orElse(next);
        return next.isBefore(first) ? first : next;
    }

    /** Of parties that chose no plan and want another part of the credit than what they have was priced with. */
    Map<Integer, Settlement> settle(List<Party> parties, Basket basket, List<PolicyReading.Row> rows, Shelf shelf) {
        Map<Integer, Settlement> settlements = new TreeMap<>();
        List<Enrolled> standing = Counter.counting(rows.stream().map(PolicyReading.Row::policy).toList());
        for (Party party : parties) {
            @Nullable Money wanted = basket.wanted(party.number());
            if (basket.of(party.number()).isEmpty() && !Objects.equals(wanted, PolicyReading.wanted(party, rows))) {
                Settlement settlement = Settlement.of(party, List.of(), standing, shelf, cards.of(standing, shelf), pricing, wanted);
                if (settlement.changesSomething()) {
                    settlements.put(party.number(), settlement);
                }
            }
        }
        return settlements;
    }

    /** As what they have was priced with. */
    static Map<Integer, Long> said(List<Party> parties, List<PolicyReading.Row> rows) {
        Map<Integer, Long> wishes = new TreeMap<>();
        for (Party party : parties) {
            @Nullable Money wanted = PolicyReading.wanted(party, rows);
            if (wanted != null) {
                wishes.put(party.number(), wanted.cents());
            }
        }
        return wishes;
    }
}
