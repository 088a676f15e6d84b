package org.assisterportal.eligibility.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Coverage;
import org.assisterportal.eligibility.Custody;
import org.assisterportal.eligibility.Deduction;
import org.assisterportal.eligibility.EmployerOffer;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Immigration;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.assisterportal.eligibility.Income;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Pregnancy;
import org.assisterportal.eligibility.Relation;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.YearlyIncome;
import org.jspecify.annotations.Nullable;

/** Reads the households of the case tables; src/test/resources/eligibility/README.md says how they are written. */
final class CaseNotation {
    private CaseNotation() {}

    static Household household(int planYear, LocalDate day, String people, String relations, String offers) {
        List<Person> read = new ArrayList<>();
        for (String person : parts(people, "\\|")) {
            read.add(person(person));
        }
        List<Relation> related = new ArrayList<>();
        for (String relation : parts(relations, ",")) {
            String[] words = relation.split(" ");
            related.add(new Relation(words[0], Relation.Kind.valueOf(words[1]), words[2]));
        }
        List<EmployerOffer> offered = new ArrayList<>();
        for (String offer : parts(offers, ",")) {
            offered.add(offer(offer));
        }
        return new Household(planYear, day, read, related, offered);
    }

    private static List<String> parts(String text, String separator) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(separator)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static Person person(String text) {
        String[] words = text.split("\\s+");
        PersonFacts facts = PersonFacts.of(words[0], LocalDate.parse(words[1]));
        Taxes taxes = Taxes.NONE;
        Immigration immigration = Immigration.CITIZEN;
        Set<Coverage> coverage = EnumSet.noneOf(Coverage.class);
        List<Deduction> deductions = new ArrayList<>();
        for (int i = 2; i < words.length; i++) {
            String word = words[i];
            String name = word.contains(":") ? word.substring(0, word.indexOf(':')) : word;
            String value = word.substring(Math.min(word.length(), name.length() + 1));
            switch (name) {
                case "SINGLE", "JOINT", "SEPARATE", "HEAD_OF_HOUSEHOLD" ->
                        taxes = new Taxes(Taxes.Filing.valueOf(name), taxes.claimedBy(), taxes.claimedOutside(), taxes.exception());
                case "files" -> taxes = Taxes.of(Taxes.Filing.UNKNOWN);
                case "ABUSE", "ABANDONMENT" -> taxes = Taxes.separately(Taxes.SeparateReason.valueOf(name));
                case "by" -> taxes = new Taxes(taxes.filing(), value, Taxes.Outside.NOBODY, Taxes.SeparateReason.NONE);
                case "outside" -> taxes = new Taxes(taxes.filing(), null, outside(value), Taxes.SeparateReason.NONE);
                case "year" -> facts.expected(new YearlyIncome(money(value)));
                case "less" -> deductions.add(deduction(value));
                case "pregnant" ->
                        facts.pregnancy(value.equals("?") ? Pregnancy.UNKNOWN : Pregnancy.expecting(Integer.parseInt(value)));
                case "birth" -> facts.pregnancy(Pregnancy.ended(LocalDate.parse(value)));
                case "status" -> immigration = status(value);
                case "was" ->
                        immigration =
                                new Immigration(immigration.status(), immigration.since(), ImmigrationStatus.valueOf(value), Answer.NO);
                case "military" ->
                        immigration = new Immigration(immigration.status(), immigration.since(), immigration.before(), answer(value));
                case "foster" -> facts.fosterCare(answer(value));
                case "disabled" -> facts.disabled(answer(value));
                case "medicare" -> facts.medicare(answer(value));
                case "minnesotan" -> facts.minnesotan(value.equals("no") ? Answer.NO : answer(value));
                case "custody" -> facts.custody(Custody.valueOf(value));
                case "tribe" -> facts.tribal(answer(value));
                case "student" -> facts.student(Answer.YES);
                case "home" -> facts.home(value);
                case "has" -> coverage.add(Coverage.valueOf(value));
                case "noapply" -> facts.applies(false);
                default -> income(facts, name, value);
            }
        }
        return facts.taxes(taxes).immigration(immigration).coverage(coverage).deductions(deductions).build();
    }

    private static Taxes.Outside outside(String value) {
        return value.equals("?") ? Taxes.Outside.UNKNOWN : Taxes.Outside.valueOf(value);
    }

    private static Answer answer(String value) {
        return value.equals("?") ? Answer.UNKNOWN : Answer.YES;
    }

    private static @Nullable Money money(String value) {
        return value.equals("?") ? null : Money.of(value);
    }

    private static Immigration status(String value) {
        String[] parts = value.split("@");
        ImmigrationStatus status = parts[0].equals("?") ? ImmigrationStatus.UNKNOWN : ImmigrationStatus.valueOf(parts[0]);
        return parts.length == 1 ? Immigration.of(status) : Immigration.since(status, LocalDate.parse(parts[1]));
    }

    private static void income(PersonFacts facts, String kind, String value) {
        String[] parts = value.split("/");
        Income income = new Income(IncomeKind.valueOf(kind.toUpperCase(Locale.ROOT)), money(parts[0]), frequency(parts[1]));
        facts.income(income.kind(), income.amount(), income.frequency());
    }

    private static Deduction deduction(String value) {
        String[] parts = value.split("/");
        return new Deduction(Deduction.Kind.OTHER, money(parts[0]), frequency(parts[1]));
    }

    private static Frequency frequency(String word) {
        return switch (word) {
            case "week" -> Frequency.WEEKLY;
            case "2weeks" -> Frequency.EVERY_TWO_WEEKS;
            case "halfmonth" -> Frequency.TWICE_A_MONTH;
            case "month" -> Frequency.MONTHLY;
            case "quarter" -> Frequency.QUARTERLY;
            case "year" -> Frequency.YEARLY;
            case "once" -> Frequency.ONCE;
            default -> throw new IllegalArgumentException(word);
        };
    }

    /** {@code maria 400/950 for jose ana value:no familyvalue:?}. */
    private static EmployerOffer offer(String text) {
        String[] words = text.split("\\s+");
        String[] prices = words[1].split("/");
        Set<String> family = new HashSet<>();
        Answer value = Answer.YES;
        Answer familyValue = Answer.YES;
        for (int i = 2; i < words.length; i++) {
            switch (words[i]) {
                case "for" -> {}
                case "value:no" -> value = Answer.NO;
                case "value:?" -> value = Answer.UNKNOWN;
                case "familyvalue:no" -> familyValue = Answer.NO;
                case "familyvalue:?" -> familyValue = Answer.UNKNOWN;
                default -> family.add(words[i]);
            }
        }
        return new EmployerOffer(words[0], family, money(prices[0]), money(prices[1]), value, familyValue);
    }
}
