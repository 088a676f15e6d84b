package org.assisterportal.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Everything that a determination is made from: facts only, never a name.
 *
 * @param planYear for whose coverage
 * @param day the day for which is determined: ages, months and the rules in force are of this day
 * @param people one to forty, in any order; those elsewhere whose income or relation matters included
 */
public record Household(
        int planYear, LocalDate day, List<Person> people, List<Relation> relations, List<EmployerOffer> offers) {
    /** More people than any family has. */
    public static final int MOST_PEOPLE = 40;

    @SuppressWarnings("ConstantValue")
    public Household {
        if (day == null || people == null) {
            throw new IllegalArgumentException("A household has a day and people");
        }
        people = List.copyOf(people);
        relations = relations == null ? List.of() : List.copyOf(relations);
        offers = offers == null ? List.of() : List.copyOf(offers);
        if (people.isEmpty() || people.size() > MOST_PEOPLE) {
            throw new IllegalArgumentException("A household has one to forty people");
        }
    }

    public Household withPlanYear(int year) {
        return new Household(year, day, people, relations, offers);
    }

    public Household withDay(LocalDate other) {
        return new Household(planYear, other, people, relations, offers);
    }

    public Household withPeople(List<Person> others) {
        return new Household(planYear, day, others, relations, offers);
    }

    public Household withRelations(List<Relation> others) {
        return new Household(planYear, day, people, others, offers);
    }

    public Household withOffers(List<EmployerOffer> others) {
        return new Household(planYear, day, people, relations, others);
    }

    /** The same household with one person's facts changed: what if they earned less, moved, were pregnant? */
    public Household with(String key, UnaryOperator<PersonFacts> change) {
        List<Person> changed = new ArrayList<>();
        for (Person person : people) {
            changed.add(person.key().equals(key) ? change.apply(person.but()).build() : person);
        }
        return withPeople(changed);
    }
}
