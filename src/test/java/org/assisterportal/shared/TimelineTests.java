package org.assisterportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTests {
    private static Instant day(int day) {
        return Instant.parse("2026-10-01T05:00:00Z").plusSeconds(86_400L * day);
    }

    private static Interval days(int from, int until) {
        return new Interval(day(from), day(until));
    }

    @Test
    void touchingStretchesAreOneAndOverlappingOnesToo() {
        assertThat(Timeline.of(days(3, 5), days(1, 3), days(4, 8)).intervals()).containsExactly(days(1, 8));
    }

    @Test
    void aGapStaysAGap() {
        Timeline timeline = Timeline.of(days(1, 3), days(4, 8));
        assertThat(timeline.intervals()).containsExactly(days(1, 3), days(4, 8));
        assertThat(timeline.unbroken(day(1), day(5))).isFalse();
        assertThat(timeline.unbroken(day(4), day(7))).isTrue();
    }

    @Test
    void theEndIsNoLongerInside() {
        Timeline timeline = Timeline.of(days(1, 3));
        assertThat(timeline.holdsAt(day(1))).isTrue();
        assertThat(timeline.holdsAt(day(3))).isFalse();
    }

    @Test
    void bothHoldOnlyWhereBothHold() {
        Timeline both = Timeline.since(day(2)).and(Timeline.of(days(1, 3), days(5, 6)));
        assertThat(both.intervals()).containsExactly(days(2, 3), days(5, 6));
    }

    @Test
    void tellsSinceWhenItHoldsOrDoesNot() {
        Timeline timeline = Timeline.of(List.of(days(1, 3)));
        assertThat(timeline.stateSince(day(2))).contains(day(1));
        assertThat(timeline.stateSince(day(4))).contains(day(3));
        assertThat(timeline.stateSince(day(0))).isEmpty();
    }
}
