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
 * @param attempts tries until a mail counts as failed
 */
@Validated
@ConfigurationProperties("assisterportal.mail")
record MailSettings(
        @NotBlank String from,
        @NotBlank String arcFrom,
        @DefaultValue("4") @Min(1) @Max(16) int workers,
        @DefaultValue("25") @Min(1) @Max(500) int batch,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("10") @Min(1) int attempts,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("true") boolean deliver) {}
