package org.assisterportal.arc;

import java.util.ArrayList;
import java.util.List;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.eligibility.EmployerOffer;
import org.assisterportal.eligibility.Immigration;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.assisterportal.eligibility.Income;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.YearlyIncome;
import org.assisterportal.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the application says of the one thing that is to be proved, and nothing else of it. */
@Component
class ProofFacts {
    private final Words words;
    private final SignedVersions versions;

    ProofFacts(Words words, SignedVersions versions) {
        this.words = words;
        this.versions = versions;
    }

    List<String> of(DocumentReviews.Case seen) {
        ProofRequest request = seen.request();
        Person person =
                seen.facts().people().stream().filter(one -> one.key().equals(request.person())).findFirst().orElseThrow();
        List<String> said = new ArrayList<>();
        said.add(words.say("document.review.person", List.of(request.name(), person.born().toString())));
        switch (request.kind()) {
            case IDENTITY -> {}
            case CITIZENSHIP, IMMIGRATION -> status(person.immigration(), said);
            case INCOME -> {
                person.incomes().forEach(income -> said.add(income(income)));
                said.add(expected(person.expected(), seen.facts().planYear()));
                person.deductions().forEach(one -> said.add(words.say("document.review.deduction", List.of(words.key("apply.deduction-kind." + one.kind()), money(one.amount()), words.key("apply.frequency." + one.frequency())))));
            }
            case EMPLOYER_OFFER -> seen.facts().offers().stream().filter(one -> one.employee().equals(person.key())).forEach(one -> offer(one, said));
            case TRIBAL -> said.add(words.key("document.review.tribal"));
            case LOST_COVERAGE, BIRTH, ADOPTION, MARRIAGE, DIVORCE_OR_DEATH, MOVED, GAINED_STATUS, RELEASED -> {
                said.add(words.say("document.review.event", List.of(words.key("document.kind." + request.kind()), String.valueOf(request.happened()))));
                said.add(words.key("document.review.event.what"));
            }
        }
        return said;
    }

    private void status(Immigration status, List<String> said) {
        said.add(status(status.status()));
        if (status.since() != null) {
            said.add(words.say("document.review.since", List.of(status.since().toString())));
        }
        if (status.before() != null) {
            said.add(words.say("document.review.before", List.of(status(status.before()))));
        }
    }

    private String status(ImmigrationStatus status) {
        return words.key((status == ImmigrationStatus.CITIZEN ? "document.review." : "apply.status.") + status);
    }

    private String income(Income income) {
        return words.say(
                "document.review.income",
                List.of(words.key("apply.income-kind." + income.kind()), money(income.amount()), words.key("apply.frequency." + income.frequency())));
    }

    private String expected(@Nullable YearlyIncome expected, int year) {
        return expected == null
                ? words.say("document.review.expected.same", List.of(String.valueOf(year)))
                : words.say("document.review.expected", List.of(String.valueOf(year), money(expected.amount())));
    }

    /** The version that counts now for the plan year about which something is to be proved; else the one that asked. */
    ApplicationId inForce(DocumentReviews.Case seen) {
        Integer asked = seen.request().planYear();
        int year = asked == null ? seen.facts().planYear() : asked;
        return versions.inForce(seen.request().consumer()).stream()
                .filter(id -> versions.determination(id).filter(one -> one.facts().planYear() == year).isPresent())
                .findFirst()
                .orElse(seen.request().application());
    }

    private void offer(EmployerOffer offer, List<String> said) {
        said.add(words.say("document.review.offer.own", List.of(money(offer.employeeOnly()))));
        if (!offer.family().isEmpty()) {
            said.add(words.say("document.review.offer.family", List.of(money(offer.familyCost()))));
        }
        said.add(words.say("document.review.offer.value", List.of(words.key("apply.answer." + offer.minimumValue()))));
    }

    private String money(@Nullable Money amount) {
        return amount == null ? words.key("apply.amount.unknown") : amount.words();
    }
}
