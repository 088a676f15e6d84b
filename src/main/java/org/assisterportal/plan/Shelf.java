package org.assisterportal.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All plans of a year's published catalog that are sold at a place; withdrawn ones are marked.
 *
 * @param version of the year's catalog
 */
public record Shelf(int planYear, int version, Place place, List<PlanCard> cards) {
    public Shelf {
        cards = List.copyOf(cards);
    }

    /** The same with these plans marked as not sold from their day on. */
    public Shelf without(Map<String, LocalDate> withdrawn, LocalDate today) {
        return new Shelf(
                planYear,
                version,
                place,
                cards.stream().map(card -> marked(card, withdrawn.get(card.plan().id().value()), today)).toList());
    }

    private static PlanCard marked(PlanCard card, @Nullable LocalDate from, LocalDate today) {
        return from == null ? card : card.withdrawn(from, today);
    }

    public List<OfferedPlan> plans() {
        return cards.stream().map(PlanCard::plan).toList();
    }

    public Optional<PlanCard> card(String id) {
        return cards.stream().filter(card -> card.plan().id().value().equals(id)).findFirst();
    }
}
