package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assisterportal.application.Member;
import org.assisterportal.application.WhatIf;
import org.assisterportal.application.WhatIf.Newcomer;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Pregnancy;
import org.assisterportal.eligibility.Relation;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.Taxes.Filing;
import org.jspecify.annotations.Nullable;

/** Somebody more in a household: a citizen who lives with the others and wants coverage. */
final class Newcomers {
    private static final int GROWN = 18;
    private static final int OLDEST = 120;

    private Newcomers() {}

    static Household add(Household facts, Fields fields) {
        if (fields.isEmpty(WhatIf.COMES)) {
            return facts;
        }
        return fields.choice(WhatIf.COMES, Newcomer.class).map(who -> add(facts, who, fields)).orElse(facts);
    }

    private static Household add(Household facts, Newcomer who, Fields fields) {
        int age =
                switch (who) {
                    case BABY -> 0;
                    case CHILD -> fields.number(WhatIf.AGE, 0, GROWN, "child-age");
                    case SPOUSE, ADULT -> fields.number(WhatIf.AGE, GROWN, OLDEST, "adult-age");
                };
        Money month = who == Newcomer.BABY || fields.isEmpty(WhatIf.EARNS) ? null : fields.money(WhatIf.EARNS, false);
        if (who == Newcomer.SPOUSE && spouse(facts, Member.SELF).isPresent()) {
            fields.wrong(WhatIf.COMES, "has-spouse");
        }
        if (facts.people().size() >= Household.MOST_PEOPLE) {
            fields.wrong(WhatIf.COMES, "many");
        }
        if (!fields.problems().isEmpty()) {
            return facts;
        }
        LocalDate born = who == Newcomer.BABY ? facts.day() : facts.day().minusYears(age);
        return with(facts, who, born, month);
    }

    private static Household with(Household facts, Newcomer who, LocalDate born, @Nullable Money month) {
        Person self = person(facts, Member.SELF);
        Person mother = who == Newcomer.BABY ? expecting(facts).orElse(self) : self;
        List<Relation> relations = new ArrayList<>(facts.relations());
        PersonFacts newcomer =
                PersonFacts.of(who.key(), born)
                        .county(self.county())
                        .home(mother.home())
                        .incomes(Supposition.monthly(IncomeKind.WAGES, month));
        Household changed = facts;
        switch (who) {
            case BABY, CHILD -> {
                relations.add(Relation.parent(mother.key(), who.key()));
                spouse(facts, mother.key()).ifPresent(other -> relations.add(Relation.parent(other, who.key())));
                newcomer.taxes(claimed(facts, mother));
            }
            case SPOUSE -> {
                relations.add(Relation.spouses(Member.SELF, who.key()));
                facts.relations().stream()
                        .filter(one -> one.kind() == Relation.Kind.PARENT && one.person().equals(Member.SELF))
                        .forEach(one -> relations.add(new Relation(who.key(), Relation.Kind.STEPPARENT, one.of())));
                if (self.taxes().filing().files()) {
                    newcomer.taxes(Taxes.of(Filing.JOINT));
                    changed = changed.with(Member.SELF, one -> one.taxes(joint(self.taxes())));
                }
            }
            case ADULT -> newcomer.taxes(Taxes.of(month == null ? Filing.NONE : Filing.SINGLE));
        }
        if (who == Newcomer.BABY && mother.pregnancy().pregnant() == Answer.YES) {
            changed = changed.with(mother.key(), one -> one.pregnancy(Pregnancy.ended(facts.day())));
        }
        List<Person> people = new ArrayList<>(changed.people());
        people.add(newcomer.build());
        return changed.withPeople(people).withRelations(relations);
    }

    private static Taxes joint(Taxes own) {
        return new Taxes(Filing.JOINT, own.claimedBy(), own.claimedOutside(), Taxes.SeparateReason.NONE);
    }

    /** By the parent who files, by who claims the parent, else by nobody. */
    private static Taxes claimed(Household facts, Person parent) {
        String by = parent.taxes().claimedBy();
        if (by != null) {
            return Taxes.claimedBy(by);
        }
        if (parent.taxes().filing().files()) {
            return Taxes.claimedBy(parent.key());
        }
        return spouse(facts, parent.key())
                .filter(other -> person(facts, other).taxes().filing().files())
                .map(Taxes::claimedBy)
                .orElse(Taxes.NONE);
    }

    /** Who is pregnant, where that is one person. */
    private static Optional<Person> expecting(Household facts) {
        List<Person> all = facts.people().stream().filter(one -> one.pregnancy().pregnant() == Answer.YES).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static Optional<String> spouse(Household facts, String key) {
        return facts.relations().stream()
                .filter(one -> one.kind() == Relation.Kind.SPOUSE && (one.person().equals(key) || one.of().equals(key)))
                .map(one -> one.person().equals(key) ? one.of() : one.person())
                .findFirst();
    }

    private static Person person(Household facts, String key) {
        return facts.people().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }
}
