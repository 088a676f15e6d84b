package org.assisterportal.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PassMarkTests {
    private static final PassMark SEVENTY = new PassMark(70);

    @Test
    void fourteenOfTwentyIsExactlySeventyPercentAndPasses() {
        assertThat(SEVENTY.reachedBy(14, 20)).isTrue();
    }

    @Test
    void thirteenOfTwentyDoesNotPass() {
        assertThat(SEVENTY.reachedBy(13, 20)).isFalse();
    }

    @Test
    void nothingIsRoundedUp() {
        assertThat(new PassMark(67).reachedBy(2, 3)).isFalse();
        assertThat(new PassMark(66).reachedBy(2, 3)).isTrue();
    }

    @Test
    void thePointsNeededAreTheFewestThatPass() {
        for (int percent = 1; percent <= 100; percent++) {
            PassMark mark = new PassMark(percent);
            int needed = mark.neededOf(20);
            assertThat(mark.reachedBy(needed, 20)).isTrue();
            assertThat(mark.reachedBy(needed - 1, 20)).isFalse();
        }
    }

    @Test
    void impossibleScoresAndMarksAreRefused() {
        assertThatThrownBy(() -> SEVENTY.reachedBy(21, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SEVENTY.reachedBy(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PassMark(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
