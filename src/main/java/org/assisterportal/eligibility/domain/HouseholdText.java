package org.assisterportal.eligibility.domain;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Coverage;
import org.assisterportal.eligibility.Custody;
import org.assisterportal.eligibility.Deduction;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Immigration;
import org.assisterportal.eligibility.Income;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Pregnancy;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.YearlyIncome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** A household's facts as JSON; an unknown field is refused, a missing one is what most people are. */
final class HouseholdText {
    private final JsonMapper mapper =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Money.class, new MoneyOut())
                                    .addDeserializer(Money.class, new MoneyIn())
                                    .addDeserializer(Person.class, new PersonIn()))
                    .changeDefaultVisibility(all -> all.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                    .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    String write(Household household) {
        return mapper.writeValueAsString(household);
    }

    Household read(String text) {
        try {
            return mapper.readValue(text, Household.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** A person as written: what is null wasn't. */
    record Written(
            String key,
            LocalDate born,
            @Nullable Boolean applies,
            @Nullable Answer minnesotan,
            @Nullable String county,
            @Nullable Immigration immigration,
            @Nullable Pregnancy pregnancy,
            @Nullable Answer fosterCare,
            @Nullable Answer disabled,
            @Nullable Answer medicare,
            @Nullable Custody custody,
            @Nullable Answer tribal,
            @Nullable Answer student,
            @Nullable String home,
            @Nullable Taxes taxes,
            @Nullable Set<Coverage> coverage,
            @Nullable List<Income> incomes,
            @Nullable List<Deduction> deductions,
            @Nullable YearlyIncome expected) {

        Person person() {
            Person usual = PersonFacts.of(key, born).build();
            return new Person(
                    key,
                    born,
                    applies == null || applies,
                    or(minnesotan, usual.minnesotan()),
                    county,
                    or(immigration, usual.immigration()),
                    or(pregnancy, usual.pregnancy()),
                    or(fosterCare, usual.fosterCare()),
                    or(disabled, usual.disabled()),
                    or(medicare, usual.medicare()),
                    or(custody, usual.custody()),
                    or(tribal, usual.tribal()),
                    or(student, usual.student()),
                    or(home, usual.home()),
                    or(taxes, usual.taxes()),
                    or(coverage, usual.coverage()),
                    or(incomes, usual.incomes()),
                    or(deductions, usual.deductions()),
                    expected);
        }

        private static <T> T or(@Nullable T written, T usual) {
            return written == null ? usual : written;
        }
    }

    private static final class PersonIn extends ValueDeserializer<Person> {
        @Override
        public Person deserialize(JsonParser in, DeserializationContext context) {
            return context.readValue(in, Written.class).person();
        }
    }

    private static final class MoneyIn extends ValueDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) {
            try {
                return Money.of(new BigDecimal(in.getValueAsString("")));
            } catch (ArithmeticException | IllegalArgumentException e) {
                throw DatabindException.from(in, "An amount is a number of dollars with at most two decimals", e);
            }
        }
    }

    private static final class MoneyOut extends ValueSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator out, SerializationContext context) {
            out.writeNumber(money.toDecimal());
        }
    }
}
