package org.assisterportal.application.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.eligibility.Sentence;
import org.assisterportal.shared.LongDay;
import org.assisterportal.shared.Minnesota;
import org.springframework.context.MessageSource;

/** Sentences about an application's people, said in one language where no page is made. */
record Spoken(MessageSource messages, Locale language, Paper paper, boolean familiar) implements Sentence.Speech {
    Spoken(MessageSource messages, Locale language, Paper paper) {
        this(messages, language, paper, false);
    }

    @Override
    public String name(String key) {
        return paper.person(key).map(one -> familiar ? paper.called(one) : one.name()).orElse("");
    }

    /** Below a heading with the whole name: long names again and again make a text unreadable. */
    Spoken byFirstName() {
        return new Spoken(messages, language, paper, true);
    }

    @Override
    public String text(String message, Object... facts) {
        return messages.getMessage(message, Arrays.stream(facts).map(String::valueOf).toArray(), language);
    }

    @Override
    public String day(LocalDate day) {
        return LongDay.of(day, language);
    }

    String day(Instant at) {
        return day(LocalDate.ofInstant(at, Minnesota.ZONE));
    }

    Spoken in(Locale other) {
        return new Spoken(messages, other, paper, familiar);
    }
}
