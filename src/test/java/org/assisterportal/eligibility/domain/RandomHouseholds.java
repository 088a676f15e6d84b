package org.assisterportal.eligibility.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Coverage;
import org.assisterportal.eligibility.EmployerOffer;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Immigration;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Pregnancy;
import org.assisterportal.eligibility.Relation;
import org.assisterportal.eligibility.Taxes;

/** Households of all shapes that are possible: couples, single and unmarried parents, grandparents, lodgers. */
final class RandomHouseholds {
    static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final ImmigrationStatus[] STATUSES = ImmigrationStatus.values();

    private final Random random;
    private final String prefix;
    private final List<Person> people = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<EmployerOffer> offers = new ArrayList<>();

    private RandomHouseholds(Random random, String prefix) {
        this.random = random;
        this.prefix = prefix;
    }

    /** Keys and homes begin with the prefix. */
    static Household next(Random random, String prefix) {
        return new RandomHouseholds(random, prefix).household();
    }

    private Household household() {
        boolean married = chance(50);
        boolean partner = !married && chance(30);
        boolean joint = married && chance(75);
        Taxes.Filing filing =
                married ? (joint ? Taxes.Filing.JOINT : Taxes.Filing.SEPARATE) : chance(85) ? Taxes.Filing.SINGLE : Taxes.Filing.NONE;
        adult("a", filing, 20, 75);
        if (married) {
            adult("b", joint ? Taxes.Filing.JOINT : chance(70) ? Taxes.Filing.SEPARATE : Taxes.Filing.NONE, 20, 75);
            relations.add(Relation.spouses(prefix + "a", prefix + "b"));
        } else if (partner) {
            adult("b", chance(70) ? Taxes.Filing.SINGLE : Taxes.Filing.NONE, 20, 60);
        }
        int children = random.nextInt(4);
        for (int i = 0; i < children; i++) {
            child("k" + i, filing, married || partner);
        }
        if (chance(20)) {
            grandparent(filing);
        }
        if (chance(25)) {
            Set<String> family = new HashSet<>();
            for (Person person : people) {
                if (!person.key().equals(prefix + "a") && chance(60)) {
                    family.add(person.key());
                }
            }
            offers.add(new EmployerOffer(prefix + "a", family, dollars(500), dollars(1500), Answer.YES, Answer.of(chance(80))));
        }
        return new Household(2026, DAY, people, relations, offers);
    }

    private void adult(String key, Taxes.Filing filing, int from, int to) {
        PersonFacts facts = facts(key, from, to).taxes(Taxes.of(filing));
        people.add(facts.build());
    }

    private void child(String key, Taxes.Filing filing, boolean second) {
        PersonFacts facts = facts(key, 0, 18);
        boolean ofA = !second || chance(80);
        if (filing != Taxes.Filing.NONE && chance(80)) {
            facts.taxes(Taxes.claimedBy(prefix + "a"));
        } else if (chance(20)) {
            facts.taxes(Taxes.claimedOutside(Taxes.Outside.PARENT));
        }
        people.add(facts.build());
        if (ofA) {
            relations.add(Relation.parent(prefix + "a", prefix + key));
        }
        if (second && (!ofA || chance(70))) {
            relations.add(Relation.parent(prefix + "b", prefix + key));
        }
    }

    private void grandparent(Taxes.Filing filing) {
        PersonFacts facts = facts("g", 76, 95);
        if (filing != Taxes.Filing.NONE && chance(50)) {
            facts.taxes(Taxes.claimedBy(prefix + "a"));
        }
        people.add(facts.build());
        relations.add(Relation.parent(prefix + "g", prefix + "a"));
        if (people.size() > 2 && chance(50)) {
            relations.add(new Relation(prefix + "g", Relation.Kind.CARETAKER, people.get(people.size() - 2).key()));
        }
    }

    private PersonFacts facts(String key, int from, int to) {
        LocalDate born = DAY.minusYears(from + random.nextInt(to - from + 1)).minusDays(random.nextInt(365));
        PersonFacts facts =
                PersonFacts.of(prefix + key, born)
                        .applies(chance(90))
                        .home(prefix + (chance(90) ? "home" : "elsewhere"))
                        .tribal(Answer.of(chance(8)))
                        .medicare(Answer.of(chance(8)))
                        .disabled(Answer.of(chance(8)))
                        .fosterCare(Answer.of(chance(5)));
        if (chance(25)) {
            ImmigrationStatus status = STATUSES[random.nextInt(STATUSES.length - 1)];
            LocalDate since = DAY.minusDays(random.nextInt(3000));
            facts.immigration(since.isBefore(born) ? Immigration.of(status) : Immigration.since(status, since));
        }
        if (from >= 18 && to < 76 && chance(10)) {
            facts.pregnancy(Pregnancy.expecting(1 + random.nextInt(2)));
        }
        if (chance(8)) {
            facts.coverage(Set.of(Coverage.values()[random.nextInt(Coverage.values().length - 1)]));
        }
        if (chance(from >= 18 ? 85 : 15)) {
            facts.income(IncomeKind.WAGES, dollars(from >= 18 ? 6000 : 2000), Frequency.MONTHLY);
        }
        if (chance(15)) {
            facts.income(IncomeKind.SOCIAL_SECURITY, dollars(2000), Frequency.MONTHLY);
        }
        return facts;
    }

    private Money dollars(int most) {
        return Money.dollars(random.nextInt(most));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
