package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;
import org.assisterportal.application.SignedVersions.Tie;
import org.assisterportal.enrollment.CoverageBefore;
import org.assisterportal.enrollment.Events.Told;
import org.assisterportal.enrollment.LifeEvent;
import org.jspecify.annotations.Nullable;

/** Whom an event may concern: a birth, an adoption and a marriage bring somebody, who has to be in the application. */
final class EventRules {
    private static final int GROWN = 19;

    private EventRules() {}

    private static boolean mayConcern(LifeEvent event, LocalDate happened, Member one, List<Tie> ties) {
        return switch (event) {
            case BIRTH -> happened.equals(one.born());
            case ADOPTION -> !one.isSelf() && one.isAged(0, GROWN - 1, happened);
            case MARRIAGE -> ties.stream().anyMatch(tie -> tie.kin() == Kin.SPOUSE && (tie.one().equals(one.key()) || tie.other().equals(one.key())));
            default -> true;
        };
    }

    /**
     * Who has used an event: it gives its choice once, and whoever has a plan by it that has begun chooses by it no more. Sixty days are there
     * to select a plan (45 CFR 155.420(c)(1)), not to exchange the one that was selected: else a birth would undo a plan from its first
     * day after care was used in it. Until that day a change of mind undoes nothing, and who has no plan by it yet may still choose.
     */
    static Set<String> used(LifeEvent event, LocalDate happened, List<PeriodTable.Chosen> chosen, LocalDate today) {
        return chosen.stream()
                .filter(one -> one.event() == event && one.happened().equals(happened) && !one.from().isAfter(today))
                .map(PeriodTable.Chosen::person)
                .collect(Collectors.toSet());
    }

    /**
     * Why it can't be reported about these people; null when it can.
     *
     * @param all the people of the version, and what they are to each other
     */
    static @Nullable Told refusal(LifeEvent event, LocalDate happened, List<String> people, List<Member> all, List<Tie> ties) {
        List<String> concerned = all.stream().filter(one -> mayConcern(event, happened, one, ties)).map(Member::key).toList();
        if (concerned.isEmpty()) {
            return new Told.Missing("enroll.event.missing." + event);
        }
        return people.isEmpty() || !concerned.containsAll(people) ? new Told.Whom(whom(event)) : null;
    }

    /**
     * 45 CFR 155.420(a)(5): a move and a marriage are no way to coverage for who went without it though plans were to be had. With a marriage it
     * is enough that one of the two had it.
     */
    static @Nullable Told refusal(LifeEvent event, @Nullable CoverageBefore before) {
        if (!event.asksCoverageBefore()) {
            return null;
        }
        if (before == null) {
            return new Told.Before();
        }
        String clause = "45 CFR 155.420(a)(5), (d)" + (event == LifeEvent.MOVED ? "(7)(i)" : "(2)(i)(A)");
        return before == CoverageBefore.NOTHING ? new Told.Refused("enroll.event.before.refused", clause) : null;
    }

    private static String whom(LifeEvent event) {
        return switch (event) {
            case BIRTH, ADOPTION, MARRIAGE -> "enroll.event.whom." + event;
            default -> "enroll.event.whom";
        };
    }
}
