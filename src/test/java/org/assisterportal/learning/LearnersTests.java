package org.assisterportal.learning;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarketplaceTest
class LearnersTests {
    @Autowired private Learning learning;

    @ParameterizedTest
    @EnumSource(value = Hat.class, names = "ASSISTER", mode = EnumSource.Mode.EXCLUDE)
    void coursesDoNotExistForAnyOtherHat(Hat hat) {
        Actor other = new Actor(UUID.randomUUID(), hat, UUID.randomUUID(), null, "Somebody Else");
        assertThatThrownBy(() -> learning.path(other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> learning.start(other, "tiny")).isInstanceOf(NotFound.class);
    }

    @Test
    void coursesDoNotExistForTheSystemItself() {
        assertThatThrownBy(() -> learning.open(Actor.SYSTEM, "tiny", "one")).isInstanceOf(NotFound.class);
    }
}
