package org.assisterportal;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import org.assisterportal.shared.Keys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every module is given from outside: the time and the key. */
@Configuration
class SettingsConfiguration {
    /** Microseconds, as PostgreSQL keeps them: what was stored compares equal to what was read. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    /** Nobody reads measurements of each filter and page, and making them takes a tenth of a page's time. */
    @Bean
    ObservationRegistry observations() {
        return ObservationRegistry.NOOP;
    }

    @Bean
    Keys keys(@Value("${assisterportal.key}") String key) {
        return Keys.fromBase64(key);
    }
}
