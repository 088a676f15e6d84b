package org.assisterportal.eligibility.domain;

import java.time.LocalDate;
import java.util.Set;
import org.assisterportal.eligibility.Ages;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Coverage;
import org.assisterportal.eligibility.Immigration;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.Rule;
import org.assisterportal.eligibility.Sentence.Word;

/** Citizenship and immigration status, program by program; which status counts from when is rule data. */
final class ImmigrationRules {
    /** Coverage that makes a pregnant person insured under 42 CFR 457.310(b)(2)(ii). */
    private static final Set<Coverage> INSURED =
            Set.of(Coverage.EMPLOYER, Coverage.COBRA, Coverage.RETIREE, Coverage.INDIVIDUAL, Coverage.TRICARE);

    private ImmigrationRules() {}

    /** Minn. Stat. 256B.06, subd. 4; EPM 2.1.2.2.2. */
    static void medicalAssistance(Facts facts, int place, Findings found) {
        Person person = facts.person(place);
        Immigration immigration = person.immigration();
        ImmigrationStatus status = immigration.status();
        RuleFile.Immigration data = facts.rules.file.immigration();
        if (isCitizen(status)) {
            found.met(Rule.MA_IMMIGRATION, "eligibility.immigration.citizen");
            return;
        }
        Answer pregnant = facts.pregnantOrAfter(place);
        if (status == ImmigrationStatus.UNKNOWN) {
            if (pregnant == Answer.YES && !insured(person)) {
                found.met(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.pregnant-any");
            } else {
                found.unknown(Rule.MA_IMMIGRATION, "eligibility.immigration.unknown");
            }
            return;
        }
        int without = data.childrenWithoutWaitUnder().years();
        if (!data.lawfullyPresent().statuses().contains(status)) {
            if (pregnant == Answer.YES) {
                uninsured(person, status, found);
            } else if (pregnant == Answer.UNKNOWN) {
                found.unknown(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.pregnancy-unknown", word(status));
            } else {
                found.notMet(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.not-lawful", word(status));
                found.change("eligibility.change.emergency");
            }
            return;
        }
        if (facts.kin.ages[place] < without || pregnant == Answer.YES) {
            found.met(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.child-or-pregnant", word(status), without);
            return;
        }
        RuleFile.Dated dated = facts.rules.medicalAssistanceStatuses(facts.kin.household.day());
        if (dated.atOnce().contains(status)) {
            found.met(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.at-once", word(status), dated.from());
        } else if (dated.afterFiveYears().contains(status)) {
            afterFiveYears(facts, immigration, pregnant, found);
        } else if (pregnant == Answer.UNKNOWN) {
            found.unknown(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.pregnancy-unknown", word(status));
        } else {
            found.notMet(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.not-listed", word(status), dated.from());
            found.change("eligibility.change.emergency");
        }
    }

    /** Minn. Stat. 256B.06, subd. 4(i): pregnant whatever the status, where no insurance pays. */
    private static void uninsured(Person person, ImmigrationStatus status, Findings found) {
        if (insured(person)) {
            found.notMet(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.pregnant-insured", word(status));
        } else {
            found.met(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.pregnant", word(status));
        }
    }

    private static boolean insured(Person person) {
        return person.coverage().stream().anyMatch(INSURED::contains);
    }

    /** 8 U.S.C. 1613: five years, but not for those who fled, nor for veterans and their families. */
    private static void afterFiveYears(Facts facts, Immigration immigration, Answer pregnant, Findings found) {
        RuleFile.Immigration data = facts.rules.file.immigration();
        Word status = word(immigration.status());
        ImmigrationStatus before = immigration.before();
        if (before != null && data.noWaitAsResidentAfter().statuses().contains(before)) {
            found.met(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.resident-after", word(before));
            return;
        }
        if (immigration.military() == Answer.YES) {
            found.met(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.military", status);
            return;
        }
        if (immigration.since() == null) {
            found.unknown(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.since-unknown", status);
            return;
        }
        LocalDate over = immigration.since().plusYears(data.waitYears().years());
        if (!facts.kin.household.day().isBefore(over)) {
            found.met(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.five-years-over", status, over);
        } else if (immigration.military() == Answer.UNKNOWN) {
            found.unknown(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.military-unknown", status, over);
        } else if (pregnant == Answer.UNKNOWN) {
            found.unknown(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.pregnancy-unknown", status);
        } else {
            found.notMet(Rule.MA_IMMIGRATION, "eligibility.immigration.ma.five-years", status, over);
            found.change("eligibility.change.five-years", over);
        }
    }

    /** Minn. Stat. 256L.04, subd. 10; for a year that lies ahead, a child is who is one when it begins. */
    static void minnesotaCare(Facts facts, int place, Findings found) {
        RuleFile.WithChildren data = facts.rules.file.immigration().minnesotaCare();
        ImmigrationStatus status = facts.person(place).immigration().status();
        if (isCitizen(status)) {
            found.met(Rule.MINNESOTACARE_IMMIGRATION, "eligibility.immigration.citizen");
        } else if (status == ImmigrationStatus.UNKNOWN) {
            found.unknown(Rule.MINNESOTACARE_IMMIGRATION, "eligibility.immigration.unknown");
        } else if (data.statuses().contains(status)) {
            found.met(Rule.MINNESOTACARE_IMMIGRATION, "eligibility.immigration.minnesotacare", word(status));
        } else if (data.childStatuses().contains(status)
                && Ages.at(facts.person(place).born(), facts.firstDay()) < data.childrenUnder()) {
            found.met(Rule.MINNESOTACARE_IMMIGRATION, "eligibility.immigration.minnesotacare.child", data.childrenUnder());
            BirthdayRules.next(facts, place, data.childrenUnder(), found);
        } else {
            found.notMet(
                    Rule.MINNESOTACARE_IMMIGRATION, "eligibility.immigration.minnesotacare.not", word(status), data.childrenUnder());
        }
    }

    /** 45 CFR 155.305(a)(1): citizens, nationals and whoever is lawfully present. */
    static void plan(Facts facts, int place, Findings found) {
        listed(facts, place, found, Rule.PLAN_IMMIGRATION, facts.rules.file.immigration().lawfullyPresent().statuses());
    }

    /** 26 U.S.C. 36B(e); a shorter list from plan year 2027. */
    static void credit(Facts facts, int place, Findings found) {
        listed(facts, place, found, Rule.CREDIT_IMMIGRATION, facts.rules.file.immigration().credit().statuses());
    }

    private static void listed(Facts facts, int place, Findings found, Rule rule, Set<ImmigrationStatus> statuses) {
        ImmigrationStatus status = facts.person(place).immigration().status();
        if (isCitizen(status)) {
            found.met(rule, "eligibility.immigration.citizen");
        } else if (status == ImmigrationStatus.UNKNOWN) {
            found.unknown(rule, "eligibility.immigration.unknown");
        } else if (statuses.contains(status)) {
            found.met(rule, "eligibility.immigration.listed", word(status), facts.rules.file.planYear());
        } else {
            found.notMet(rule, "eligibility.immigration.not-listed", word(status), facts.rules.file.planYear());
        }
    }

    private static boolean isCitizen(ImmigrationStatus status) {
        return status == ImmigrationStatus.CITIZEN || status == ImmigrationStatus.NATIONAL;
    }

    /** The status in words. */
    static Word word(ImmigrationStatus status) {
        return WORDS[status.ordinal()];
    }

    private static final Word[] WORDS = words();

    private static Word[] words() {
        ImmigrationStatus[] all = ImmigrationStatus.values();
        Word[] words = new Word[all.length];
        for (ImmigrationStatus status : all) {
            words[status.ordinal()] = new Word("eligibility.status." + status.name());
        }
        return words;
    }
}
