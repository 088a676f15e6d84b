package org.assisterportal.carrier.domain;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How carriers' files are exchanged.
 *
 * @param folder has a folder for each carrier; empty = no file is made, and events wait
 * @param sender the marketplace's name in files
 * @param real false marks every file as a test
 * @param settled how long an answer lies unchanged before it is read, since it may still be written
 */
@Validated
@ConfigurationProperties("assisterportal.carriers")
record CarrierSettings(
        @DefaultValue("") String folder,
        @DefaultValue("MARKETPLACE") @Pattern(regexp = "[A-Z0-9]{2,15}") String sender,
        @DefaultValue("true") boolean real,
        @DefaultValue("1m") Duration settled) {}
