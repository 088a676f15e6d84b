package org.assisterportal.pages;

import java.text.ListFormat;
import java.util.List;
import org.assisterportal.enrollment.Enrolled;
import org.springframework.stereotype.Component;

/** A policy's standing and people in words. */
@Component
public class EnrolledWords {
    private final Words words;

    EnrolledWords(Words words) {
        this.words = words;
    }

    /** How it stands, with its day. */
    public String state(Enrolled one) {
        return switch (one.state()) {
            case WAITING -> words.key("enroll.state.WAITING");
            case COMING -> words.say("enroll.state.COMING", List.of(words.day(one.starts())));
            case COVERED -> words.say("enroll.state.COVERED", List.of(words.day(one.starts()), words.day(one.lastDay())));
            case ENDING -> words.say("enroll.state.ENDING", List.of(words.day(one.lastDay())));
            case ENDED -> words.say("enroll.state.ENDED", List.of(words.day(one.lastDay())));
            case CANCELLED -> words.key("enroll.state.CANCELLED");
        };
    }

    /** Who is or was covered; where nobody ever was, who would have been. */
    public String people(Enrolled one) {
        return list(one.people().stream().filter(person -> !person.cancelled() || one.state() == Enrolled.State.CANCELLED).map(Enrolled.Covered::name).toList());
    }

    /** Several names as one text. */
    public static String list(List<String> names) {
        return names.isEmpty() ? "" : ListFormat.getInstance(Languages.current(), ListFormat.Type.STANDARD, ListFormat.Style.FULL).format(names);
    }
}
