package org.assisterportal.eligibility;

import java.time.LocalDate;
import java.util.List;

/** Something to be said in the reader's language: a message key and its facts, none of which is a name. */
public interface Sentence {
    String message();

    /** {@link Who}, {@link Money}, {@link Percent}, {@link FinePercent}, {@link Word}, a day, a number, or a list of these. */
    List<Object> facts();

    default String said(Speech speech) {
        Object[] said = new Object[facts().size()];
        for (int i = 0; i < said.length; i++) {
            said[i] = speech.fact(facts().get(i));
        }
        return speech.text(message(), said);
    }

    /** A person, by key. */
    record Who(String key) {}

    /** A word that is itself a message. */
    record Word(String message) {}

    /** Whoever says sentences: knows the people's names and one language. */
    interface Speech {
        String name(String key);

        String text(String message, Object... facts);

        String day(LocalDate day);

        default String fact(Object fact) {
            return switch (fact) {
                case Who who -> name(who.key());
                case Word word -> text(word.message());
                case Money money -> money.words();
                case Percent percent -> percent.words();
                case FinePercent percent -> percent.words();
                case LocalDate day -> day(day);
                case List<?> several -> String.join(", ", several.stream().map(this::fact).toList());
                default -> fact.toString();
            };
        }
    }
}
