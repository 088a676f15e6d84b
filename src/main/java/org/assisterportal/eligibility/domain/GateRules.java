package org.assisterportal.eligibility.domain;

import java.util.Set;
import org.assisterportal.eligibility.Coverage;
import org.assisterportal.eligibility.Custody;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.Rule;
import org.assisterportal.eligibility.Sentence.Word;

/** What several programs ask alike of one person: living in Minnesota, being free, having no other coverage. */
final class GateRules {
    /** Minimum essential coverage that bars whoever is enrolled: 26 U.S.C. 5000A(f), 26 CFR 1.36B-2(c). */
    private static final Set<Coverage> ESSENTIAL =
            Set.of(
                    Coverage.EMPLOYER,
                    Coverage.COBRA,
                    Coverage.RETIREE,
                    Coverage.TRICARE,
                    Coverage.VETERANS_HEALTH,
                    Coverage.PEACE_CORPS,
                    Coverage.OTHER_MINIMUM_ESSENTIAL);

    private GateRules() {}

    static void residence(Person person, Rule rule, Findings found) {
        switch (person.minnesotan()) {
            case YES -> found.met(rule, "eligibility.residence.met");
            case NO -> {
                found.notMet(rule, "eligibility.residence.not");
                found.change("eligibility.change.move");
            }
            case UNKNOWN -> found.unknown(rule, "eligibility.residence.unknown");
        }
    }

    /** Prison and jail bar, but not while charges are pending. */
    static void custody(Person person, Rule rule, Findings found) {
        switch (person.custody()) {
            case FREE -> found.met(rule, "eligibility.custody.free");
            case AWAITING_DISPOSITION -> found.met(rule, "eligibility.custody.awaiting");
            case INCARCERATED -> {
                found.notMet(rule, "eligibility.custody.incarcerated");
                found.change("eligibility.change.release");
            }
            case UNKNOWN -> found.unknown(rule, "eligibility.custody.unknown");
        }
    }

    /** EPM 2.1.2.4: incarcerated people qualify, but only stays in a hospital are paid. */
    static void custodyUnderMedicalAssistance(Person person, Findings found) {
        if (person.custody() == Custody.INCARCERATED || person.custody() == Custody.AWAITING_DISPOSITION) {
            found.noted(Rule.MA_CUSTODY, "eligibility.custody.ma");
        }
    }

    /** Medicare, or other minimum essential coverage in which one is enrolled. */
    static void coverage(Person person, Rule rule, Findings found) {
        switch (person.medicare()) {
            case YES -> {
                found.notMet(rule, "eligibility.coverage.medicare");
                return;
            }
            case UNKNOWN -> found.unknown(rule, "eligibility.coverage.medicare-unknown");
            case NO -> {}
        }
        for (Coverage coverage : Coverage.values()) {
            if (person.coverage().contains(coverage) && ESSENTIAL.contains(coverage)) {
                found.notMet(rule, "eligibility.coverage.enrolled", word(coverage));
                found.change("eligibility.change.coverage-ends", word(coverage));
                return;
            }
        }
        if (person.coverage().contains(Coverage.UNKNOWN)) {
            found.unknown(rule, "eligibility.coverage.unknown");
        } else {
            found.met(rule, "eligibility.coverage.none");
        }
    }

    private static Word word(Coverage coverage) {
        return new Word("eligibility.coverage." + coverage.name());
    }
}
