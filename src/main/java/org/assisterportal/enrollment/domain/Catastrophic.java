package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Party;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Shelf;
import org.jspecify.annotations.Nullable;

/** Catastrophic plans in a basket: whoever was 30 before the year began has one only by an exemption that holds when coverage begins. */
final class Catastrophic {
    private Catastrophic() {}

    private static boolean isOne(Basket.Line line, Shelf shelf) {
        return shelf.card(line.plan()).filter(card -> card.plan().metal() == Metal.CATASTROPHIC).isPresent();
    }

    private static Stream<Buyer> people(Basket.Line line, List<Party> parties) {
        return parties.stream().flatMap(party -> party.buyers().people().stream()).filter(buyer -> line.people().contains(buyer.key()));
    }

    /**
     * Who has one of the year's catastrophic plans on a day by an exemption: they keep it until the year ends, also after the exemption's last
     * month, because the law asks for one of the plan year (section 1302(e)(2) of the Affordable Care Act, 45 CFR 156.155(a)(5)).
     */
    static Set<String> keeping(List<Enrolled> standing, List<Party> parties, @Nullable Shelf shelf, LocalDate day, Pricing pricing) {
        if (shelf == null) {
            return Set.of();
        }
        Set<String> needing =
                parties.stream()
                        .flatMap(party -> party.buyers().people().stream())
                        .filter(buyer -> pricing.needsExemption(buyer, shelf.planYear()))
                        .map(Buyer::key)
                        .collect(Collectors.toSet());
        return standing.stream()
                .filter(policy -> shelf.card(policy.plan().value()).filter(card -> card.plan().metal() == Metal.CATASTROPHIC).isPresent())
                .flatMap(policy -> policy.coveredFrom(day).stream())
                .map(Enrolled.Covered::key)
                .filter(needing::contains)
                .collect(Collectors.toSet());
    }

    /** Also of a plan of another kind, which needs no exemption. */
    static boolean mayHave(Basket.Line line, Shelf shelf, List<Party> parties, Pricing pricing) {
        return !isOne(line, shelf) || people(line, parties).allMatch(buyer -> buyer.hardship() || !pricing.needsExemption(buyer, shelf.planYear()));
    }

    /** Keys of those for whom one is chosen by an exemption. */
    static List<String> exempt(Desk desk) {
        Shelf shelf = desk.shelf();
        return shelf == null
                ? List.of()
                : desk.basket().lines().stream()
                        .filter(line -> isOne(line, shelf))
                        .flatMap(line -> people(line, desk.parties()))
                        .filter(Buyer::hardship)
                        .map(Buyer::key)
                        .toList();
    }
}
