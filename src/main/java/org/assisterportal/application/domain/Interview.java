package org.assisterportal.application.domain;

import static org.assisterportal.eligibility.Answer.NO;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assisterportal.application.Answered;
import org.assisterportal.application.Faults;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper.State;
import org.assisterportal.application.Paper.Step;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.eligibility.IncomeKind;

/** Which pages this household needs, in order, and which of them are answered. */
final class Interview {
    private static final List<Question> AFTER_STATUS =
            List.of(
                    Question.PREGNANCY, Question.FOSTER_CARE, Question.DISABILITY, Question.MEDICARE,
                    Question.CUSTODY, Question.TRIBES);

    private Interview() {}

    static List<Step> steps(Sheet sheet) {
        return spots(sheet).stream().map(spot -> step(spot, sheet)).toList();
    }

    private static Step step(Spot spot, Sheet sheet) {
        Answered answer = sheet.answers().get(spot);
        Set<String> leftOut = spot.question() == Question.TAXES ? TaxForm.leftOut(spot.subject(), sheet) : Set.of();
        if (answer == null) {
            return new Step(spot, State.TODO, null, whom(spot, sheet), leftOut, Faults.NONE, null);
        }
        Fields fields = fields(spot, answer.content(), sheet);
        State state = fields.problems().isEmpty() ? State.DONE : State.UNFINISHED;
        return new Step(spot, state, answer, whom(spot, sheet), leftOut, ofWhatStands(fields), OfItsMonth.again(spot, fields, sheet));
    }

    /** Without the fields that are merely empty: whoever left them open knows that. */
    private static Faults ofWhatStands(Fields fields) {
        Map<String, String> problems = new LinkedHashMap<>(fields.problems());
        problems.keySet().removeIf(field -> field.equals(Answered.FOR_YEAR) || field.equals(Answered.FOR_INCOME) || fields.isEmpty(field) && !fields.contradicts(field));
        return new Faults(problems, fields.elsewhere());
    }

    private static List<Member> whom(Spot spot, Sheet sheet) {
        String subject = spot.subject();
        return switch (spot.question()) {
            case RELATION -> sheet.before(subject);
            case CARE -> CareForm.carers(subject, sheet);
            case TAXES -> TaxForm.claimers(subject, sheet);
            case OFFER -> OfferForm.others(subject, sheet);
            default -> EachForm.concerned(spot.question(), sheet);
        };
    }

    /** What is wrong on a page with this content, by field. */
    static Faults faults(Spot spot, Map<String, String> content, Sheet sheet) {
        Fields fields = fields(spot, content, sheet);
        return new Faults(fields.problems(), fields.elsewhere());
    }

    private static Fields fields(Spot spot, Map<String, String> content, Sheet sheet) {
        Fields fields = new Fields(content);
        read(spot, fields, sheet);
        OfItsYear.check(spot.question(), fields, sheet);
        OfItsMonth.check(spot, fields, sheet);
        return fields;
    }

    private static void read(Spot spot, Fields fields, Sheet sheet) {
        String subject = spot.subject();
        switch (spot.question()) {
            case YEAR -> YearForm.of(fields, sheet);
            case HOME -> HomeForm.check(fields, sheet);
            case PERSON -> PersonForm.of(subject, fields, sheet);
            case RELATION -> RelationForm.check(subject, fields, sheet);
            case CARE -> CareForm.of(subject, fields, sheet);
            case TAXES -> TaxForm.of(subject, fields, sheet);
            case IMMIGRATION -> ImmigrationForm.of(subject, fields, sheet);
            case PREGNANCY ->
                    EachForm.concerned(Question.PREGNANCY, sheet)
                            .forEach(person -> EachForm.pregnancy(person, fields, sheet));
            case CUSTODY -> EachForm.checkCustody(fields, sheet);
            case CITIZENS, RESIDENCE, FOSTER_CARE, DISABILITY, MEDICARE, TRIBES, COVERED, EARNERS ->
                    EachForm.of(spot.question(), fields, sheet);
            case COVERAGE -> CoverageForm.of(fields);
            case INCOME -> MoneyForm.incomes(fields);
            case DEDUCTIONS -> MoneyForm.deductions(fields);
            case EXPECTED -> MoneyForm.expected(fields);
            case OFFER -> OfferForm.of(subject, fields, sheet);
            case SSN -> SsnForm.of(fields);
        }
    }

    private static List<Spot> spots(Sheet sheet) {
        List<Spot> spots = new ArrayList<>();
        spots.add(Spot.of(Question.YEAR));
        spots.add(Spot.of(Question.HOME));
        household(sheet, spots);
        if (!EachForm.concerned(Question.RESIDENCE, sheet).isEmpty()) {
            spots.add(Spot.of(Question.RESIDENCE));
        }
        List<Member> applicants = sheet.applicants();
        if (!applicants.isEmpty()) {
            spots.add(Spot.of(Question.CITIZENS));
        }
        for (Member one : applicants) {
            if (EachForm.of(Question.CITIZENS, one.key(), sheet) == NO) {
                spots.add(new Spot(Question.IMMIGRATION, one.key()));
            }
        }
        for (Question question : AFTER_STATUS) {
            if (!EachForm.concerned(question, sheet).isEmpty()) {
                spots.add(Spot.of(question));
            }
        }
        coverage(sheet, applicants, spots);
        money(sheet, spots);
        applicants.forEach(one -> spots.add(new Spot(Question.SSN, one.key())));
        return spots;
    }

    private static void household(Sheet sheet, List<Spot> spots) {
        List<Member> members = sheet.members();
        members.forEach(one -> spots.add(new Spot(Question.PERSON, one.key())));
        members.stream().skip(1).forEach(one -> spots.add(new Spot(Question.RELATION, one.key())));
        members.stream()
                .filter(one -> CareForm.isAsked(one, sheet))
                .forEach(one -> spots.add(new Spot(Question.CARE, one.key())));
        members.forEach(one -> spots.add(new Spot(Question.TAXES, one.key())));
    }

    private static void coverage(Sheet sheet, List<Member> applicants, List<Spot> spots) {
        if (applicants.isEmpty()) {
            return;
        }
        spots.add(Spot.of(Question.COVERED));
        applicants.stream()
                .filter(one -> EachForm.isYes(Question.COVERED, one, sheet))
                .forEach(one -> spots.add(new Spot(Question.COVERAGE, one.key())));
    }

    private static void money(Sheet sheet, List<Spot> spots) {
        spots.add(Spot.of(Question.EARNERS));
        for (Member one : sheet.members()) {
            if (!EachForm.isYes(Question.EARNERS, one, sheet)) {
                continue;
            }
            spots.add(new Spot(Question.INCOME, one.key()));
            spots.add(new Spot(Question.DEDUCTIONS, one.key()));
            spots.add(new Spot(Question.EXPECTED, one.key()));
            if (isEmployed(one, sheet)) {
                spots.add(new Spot(Question.OFFER, one.key()));
            }
        }
    }

    /** Whether somebody has wages, so that an employer may offer coverage. */
    static boolean isEmployed(Member person, Sheet sheet) {
        Fields incomes = sheet.fields(new Spot(Question.INCOME, person.key()));
        return EachForm.isYes(Question.EARNERS, person, sheet)
                && MoneyForm.incomes(incomes).stream().anyMatch(income -> income.kind() == IncomeKind.WAGES);
    }
}
