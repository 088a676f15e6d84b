package org.assisterportal.eligibility.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.eligibility.Ages;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.Relation;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.Taxes.Filing;

/**
 * Who is whose in a household, by place in its list: groups of people are the bits of a long. A spouse of a child's parent
 * is a parent, and children who share a parent are siblings: 42 CFR 435.603(b).
 */
final class Kin {
    static final int NOBODY = -1;

    final Household household;
    final Person[] people;
    final int[] ages;
    /** The spouse of each, or {@link #NOBODY}. */
    final int[] spouse;
    /** Who claims each, or {@link #NOBODY}; somebody outside isn't here. */
    final int[] claimedBy;
    final long[] parents;
    final long[] siblings;
    /** Those who care for each child as relatives. */
    final long[] caretakers;
    /** Those of the same home, oneself included. */
    final long[] home;
    final long[] claims;
    private final Map<String, Integer> places;

    Kin(Household household) {
        this.household = household;
        int count = household.people().size();
        people = household.people().toArray(new Person[count]);
        ages = new int[count];
        spouse = new int[count];
        claimedBy = new int[count];
        parents = new long[count];
        siblings = new long[count];
        caretakers = new long[count];
        home = new long[count];
        claims = new long[count];
        places = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            places.put(people[i].key(), i);
            ages[i] = Ages.at(people[i].born(), household.day());
            spouse[i] = NOBODY;
            for (int j = 0; j < count; j++) {
                if (people[i].home().equals(people[j].home())) {
                    home[i] |= bit(j);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            String by = people[i].taxes().claimedBy();
            claimedBy[i] = by == null ? NOBODY : place(by);
            if (claimedBy[i] != NOBODY) {
                claims[claimedBy[i]] |= bit(i);
            }
        }
        relate(household.relations());
    }

    private void relate(List<Relation> relations) {
        for (Relation relation : relations) {
            int person = place(relation.person());
            int of = place(relation.of());
            if (person == NOBODY || of == NOBODY) {
                continue;
            }
            switch (relation.kind()) {
                case SPOUSE -> {
                    spouse[person] = of;
                    spouse[of] = person;
                }
                case PARENT, STEPPARENT -> parents[of] |= bit(person);
                case SIBLING -> {
                    siblings[of] |= bit(person);
                    siblings[person] |= bit(of);
                }
                case CARETAKER -> caretakers[of] |= bit(person);
                case GRANDPARENT, AUNT_OR_UNCLE, PARTNER, OTHER -> {}
            }
        }
        int count = people.length;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                if (has(parents[i], j) && spouse[j] != NOBODY && spouse[j] != i) {
                    parents[i] |= bit(spouse[j]);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                if (i != j && (parents[i] & parents[j]) != 0) {
                    siblings[i] |= bit(j);
                }
            }
        }
    }

    static long bit(int place) {
        return 1L << place;
    }

    static boolean has(long group, int place) {
        return (group & (1L << place)) != 0;
    }

    int place(String key) {
        Integer place = places.get(key);
        return place == null ? NOBODY : place;
    }

    int count() {
        return people.length;
    }

    boolean together(int one, int other) {
        return has(home[one], other);
    }

    Filing filing(int place) {
        return people[place].taxes().filing();
    }

    /** Files a return and is nobody's dependent. */
    boolean isTaxpayer(int place) {
        return filing(place).files() && !people[place].taxes().isDependent();
    }

    /** The spouse on the same return, or {@link #NOBODY}. */
    int jointSpouse(int place) {
        int other = spouse[place];
        return other != NOBODY && filing(place) == Filing.JOINT && filing(other) == Filing.JOINT ? other : NOBODY;
    }

    /** Is a child of the person. */
    boolean isChildOf(int child, int taxpayer) {
        return has(parents[child], taxpayer);
    }

    boolean claimedOutside(int place, Taxes.Outside by) {
        return people[place].taxes().claimedOutside() == by;
    }
}
