package org.assisterportal.plan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.Relation;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.Verdict;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Estimates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes facts out of ages and an income and asks the rules of eligibility: citizens who live here, have no other coverage and
 * file one return, of which the first person is the filer and whoever isn't married to them a dependent.
 */
@Component
final class Estimating implements Estimates {
    private static final int GROWN = 19;
    private static final int A_PARENT = 40;
    private static final int A_CHILD = 10;
    private static final String FILER = "filer";

    private final Eligibility eligibility;

    Estimating(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    @Override
    public Estimate estimate(Told told) {
        Determination determination = told.income() == null ? null : determination(told, told.income());
        Map<String, Program> programs = new HashMap<>();
        List<Buyer> buyers = new ArrayList<>();
        Money contribution = null;
        for (Guest guest : told.guests()) {
            PersonAnswer answer = determination == null ? null : determination.of(guest.key());
            Program program = answer == null ? null : answer.program();
            boolean credit = program == Program.TAX_CREDIT;
            if (credit && answer != null && determination != null) {
                CreditHousehold household = determination.taxHouseholds().get(answer.taxHousehold());
                contribution = household.contribution();
            }
            CostSharing sharing = answer == null || answer.costSharing() == null ? CostSharing.NONE : answer.costSharing();
            programs.put(guest.key(), program == null ? Program.FULL_PRICE_PLAN : program);
            buyers.add(new Buyer(guest.key(), born(told.effective(), guest.age()), guest.tobacco(), credit, sharing, false));
        }
        boolean known = determination != null && determination.people().stream().noneMatch(Estimating::unknown);
        return new Estimate(new Buyers(told.planYear(), told.effective(), buyers, contribution, null), programs, known);
    }

    /** The year's table of contributions isn't loaded, so nobody knows whether and how much. */
    private static boolean unknown(PersonAnswer answer) {
        return answer.of(Program.TAX_CREDIT).verdict() == Verdict.UNKNOWN;
    }

    private @Nullable Determination determination(Told told, Money income) {
        return eligibility.determine(household(told, income)) instanceof Eligibility.Determined determined ? determined.determination() : null;
    }

    private static Household household(Told told, Money income) {
        List<Person> people = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        List<Guest> guests = told.guests();
        boolean ownFiler = guests.getFirst().age() >= GROWN;
        String filer = ownFiler ? guests.getFirst().key() : FILER;
        boolean joint = told.married() && ownFiler && guests.size() > 1;
        if (!ownFiler) {
            people.add(filer(PersonFacts.of(FILER, born(told.effective(), A_PARENT)).applies(false), false, income));
        }
        for (int i = 0; i < guests.size(); i++) {
            Guest guest = guests.get(i);
            PersonFacts facts = PersonFacts.of(guest.key(), born(told.effective(), guest.age()));
            if (i == 0 && ownFiler) {
                people.add(filer(facts, joint, income));
            } else if (i == 1 && joint) {
                people.add(facts.taxes(Taxes.of(Taxes.Filing.JOINT)).build());
                relations.add(Relation.spouses(filer, guest.key()));
            } else {
                people.add(facts.taxes(Taxes.claimedBy(filer)).build());
                relate(told, filer, guest, joint ? guests.get(1).key() : null, relations);
            }
        }
        for (int i = people.size(); i < told.size(); i++) {
            String key = "other" + i;
            people.add(PersonFacts.of(key, born(told.effective(), A_CHILD)).applies(false).taxes(Taxes.claimedBy(filer)).build());
            relations.add(Relation.parent(filer, key));
        }
        return new Household(told.planYear(), told.effective(), people, relations, List.of());
    }

    private static Person filer(PersonFacts facts, boolean joint, Money income) {
        return facts.taxes(Taxes.of(joint ? Taxes.Filing.JOINT : Taxes.Filing.SINGLE))
                .income(IncomeKind.WAGES, income, Frequency.YEARLY)
                .build();
    }

    /** A much younger person is a child of the filers; another is somebody else whom they support. */
    private static void relate(Told told, String filer, Guest guest, @Nullable String spouse, List<Relation> relations) {
        int older = filer.equals(FILER) ? A_PARENT : told.guests().getFirst().age();
        if (guest.age() < older - 12) {
            relations.add(Relation.parent(filer, guest.key()));
            if (spouse != null && told.guests().get(1).age() > guest.age() + 12) {
                relations.add(Relation.parent(spouse, guest.key()));
            }
        } else {
            relations.add(new Relation(guest.key(), Relation.Kind.OTHER, filer));
        }
    }

    private static LocalDate born(LocalDate effective, int age) {
        return effective.minusYears(age).minusMonths(2);
    }
}
