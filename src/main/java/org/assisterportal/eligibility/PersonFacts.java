package org.assisterportal.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Person} together, fact by fact. */
public final class PersonFacts {
    private String key;
    private LocalDate born;
    private boolean applies = true;
    private Answer minnesotan = Answer.YES;
    private @Nullable String county;
    private Immigration immigration = Immigration.CITIZEN;
    private Pregnancy pregnancy = Pregnancy.NONE;
    private Answer fosterCare = Answer.NO;
    private Answer disabled = Answer.NO;
    private Answer medicare = Answer.NO;
    private Custody custody = Custody.FREE;
    private Answer tribal = Answer.NO;
    private Answer student = Answer.NO;
    private String home = "home";
    private Taxes taxes = Taxes.NONE;
    private Set<Coverage> coverage = Set.of();
    private List<Income> incomes = new ArrayList<>();
    private List<Deduction> deductions = new ArrayList<>();
    private @Nullable YearlyIncome expected;

    private PersonFacts(String key, LocalDate born) {
        this.key = key;
        this.born = born;
    }

    PersonFacts(Person person) {
        this(person.key(), person.born());
        applies = person.applies();
        minnesotan = person.minnesotan();
        county = person.county();
        immigration = person.immigration();
        pregnancy = person.pregnancy();
        fosterCare = person.fosterCare();
        disabled = person.disabled();
        medicare = person.medicare();
        custody = person.custody();
        tribal = person.tribal();
        student = person.student();
        home = person.home();
        taxes = person.taxes();
        coverage = person.coverage();
        incomes.addAll(person.incomes());
        deductions.addAll(person.deductions());
        expected = person.expected();
    }

    public static PersonFacts of(String key, LocalDate born) {
        return new PersonFacts(key, born);
    }

    public Person build() {
        return new Person(
                key, born, applies, minnesotan, county, immigration, pregnancy, fosterCare, disabled, medicare,
                custody, tribal, student, home, taxes, coverage, incomes, deductions, expected);
    }

    public PersonFacts key(String it) {
        key = it;
        return this;
    }

    public PersonFacts born(LocalDate it) {
        born = it;
        return this;
    }

    public PersonFacts applies(boolean it) {
        applies = it;
        return this;
    }

    public PersonFacts minnesotan(Answer it) {
        minnesotan = it;
        return this;
    }

    public PersonFacts county(@Nullable String it) {
        county = it;
        return this;
    }

    public PersonFacts immigration(Immigration it) {
        immigration = it;
        return this;
    }

    public PersonFacts pregnancy(Pregnancy it) {
        pregnancy = it;
        return this;
    }

    public PersonFacts fosterCare(Answer it) {
        fosterCare = it;
        return this;
    }

    public PersonFacts disabled(Answer it) {
        disabled = it;
        return this;
    }

    public PersonFacts medicare(Answer it) {
        medicare = it;
        return this;
    }

    public PersonFacts custody(Custody it) {
        custody = it;
        return this;
    }

    public PersonFacts tribal(Answer it) {
        tribal = it;
        return this;
    }

    public PersonFacts student(Answer it) {
        student = it;
        return this;
    }

    public PersonFacts home(String it) {
        home = it;
        return this;
    }

    public PersonFacts taxes(Taxes it) {
        taxes = it;
        return this;
    }

    public PersonFacts coverage(Set<Coverage> it) {
        coverage = it;
        return this;
    }

    public PersonFacts incomes(List<Income> it) {
        incomes = new ArrayList<>(it);
        return this;
    }

    /** One more income. */
    public PersonFacts income(IncomeKind kind, @Nullable Money amount, Frequency frequency) {
        incomes.add(new Income(kind, amount, frequency));
        return this;
    }

    public PersonFacts deductions(List<Deduction> it) {
        deductions = new ArrayList<>(it);
        return this;
    }

    public PersonFacts expected(@Nullable YearlyIncome it) {
        expected = it;
        return this;
    }
}
