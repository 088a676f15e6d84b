package org.assisterportal.eligibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ladder of one person who wants coverage.
 *
 * @param ladder the four programs in order
 * @param medicalAssistance whom Medical Assistance counts with this person, and their present month
 * @param taxHousehold index among the determination's tax households, -1 when in none
 * @param yearly whom MinnesotaCare counts with this person, and their year
 * @param costSharing of this person, null when none could be had
 */
public record PersonAnswer(
        String person,
        List<ProgramAnswer> ladder,
        CountedHousehold medicalAssistance,
        CountedHousehold yearly,
        int taxHousehold,
        @Nullable CostSharing costSharing) {

    public ProgramAnswer of(Program program) {
        return ladder.get(program.ordinal());
    }

    /** The answer to say first: the first help that says yes; else what is still open; else the plan at its full price. */
    public ProgramAnswer first() {
        for (Verdict verdict : List.of(Verdict.YES, Verdict.HANDED_OVER, Verdict.UNKNOWN)) {
            for (ProgramAnswer answer : ladder) {
                if (answer.verdict() == verdict && answer.program() != Program.FULL_PRICE_PLAN) {
                    return answer;
                }
            }
        }
        return of(Program.FULL_PRICE_PLAN);
    }

    /** The first program that says yes; null when none does. */
    public @Nullable Program program() {
        for (ProgramAnswer answer : ladder) {
            if (answer.verdict() == Verdict.YES) {
                return answer.program();
            }
        }
        return null;
    }

    /** Whether this person gets coverage by a plan of the marketplace, with the tax credit or at its full price. */
    public boolean buys() {
        Program program = program();
        return program == Program.TAX_CREDIT || program == Program.FULL_PRICE_PLAN;
    }

    /** Whether an insurer may sell this person one: none may to who has Medicare, 42 U.S.C. 1395ss(d)(3). */
    public boolean mayBuy() {
        return buys() && of(Program.FULL_PRICE_PLAN).findings().stream().noneMatch(one -> one.rule() == Rule.PLAN_MEDICARE);
    }
}
