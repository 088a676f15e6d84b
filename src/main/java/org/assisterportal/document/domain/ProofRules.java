package org.assisterportal.document.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assisterportal.document.ProofKind;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.CountedHousehold;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.EmployerOffer;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Which proofs a signed application needs while no other agency's data are compared: what somebody said is proved only
 * where what they get rests on it. What isn't in this list is taken as said; decision 14 has the reasons.
 */
final class ProofRules {
    private static final Set<ImmigrationStatus> NOTHING_TO_PROVE = Set.of(ImmigrationStatus.UNDOCUMENTED, ImmigrationStatus.UNKNOWN);

    private final Determination determined;
    private final Function<Household, Optional<Determination>> whatIf;

    /**
     * A proof that is needed.
     *
     * @param planYear whose coverage it is about; null where the year doesn't matter
     * @param fact what was said, in one canonical text
     */
    record Proof(String person, ProofKind kind, @Nullable Integer planYear, String fact) {
        static Proof ofAnyYear(String person, ProofKind kind, String fact) {
            return new Proof(person, kind, null, fact);
        }
    }

    private ProofRules(Determination determined, Function<Household, Optional<Determination>> whatIf) {
        this.determined = determined;
        this.whatIf = whatIf;
    }

    /**
     * The proofs, person by person.
     *
     * @param identity whether the policy asks who the first person is
     * @param whatIf determines other facts by the same rules; empty where they can't be true together
     */
    static List<Proof> needed(Determination determined, boolean identity, Function<Household, Optional<Determination>> whatIf) {
        ProofRules rules = new ProofRules(determined, whatIf);
        List<Proof> proofs = new ArrayList<>();
        for (Person person : determined.facts().people()) {
            if (identity && proofs.isEmpty() && person.equals(determined.facts().people().getFirst())) {
                proofs.add(Proof.ofAnyYear(person.key(), ProofKind.IDENTITY, "identity"));
            }
            Stream.of(rules.status(person), rules.income(person), rules.employer(person), rules.tribal(person))
                    .flatMap(Optional::stream)
                    .forEach(proofs::add);
        }
        return proofs;
    }

    /** 42 CFR 435.956(a), 45 CFR 155.315(c): whoever gets coverage by being a citizen, or by an immigration status. */
    private Optional<Proof> status(Person person) {
        ImmigrationStatus status = person.immigration().status();
        if (answer(person).map(PersonAnswer::program).isEmpty() || NOTHING_TO_PROVE.contains(status)) {
            return Optional.empty();
        }
        boolean citizen = status == ImmigrationStatus.CITIZEN || status == ImmigrationStatus.NATIONAL;
        ProofKind kind = citizen ? ProofKind.CITIZENSHIP : ProofKind.IMMIGRATION;
        return Optional.of(Proof.ofAnyYear(person.key(), kind, String.valueOf(person.immigration())));
    }

    /** 42 CFR 435.948, 435.952(c), 45 CFR 155.320(c): an income that is counted for somebody whom a program with a limit takes. */
    private Optional<Proof> income(Person person) {
        if (person.incomes().isEmpty()) {
            return Optional.empty();
        }
        Household without =
                determined.facts().with(person.key(), facts -> facts.incomes(List.of()).deductions(List.of()).expected(null));
        @Nullable Determination other = whatIf.apply(without).orElse(null);
        boolean counts =
                determined.people().stream()
                        .anyMatch(one -> counted(determined, one).isPresent() && (other == null || !counted(determined, one).equals(counted(other, one.person(), one.program()))));
        String fact =
                determined.facts().planYear() + " " + person.incomes() + " " + person.deductions() + " " + person.expected();
        return counts ? Optional.of(new Proof(person.key(), ProofKind.INCOME, determined.facts().planYear(), fact)) : Optional.empty();
    }

    /** 45 CFR 155.320(d): an offer that doesn't keep somebody from MinnesotaCare or the tax credit, by what it is said to cost. */
    private Optional<Proof> employer(Person person) {
        return determined.facts().offers().stream()
                .filter(offer -> offer.employee().equals(person.key()))
                .filter(offer -> covered(offer).anyMatch(this::isHelpedDespiteOffers))
                .findFirst()
                .map(offer -> Proof.ofAnyYear(person.key(), ProofKind.EMPLOYER_OFFER, offerFact(offer)));
    }

    /** 45 CFR 155.350(c): a tribe's member who gets something else than others would. */
    private Optional<Proof> tribal(Person person) {
        Optional<PersonAnswer> answer = answer(person);
        if (person.tribal() != Answer.YES || answer.map(PersonAnswer::program).isEmpty()) {
            return Optional.empty();
        }
        Optional<Determination> other = whatIf.apply(determined.facts().with(person.key(), facts -> facts.tribal(Answer.NO)));
        boolean same =
                other.map(one -> one.of(person.key())).filter(one -> isTheSame(one, answer.get())).isPresent();
        return same ? Optional.empty() : Optional.of(Proof.ofAnyYear(person.key(), ProofKind.TRIBAL, "member"));
    }

    private static boolean isTheSame(PersonAnswer one, PersonAnswer other) {
        @Nullable Program program = one.program();
        boolean plan = program == Program.TAX_CREDIT || program == Program.FULL_PRICE_PLAN;
        return program == other.program() && (!plan || one.costSharing() == other.costSharing());
    }

    private Optional<PersonAnswer> answer(Person person) {
        return determined.people().stream().filter(one -> one.person().equals(person.key())).findFirst();
    }

    private static Optional<Money> counted(Determination determined, PersonAnswer answer) {
        return counted(determined, answer.person(), answer.program());
    }

    /** The income that the program compares with its limit; empty where it compares none. */
    private static Optional<Money> counted(Determination determined, String person, @Nullable Program program) {
        PersonAnswer answer = determined.of(person);
        @Nullable CountedHousehold household =
                switch (program) {
                    case MEDICAL_ASSISTANCE -> isByIncome(answer) ? answer.medicalAssistance() : null;
                    case MINNESOTACARE -> answer.yearly();
                    case TAX_CREDIT -> household(determined.taxHousehold(answer));
                    case FULL_PRICE_PLAN -> null;
                    case null -> null;
                };
        return Optional.ofNullable(household).map(CountedHousehold::income);
    }

    private static @Nullable CountedHousehold household(@Nullable CreditHousehold one) {
        return one == null ? null : one.household();
    }

    /** Who was in foster care gets Medical Assistance at any income. */
    private static boolean isByIncome(PersonAnswer answer) {
        return answer.of(Program.MEDICAL_ASSISTANCE).findings().stream()
                .anyMatch(one -> one.rule() == Rule.MA_INCOME);
    }

    private static Stream<String> covered(EmployerOffer offer) {
        return Stream.concat(Stream.of(offer.employee()), offer.family().stream());
    }

    private boolean isHelpedDespiteOffers(String person) {
        return determined.people().stream()
                .filter(one -> one.person().equals(person))
                .anyMatch(one -> one.program() == Program.MINNESOTACARE || one.program() == Program.TAX_CREDIT);
    }

    private String offerFact(EmployerOffer offer) {
        return determined.facts().planYear() + " " + offer.employeeOnly() + " " + offer.familyCost() + " " + offer.minimumValue()
                + " " + offer.familyMinimumValue() + " " + new TreeSet<>(offer.family());
    }
}
