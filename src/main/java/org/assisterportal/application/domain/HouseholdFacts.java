package org.assisterportal.application.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Coverage;
import org.assisterportal.eligibility.Custody;
import org.assisterportal.eligibility.EmployerOffer;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Immigration;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Pregnancy;
import org.assisterportal.eligibility.Relation;

/** An application's complete answers as the facts from which is determined; the only way from the one to the other. */
final class HouseholdFacts {
    private static final String HOME = "home";
    private final Sheet sheet;

    private HouseholdFacts(Sheet sheet) {
        this.sheet = sheet;
    }

    static Household of(Sheet sheet) {
        HouseholdFacts facts = new HouseholdFacts(sheet);
        return new Household(
                YearForm.of(sheet.fields(Question.YEAR), sheet).year(), sheet.today(),
                sheet.members().stream().map(facts::person).toList(), facts.relations(), facts.offers());
    }

    private Fields fields(Question question, Member person) {
        return sheet.fields(new Spot(question, person.key()));
    }

    private Answer each(Question question, Member person) {
        return EachForm.concerned(question, sheet).contains(person)
                ? EachForm.of(question, person.key(), sheet)
                : Answer.NO;
    }

    private Person person(Member one) {
        if (one.born() == null) {
            throw new IllegalStateException("facts are made of complete answers only");
        }
        HomeForm home = HomeForm.of(sheet.fields(Question.HOME));
        PersonFacts facts =
                PersonFacts.of(one.key(), one.born())
                        .applies(one.applies())
                        .minnesotan(one.here() ? home.stays() : each(Question.RESIDENCE, one))
                        .county(home.county().isEmpty() || !one.here() ? null : home.county())
                        .home(one.here() ? HOME : "elsewhere-" + one.key())
                        .pregnancy(pregnancy(one))
                        .fosterCare(each(Question.FOSTER_CARE, one))
                        .disabled(each(Question.DISABILITY, one))
                        .medicare(each(Question.MEDICARE, one))
                        .tribal(each(Question.TRIBES, one))
                        .custody(custody(one))
                        .taxes(TaxForm.of(one.key(), fields(Question.TAXES, one), sheet));
        if (one.applies()) {
            facts.immigration(immigration(one)).coverage(coverage(one));
        }
        if (EachForm.isYes(Question.EARNERS, one, sheet)) {
            facts.incomes(MoneyForm.incomes(fields(Question.INCOME, one)))
                    .deductions(MoneyForm.deductions(fields(Question.DEDUCTIONS, one)))
                    .expected(MoneyForm.expected(fields(Question.EXPECTED, one)));
        }
        return facts.build();
    }

    private Pregnancy pregnancy(Member one) {
        return EachForm.concerned(Question.PREGNANCY, sheet).contains(one)
                ? EachForm.pregnancy(one, sheet.fields(Question.PREGNANCY), sheet)
                : Pregnancy.NONE;
    }

    private Custody custody(Member one) {
        return EachForm.concerned(Question.CUSTODY, sheet).contains(one)
                ? sheet.fields(Question.CUSTODY).chosen(one.key(), Custody.class).orElse(Custody.UNKNOWN)
                : Custody.FREE;
    }

    private Immigration immigration(Member one) {
        return switch (EachForm.of(Question.CITIZENS, one.key(), sheet)) {
            case YES -> Immigration.CITIZEN;
            case NO -> ImmigrationForm.of(one.key(), fields(Question.IMMIGRATION, one), sheet);
            case UNKNOWN -> Immigration.of(ImmigrationStatus.UNKNOWN);
        };
    }

    private Set<Coverage> coverage(Member one) {
        return switch (EachForm.of(Question.COVERED, one.key(), sheet)) {
            case YES -> CoverageForm.of(fields(Question.COVERAGE, one));
            case NO -> Set.of();
            case UNKNOWN -> Set.of(Coverage.UNKNOWN);
        };
    }

    private List<EmployerOffer> offers() {
        return sheet.members().stream()
                .filter(one -> Interview.isEmployed(one, sheet))
                .map(one -> OfferForm.of(one.key(), fields(Question.OFFER, one), sheet))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        sheet.bonds().forEach(bond -> relation(bond).ifPresent(relations::add));
        for (Member child : sheet.members()) {
            if (CareForm.isAsked(child, sheet)) {
                String carer = CareForm.of(child.key(), fields(Question.CARE, child), sheet).carer();
                if (!carer.isEmpty()) {
                    relations.add(new Relation(carer, Relation.Kind.CARETAKER, child.key()));
                }
            }
        }
        return relations;
    }

    private static Optional<Relation> relation(Bond bond) {
        String one = bond.one().key();
        String other = bond.other().key();
        if (bond.kin() == Kin.NOT_RELATED) {
            return Optional.empty();
        }
        return Optional.of(
                switch (bond.kin()) {
                    case SPOUSE -> new Relation(one, Relation.Kind.SPOUSE, other);
                    case CHILD -> new Relation(other, Relation.Kind.PARENT, one);
                    case STEPCHILD -> new Relation(other, Relation.Kind.STEPPARENT, one);
                    case PARENT -> new Relation(one, Relation.Kind.PARENT, other);
                    case STEPPARENT -> new Relation(one, Relation.Kind.STEPPARENT, other);
                    case SIBLING -> new Relation(one, Relation.Kind.SIBLING, other);
                    case GRANDCHILD -> new Relation(other, Relation.Kind.GRANDPARENT, one);
                    case GRANDPARENT -> new Relation(one, Relation.Kind.GRANDPARENT, other);
                    case NIECE_OR_NEPHEW -> new Relation(other, Relation.Kind.AUNT_OR_UNCLE, one);
                    case AUNT_OR_UNCLE -> new Relation(one, Relation.Kind.AUNT_OR_UNCLE, other);
                    case PARTNER -> new Relation(one, Relation.Kind.PARTNER, other);
                    case OTHER, NOT_RELATED -> new Relation(one, Relation.Kind.OTHER, other);
                });
    }
}
