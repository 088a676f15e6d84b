package org.assisterportal.eligibility.domain;

import static org.assisterportal.eligibility.domain.Kin.NOBODY;

import java.util.List;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.Problem;
import org.assisterportal.eligibility.Sentence.Who;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.Taxes.Filing;
import org.assisterportal.eligibility.Taxes.SeparateReason;

/** Tax returns that can't be filed so: 26 U.S.C. 2, 152, 6013, 7703. */
final class TaxConsistencyRules {
    private final Kin kin;
    private final int place;
    private final Person person;
    private final Taxes taxes;
    private final List<Problem> problems;

    private TaxConsistencyRules(Kin kin, int place, List<Problem> problems) {
        this.kin = kin;
        this.place = place;
        this.person = kin.people[place];
        this.taxes = person.taxes();
        this.problems = problems;
    }

    static void check(Kin kin, int place, List<Problem> problems) {
        TaxConsistencyRules rules = new TaxConsistencyRules(kin, place, problems);
        rules.dependentsFit();
        rules.returnFits();
    }

    private void problem(Person at, String message, Object... facts) {
        problems.add(new Problem(at.key(), message, List.of(facts)));
    }

    /** Whoever claims files a return, and is nobody's dependent: 26 U.S.C. 152(b)(1). */
    private void dependentsFit() {
        int by = kin.claimedBy[place];
        if (by == place) {
            problem(person, "eligibility.problem.claims-themself");
        } else if (by != NOBODY) {
            if (!kin.filing(by).files() && kin.filing(by) != Filing.UNKNOWN) {
                problem(person, "eligibility.problem.claimer-files-none", new Who(kin.people[by].key()));
            } else if (kin.people[by].taxes().isDependent()) {
                problem(person, "eligibility.problem.claimer-is-dependent", new Who(kin.people[by].key()));
            }
            if (taxes.claimedOutside() != Taxes.Outside.NOBODY) {
                problem(person, "eligibility.problem.claimed-twice");
            }
        }
    }

    private void returnFits() {
        int spouse = kin.spouse[place];
        switch (taxes.filing()) {
            case JOINT -> {
                if (spouse == NOBODY || kin.filing(spouse) != Filing.JOINT) {
                    problem(person, "eligibility.problem.joint-alone");
                } else if (taxes.isDependent()) {
                    problem(person, "eligibility.problem.joint-dependent");
                }
            }
            case SEPARATE -> {
                if (spouse == NOBODY && taxes.exception() == SeparateReason.NONE) {
                    problem(person, "eligibility.problem.separate-unmarried");
                }
            }
            case SINGLE -> {
                if (spouse != NOBODY) {
                    problem(person, "eligibility.problem.single-married");
                }
            }
            case HEAD_OF_HOUSEHOLD -> {
                if (spouse != NOBODY && kin.together(place, spouse)) {
                    problem(person, "eligibility.problem.head-with-spouse");
                }
            }
            case NONE, UNKNOWN -> {}
        }
        if (taxes.exception() != SeparateReason.NONE && taxes.filing() != Filing.SEPARATE) {
            problem(person, "eligibility.problem.exception-without-separate");
        }
    }
}
