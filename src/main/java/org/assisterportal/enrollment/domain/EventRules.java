package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.util.List;
import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;
import org.assisterportal.application.SignedVersions.Tie;
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

    private static String whom(LifeEvent event) {
        return switch (event) {
            case BIRTH, ADOPTION, MARRIAGE -> "enroll.event.whom." + event;
            default -> "enroll.event.whom";
        };
    }
}
