package org.assisterportal.shop;

import java.util.ArrayList;
import java.util.List;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Party;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Choice;

/**
 * People for whom plans are looked at together.
 *
 * @param all the household's people who share one credit with them
 * @param beside what others of these chose or have, in policies as they stand; the credit is shared with it
 */
record Group(Buyers buyers, Buyers all, List<Choice> beside) {
    Group {
        beside = List.copyOf(beside);
    }

    /** People who share no credit with anybody. */
    static Group alone(Buyers buyers) {
        return new Group(buyers, buyers, List.of());
    }

    /** Some of a party, with the credit as the household wants it. */
    static Group of(Desk desk, Party party, List<Buyer> some) {
        Buyers whole = party.buyers();
        Money wanted = desk.basket().wanted(party.number());
        Buyers buyers = new Buyers(whole.planYear(), whole.effective(), some, whole.contribution(), wanted);
        Desk.Together together = desk.together().get(party.number());
        if (together == null) {
            return alone(buyers);
        }
        // Those for whom plans are looked at have the age of the first day; the others that with which their coverage began.
        List<Buyer> all = new ArrayList<>(some);
        together.buyers().people().stream().filter(one -> !buyers.keys().contains(one.key())).forEach(all::add);
        return new Group(buyers, new Buyers(whole.planYear(), whole.effective(), all, whole.contribution(), wanted), together.choices());
    }

    /** Whose plans share the credit with what is looked at, by key. */
    List<String> others() {
        return beside.stream().flatMap(one -> one.members().stream()).filter(key -> !buyers.keys().contains(key)).distinct().toList();
    }
}
