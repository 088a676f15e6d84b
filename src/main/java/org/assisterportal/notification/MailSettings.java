package org.assisterportal.notification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail is sent.
 *
 * @param from the system's address
 * @param arcFrom the Assister Resource Center's address
 * @param workers deliveries at once in this process
 * @param batch mails per connection
 * @param lease how long a claimed mail is left to its process
 * @param timeout how long the server may take for one answer
 * @param pause until the second try; doubled after each further one
 * @param attempts tries until a mail counts as failed
 */
@Validated
@ConfigurationProperties("assisterportal.mail")
record MailSettings(
        @NotBlank String from,
        @NotBlank String arcFrom,
        @DefaultValue("4") @Min(1) @Max(16) int workers,
        @DefaultValue("25") @Min(1) @Max(500) int batch,
        @DefaultValue("3m") Duration lease,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("15s") Duration pause,
        @DefaultValue("10") @Min(1) int attempts,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("true") boolean deliver) {

    // Answers that one mail may wait for, the connection's check and a reset included.
    private static final int ANSWERS = 6;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    MailSettings {
        if (lease.compareTo(timeout.multipliedBy(ANSWERS + 2)) < 0) {
            throw new IllegalArgumentException(
                    "assisterportal.mail.lease must be at least eight times assisterportal.mail.timeout:"
                            + " another process would send a mail that a slow server is still taking");
        }
    }

    /** How long after claiming a mail may still be begun, so that it ends within its lease. */
    Duration begin() {
        return lease.minus(timeout.multipliedBy(ANSWERS));
    }

    /** How long a mail rests after so many tries: doubled each time, an hour at most. */
    Duration pause(int attempts) {
        Duration longer = pause.multipliedBy(1L << Math.min(Math.max(attempts, 1) - 1, 8));
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
