package org.assisterportal.enrollment.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.plan.PlanCard;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.Shelf;
import org.springframework.stereotype.Component;

/** Plans as they were sold when they were chosen: a catalog that is published later prices nobody anew who has a plan (45 CFR 156.210(a)). */
@Component
class ChosenCards {
    private final Plans plans;

    ChosenCards(Plans plans) {
        this.plans = plans;
    }

    /** Of the policies of another catalog's version than the shelf's whose plan is on the shelf, too. */
    Map<PolicyNumber, PlanCard> of(List<Enrolled> standing, Shelf shelf) {
        Map<PolicyNumber, PlanCard> cards = new HashMap<>();
        for (Enrolled one : standing) {
            if (one.catalog() != null && one.catalog() != shelf.version() && shelf.card(one.plan().value()).isPresent()) {
                plans.card(shelf.planYear(), one.catalog(), shelf.place(), one.plan()).ifPresent(card -> cards.put(one.number(), card));
            }
        }
        return cards;
    }
}
