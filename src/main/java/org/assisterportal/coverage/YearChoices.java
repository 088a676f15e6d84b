package org.assisterportal.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.pages.Words;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Minnesota;
import org.springframework.stereotype.Component;

/** What is said beside a year of coverage: what it covers, and when its plans can be chosen. */
@Component
class YearChoices {
    private final PolicyValues policy;
    private final Words words;
    private final Clock clock;

    YearChoices(PolicyValues policy, Words words, Clock clock) {
        this.policy = policy;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A year that can be chosen.
     *
     * @param covers its days
     * @param plans when its plans can be chosen; empty where its calendar isn't known
     */
    record Choice(int year, String covers, String plans) {}

    List<Choice> of(List<Integer> years) {
        return years.stream().map(this::of).toList();
    }

    private Choice of(int year) {
        String covers = words.say("apply.year.covers", List.of(words.day(LocalDate.of(year, 1, 1)), words.day(LocalDate.of(year, 12, 31))));
        OpenEnrollment calendar = OpenEnrollment.of(year, policy);
        return new Choice(year, covers, calendar == null ? "" : plans(calendar, Minnesota.today(clock)));
    }

    private String plans(OpenEnrollment calendar, LocalDate today) {
        return words.say("apply.year.plans." + (calendar.isOver(today) ? "over" : "open"), List.of(words.day(calendar.opens()), words.day(calendar.closes())));
    }
}
