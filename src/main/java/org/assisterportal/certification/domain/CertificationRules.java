package org.assisterportal.certification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.learning.Transcript;
import org.assisterportal.shared.Interval;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Timeline;
import org.jspecify.annotations.Nullable;

/** When a person is certified: every required course, the background study and the contract at the same time. */
final class CertificationRules {
    private CertificationRules() {}

    /** A background study's result as recorded; a later one replaces the earlier. */
    record Background(BackgroundResult result, Instant recordedAt) {}

    /** Certified while all of it holds; the passes end by the calendar, also when nobody looks. */
    static Timeline certified(
            Timeline underContract,
            List<Background> studies,
            Transcript transcript,
            List<String> requiredCourses,
            CertificationCalendar calendar) {
        Timeline certified = underContract.and(cleared(studies));
        for (String course : requiredCourses) {
            certified = certified.and(passed(transcript.course(course).passes(), calendar));
        }
        return certified;
    }

    /** From each clearance to the next result that says otherwise; studies oldest first. */
    static Timeline cleared(List<Background> studies) {
        List<Interval> stretches = new ArrayList<>();
        for (int i = 0; i < studies.size(); i++) {
            if (studies.get(i).result() == BackgroundResult.CLEARED) {
                Instant until = i + 1 < studies.size() ? studies.get(i + 1).recordedAt() : null;
                stretches.add(new Interval(studies.get(i).recordedAt(), until));
            }
        }
        return Timeline.of(stretches);
    }

    /** Each pass counts at once and through the day that the calendar gives it. */
    static Timeline passed(List<Instant> passes, CertificationCalendar calendar) {
        return Timeline.of(
                passes.stream()
                        .map(pass -> new Interval(pass, Minnesota.endOf(calendar.countsThrough(day(pass)))))
                        .toList());
    }

    /** The background study may start once the first courses have been passed, however long ago. */
    static boolean backgroundMayStart(Transcript transcript, List<String> requiredCourses, int firstCourses) {
        return requiredCourses.stream()
                .limit(firstCourses)
                .allMatch(course -> transcript.course(course).passedAt() != null);
    }

    /** The last day of the certification that holds at the moment; null while none does or none ends. */
    static @Nullable LocalDate expiresOn(Timeline certified, Instant now) {
        Instant end = certified.at(now).map(Interval::until).orElse(null);
        return end == null ? null : day(end.minusNanos(1));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Minnesota.ZONE);
    }
}
