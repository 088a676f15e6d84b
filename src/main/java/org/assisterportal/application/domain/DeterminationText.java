package org.assisterportal.application.domain;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assisterportal.eligibility.Change;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Finding;
import org.assisterportal.eligibility.FinePercent;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Percent;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Sentence.Who;
import org.assisterportal.eligibility.Sentence.Word;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/**
 * A determination's answers as JSON, so that years later they read as they did, whatever the rules became. A sentence's
 * facts are objects that say what they are: {@code {"who": "self"}}, {@code {"cents": 12000}}.
 */
final class DeterminationText {
    private static final String WHO = "who";
    private static final String CENTS = "cents";
    private static final String HUNDREDTHS = "hundredths";
    private static final String POINTS = "points";
    private static final String WORD = "word";
    private static final String DAY = "day";

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .changeDefaultVisibility(all -> all.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                    .addMixIn(Finding.class, Facts.class)
                    .addMixIn(Change.class, Facts.class)
                    .build();

    /** What is kept besides the facts, which have a text of their own. */
    record Answers(List<PersonAnswer> people, List<CreditHousehold> taxHouseholds) {}

    String write(Determination determination) {
        return mapper.writeValueAsString(new Answers(determination.people(), determination.taxHouseholds()));
    }

    Determination read(Household facts, String rules, String text) {
        Answers answers = mapper.readValue(text, Answers.class);
        return new Determination(facts, rules, answers.people(), answers.taxHouseholds());
    }

    /** How a sentence's facts are written. */
    abstract static class Facts {
        @JsonSerialize(contentUsing = FactOut.class)
        @JsonDeserialize(contentUsing = FactIn.class)
        abstract List<Object> facts();
    }

    /** A fact as an object of one field. */
    static final class FactOut extends ValueSerializer<Object> {
        @Override
        public void serialize(Object fact, JsonGenerator out, SerializationContext context) {
            switch (fact) {
                case List<?> several -> {
                    out.writeStartArray();
                    several.forEach(one -> serialize(one, out, context));
                    out.writeEndArray();
                }
                case Number number -> out.writeNumber(number.longValue());
                case String text -> out.writeString(text);
                default -> {
                    out.writeStartObject();
                    one(fact, out);
                    out.writeEndObject();
                }
            }
        }

        private static void one(Object fact, JsonGenerator out) {
            switch (fact) {
                case Who who -> out.writeStringProperty(WHO, who.key());
                case Money money -> out.writeNumberProperty(CENTS, money.cents());
                case Percent percent -> out.writeNumberProperty(HUNDREDTHS, percent.hundredths());
                case FinePercent percent -> out.writeStringProperty(POINTS, percent.points().toPlainString());
                case Word word -> out.writeStringProperty(WORD, word.message());
                case LocalDate day -> out.writeStringProperty(DAY, day.toString());
                default -> throw new IllegalStateException("a fact of a kind that can't be kept: " + fact.getClass());
            }
        }
    }

    /** The way back. */
    static final class FactIn extends ValueDeserializer<Object> {
        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) {
            return fact(context.readTree(in));
        }

        private static Object fact(JsonNode node) {
            if (node.isArray()) {
                List<Object> several = new ArrayList<>();
                node.forEach(one -> several.add(fact(one)));
                return several;
            }
            if (node.isNumber()) {
                return (int) node.longValue();
            }
            if (node.isString()) {
                return node.stringValue();
            }
            String kind = node.propertyNames().iterator().next();
            JsonNode value = node.get(kind);
            return switch (kind) {
                case WHO -> new Who(value.stringValue());
                case CENTS -> new Money(value.longValue());
                case HUNDREDTHS -> new Percent(value.intValue());
                case POINTS -> new FinePercent(new BigDecimal(value.stringValue()));
                case WORD -> new Word(value.stringValue());
                case DAY -> LocalDate.parse(value.stringValue());
                default -> throw new IllegalStateException("a stored fact of an unknown kind: " + kind);
            };
        }
    }
}
