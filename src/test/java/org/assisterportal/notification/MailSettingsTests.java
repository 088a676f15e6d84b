package org.assisterportal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailSettingsTests {
    static MailSettings settings(Duration lease, Duration timeout) {
        return new MailSettings(
                "no-reply@portal.example", "arc@portal.example", 1, 25, lease, timeout, Duration.ofSeconds(15), 10,
                Duration.ofSeconds(1), false);
    }

    @Test
    void aLeaseThatASlowServerOutlastsIsRefused() {
        assertThatThrownBy(() -> settings(Duration.ofSeconds(30), Duration.ofSeconds(20)))
                .hasMessageContaining("assisterportal.mail.lease");
    }

    @Test
    void aMailRestsTwiceAsLongAfterEachTryAndNeverOverAnHour() {
        MailSettings settings = settings(Duration.ofMinutes(3), Duration.ofSeconds(20));
        assertThat(List.of(settings.pause(1), settings.pause(2), settings.pause(5), settings.pause(40)))
                .extracting(Duration::toSeconds)
                .containsExactly(15L, 30L, 240L, 3600L);
    }

    @Test
    void noMailIsBegunThatASlowServerCouldTakePastItsLease() {
        MailSettings settings = settings(Duration.ofMinutes(3), Duration.ofSeconds(20));
        assertThat(settings.begin()).isEqualTo(Duration.ofMinutes(1));
    }
}
