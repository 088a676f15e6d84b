package org.assisterportal.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All plans of a year's published catalog that are sold at a place; withdrawn ones are marked.
 *
 * @param version of the year's catalog
 */
public record Shelf(int planYear, int version, Place place, List<PlanCard> cards) {
    public Shelf {
        cards = List.copyOf(cards);
    }

    /** The same with these plans marked as no longer sold. */
    public Shelf without(Set<String> withdrawn) {
        return new Shelf(
                planYear,
                version,
                place,
                cards.stream().map(card -> withdrawn.contains(card.plan().id().value()) ? card.withdrawn() : card).collect(Collectors.toList()));
    }

    public List<OfferedPlan> plans() {
        return cards.stream().map(PlanCard::plan).toList();
    }

    public Optional<PlanCard> card(String id) {
        return cards.stream().filter(card -> card.plan().id().value().equals(id)).findFirst();
    }
}
