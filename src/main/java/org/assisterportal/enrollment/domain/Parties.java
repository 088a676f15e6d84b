package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.Verdict;
import org.assisterportal.enrollment.Party;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.jspecify.annotations.Nullable;

/** Who of a determined household buys together: a tax household shares one credit, and so one price. */
final class Parties {
    private Parties() {}

    /**
     * In the order of the tax households; those of none last.
     *
     * @param exempt whose exemption holds on that day
     */
    static List<Party> of(Determination determination, Set<String> tobacco, Set<String> exempt, LocalDate begins) {
        return of(determination, Set.of(), tobacco, exempt, begins);
    }

    /**
     * The same with those who have a plan already, whether they would still buy one: for them there is no credit.
     *
     * @param covered their keys
     */
    static List<Party> withCovered(Determination determination, Set<String> covered, Set<String> tobacco, LocalDate begins) {
        return of(determination, covered, tobacco, Set.of(), begins);
    }

    private static List<Party> of(Determination determination, Set<String> covered, Set<String> tobacco, Set<String> exempt, LocalDate begins) {
        Map<Integer, List<PersonAnswer>> together = new TreeMap<>((one, other) -> Integer.compareUnsigned(one, other));
        for (PersonAnswer answer : determination.people()) {
            if (answer.buys() || covered.contains(answer.person())) {
                together.computeIfAbsent(answer.taxHousehold(), number -> new ArrayList<>()).add(answer);
            }
        }
        return together.entrySet().stream().map(one -> party(one.getKey(), one.getValue(), determination, tobacco, exempt, begins)).toList();
    }

    /** Whose coverage another program is, by key; those who get nothing aren't there. */
    static Map<String, Program> others(Determination determination) {
        Map<String, Program> others = new TreeMap<>();
        for (PersonAnswer answer : determination.people()) {
            Program program = answer.program();
            if (program != null && !answer.buys()) {
                others.put(answer.person(), program);
            }
        }
        return others;
    }

    /** Whether a member of a federally recognized tribe is among them: they may choose in any month (45 CFR 155.420(d)(8)). */
    static boolean isTribal(Collection<String> people, Determination determination) {
        return people.stream().anyMatch(key -> facts(determination, key).tribal() == Answer.YES);
    }

    private static Party party(
            int number, List<PersonAnswer> answers, Determination determination, Set<String> tobacco, Set<String> exempt, LocalDate begins) {
        CreditHousehold household = determination.taxHousehold(answers.getFirst());
        List<Buyer> buyers =
                answers.stream().map(answer -> buyer(answer, facts(determination, answer.person()), tobacco, exempt, household)).toList();
        boolean credit = buyers.stream().anyMatch(Buyer::creditEligible);
        @Nullable Money contribution = credit && household != null ? household.contribution() : null;
        boolean unknown = answers.stream().anyMatch(answer -> answer.of(Program.TAX_CREDIT).verdict() == Verdict.UNKNOWN);
        return new Party(number, new Buyers(begins.getYear(), begins, buyers, contribution, null), credit, unknown);
    }

    private static Buyer buyer(PersonAnswer answer, Person facts, Set<String> tobacco, Set<String> exempt, @Nullable CreditHousehold household) {
        boolean credit = answer.program() == Program.TAX_CREDIT && household != null && household.eligible().contains(answer.person());
        CostSharing sharing = answer.costSharing() == null ? CostSharing.NONE : answer.costSharing();
        return new Buyer(answer.person(), facts.born(), tobacco.contains(answer.person()), credit, sharing, exempt.contains(answer.person()));
    }

    private static Person facts(Determination determination, String key) {
        return determination.facts().people().stream().filter(person -> person.key().equals(key)).findFirst().orElseThrow();
    }
}
