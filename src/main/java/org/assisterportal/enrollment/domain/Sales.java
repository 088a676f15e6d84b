package org.assisterportal.enrollment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Party;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Obstacle;
import org.assisterportal.plan.PlanCard;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Shelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether some people of a household can have a plan together. */
@Component
class Sales {
    private final Pricing pricing;

    Sales(Pricing pricing) {
        this.pricing = pricing;
    }

    /** The answer. */
    sealed interface Judged {
        /** They can; the people are in the order of their party. */
        record Sold(Party party, PlanCard card, List<String> people) implements Judged {
            boolean dental() {
                return card.plan().metal().isDental();
            }

            /** A basket's lines with it: whoever had another plan of its kind leaves that, and who has this plan already is in one line with them. */
            List<Basket.Line> into(Basket basket) {
                String plan = card.plan().id().value();
                List<Basket.Line> lines = new ArrayList<>();
                for (Basket.Line line : basket.lines()) {
                    List<String> stay = line.dental() == dental() ? line.people().stream().filter(key -> !people.contains(key)).toList() : line.people();
                    if (!stay.isEmpty()) {
                        lines.add(new Basket.Line(line.party(), line.plan(), line.dental(), stay));
                    }
                }
                List<String> together = new ArrayList<>(people);
                lines.stream().filter(line -> isOf(line, plan)).forEach(line -> together.addAll(line.people()));
                lines.removeIf(line -> isOf(line, plan));
                lines.add(new Basket.Line(party.number(), plan, dental(), party.buyers().keys().stream().filter(together::contains).toList()));
                return lines;
            }

            private boolean isOf(Basket.Line line, String plan) {
                return line.party() == party.number() && line.plan().equals(plan);
            }
        }

        /** They can't; a message key. */
        record Not(String message) implements Judged {}
    }

    /** A plan's name, also where it isn't sold any more; empty where it never was. */
    static String name(Desk desk, PlanId plan) {
        return Optional.ofNullable(desk.shelf()).flatMap(shelf -> shelf.card(plan.value())).map(card -> card.plan().name()).orElse("");
    }

    /** Names of what was chosen and was withdrawn since. */
    static List<String> gone(Basket basket, @Nullable Shelf shelf, List<Party> parties) {
        return shelf == null
                ? List.of()
                : basket.lines().stream().flatMap(line -> shelf.card(line.plan()).stream()).filter(card -> isGone(card, parties)).map(card -> card.plan().name()).distinct().toList();
    }

    /** Whether a plan isn't sold any more for coverage that begins when theirs would. */
    static boolean isGone(PlanCard card, List<Party> parties) {
        return card.plan().withdrawn() || parties.stream().anyMatch(party -> card.plan().isWithdrawnFor(party.buyers().effective()));
    }

    Judged judge(Desk desk, PlanId plan, List<String> people) {
        PlanCard card = desk.shelf() == null ? null : desk.shelf().card(plan.value()).orElse(null);
        Party party = desk.parties().stream().filter(one -> one.buyers().keys().containsAll(people)).findFirst().orElse(null);
        if (people.isEmpty()) {
            return new Judged.Not("enrollment.put.nobody");
        }
        if (card == null || party == null) {
            return new Judged.Not("enrollment.put.not-sold");
        }
        if (desk.waiting() != null) {
            return new Judged.Not("enrollment.put.waits");
        }
        if (desk.chance() != null && !desk.lets(people)) {
            return new Judged.Not("enrollment.put.used");
        }
        Buyers all = party.buyers();
        List<Buyer> group = all.people().stream().filter(one -> people.contains(one.key())).toList();
        Set<Obstacle> obstacles = pricing.obstacles(card.plan(), new Buyers(all.planYear(), all.effective(), group, all.contribution(), null));
        return obstacles.isEmpty()
                ? new Judged.Sold(party, card, group.stream().map(Buyer::key).toList())
                : new Judged.Not(obstacles.iterator().next().message());
    }
}
