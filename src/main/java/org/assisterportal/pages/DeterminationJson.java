package org.assisterportal.pages;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Signings.Signature;
import org.assisterportal.eligibility.CountedHousehold;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.ProgramAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * A determination for machines. The names of these records' components are the file's field names and stay as they are;
 * docs/determination-json.md says what each means. Amounts are dollars with two decimals, percents have two decimals.
 */
@Component
public class DeterminationJson {
    private static final String FORMAT = "1";

    private final ResultWords results;
    private final Words words;

    DeterminationJson(ResultWords results, Words words) {
        this.results = results;
        this.words = words;
    }

    /** For whom it isn't open now, where a person would get a page that says why. */
    public ResponseEntity<ProblemDetail> refused() {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, words.key("apply.json.refused"))).build();
    }

    public record Document(
            String format, String application, long applicationNumber, int version, Instant signedAt, String answersSha256,
            String rules, int planYear, LocalDate day, List<Person> people, List<TaxHousehold> taxHouseholds) {}

    public record Person(
            String key, String name, String program, String verdict, List<ProgramResult> programs, Counted month, Counted year,
            @Nullable Integer taxHousehold, @Nullable String costSharing) {}

    public record ProgramResult(
            String program, String verdict, @Nullable LocalDate from, List<Finding> findings, List<String> changes) {}

    public record Finding(String rule, String citation, String result, boolean decides, String message, String text) {}

    public record Counted(
            List<String> members, int size, BigDecimal income, boolean incomeKnown, BigDecimal guideline, BigDecimal percent) {}

    public record TaxHousehold(
            List<String> filers, Counted counted, List<String> eligible, @Nullable BigDecimal contributionPercent,
            @Nullable BigDecimal contributionMonthly, String costSharing) {}

    public Document of(Paper paper, Signature signature, Determination determination) {
        return new Document(
                FORMAT, paper.id().toString(), paper.reference(), paper.number(), signature.at(), signature.sha256(),
                determination.rules(), determination.facts().planYear(), determination.facts().day(),
                determination.people().stream().map(one -> person(paper, one)).toList(),
                determination.taxHouseholds().stream().map(DeterminationJson::household).toList());
    }

    private Person person(Paper paper, PersonAnswer answer) {
        ProgramAnswer first = answer.first();
        return new Person(
                answer.person(), paper.person(answer.person()).map(Member::name).orElse(""), first.program().name(),
                first.verdict().name(), Stream.of(Program.values()).map(answer::of).map(one -> program(paper, one)).toList(),
                counted(answer.medicalAssistance()), counted(answer.yearly()),
                answer.taxHousehold() < 0 ? null : answer.taxHousehold(),
                answer.costSharing() == null ? null : answer.costSharing().name());
    }

    private ProgramResult program(Paper paper, ProgramAnswer answer) {
        List<org.assisterportal.eligibility.Finding> deciding = answer.deciding();
        List<Finding> findings =
                answer.findings().stream()
                        .map(
                                one ->
                                        new Finding(
                                                one.rule().name(), one.rule().citation(), one.result().name(), deciding.contains(one),
                                                one.message(), results.said(paper, one)))
                        .toList();
        return new ProgramResult(
                answer.program().name(), answer.verdict().name(), answer.from(), findings,
                answer.changes().stream().map(one -> results.said(paper, one)).toList());
    }

    private static Counted counted(CountedHousehold household) {
        return new Counted(
                household.members(), household.size(), household.income().toDecimal(), household.known(),
                household.guideline().toDecimal(), hundredths(household.percent().hundredths()));
    }

    private static TaxHousehold household(CreditHousehold one) {
        Money contribution = one.contribution();
        return new TaxHousehold(
                one.filers(), counted(one.household()), one.eligible(), one.rate() == null ? null : hundredths(one.rate().hundredths()),
                contribution == null ? null : contribution.toDecimal(), one.costSharing().name());
    }

    private static BigDecimal hundredths(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
