package org.assisterportal.application;

import org.assisterportal.consumer.ConsumerId;

/** A version was signed and determined; published in that transaction. */
public record ApplicationSigned(ApplicationId application, ConsumerId consumer) {}
