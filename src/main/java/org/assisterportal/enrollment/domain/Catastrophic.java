package org.assisterportal.enrollment.domain;

import java.util.List;
import java.util.stream.Stream;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Party;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Shelf;

/** Catastrophic plans in a basket: whoever was 30 before the year began has one only by an exemption that holds when coverage begins. */
final class Catastrophic {
    private Catastrophic() {}

    private static boolean isOne(Basket.Line line, Shelf shelf) {
        return shelf.card(line.plan()).filter(card -> card.plan().metal() == Metal.CATASTROPHIC).isPresent();
    }

    private static Stream<Buyer> people(Basket.Line line, List<Party> parties) {
        return parties.stream().flatMap(party -> party.buyers().people().stream()).filter(buyer -> line.people().contains(buyer.key()));
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
