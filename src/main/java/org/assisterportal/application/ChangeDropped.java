package org.assisterportal.application;

import org.assisterportal.consumer.ConsumerId;

/** A reported change was thrown away or ended unsigned, and what was signed before counts as it did; published in that transaction. */
public record ChangeDropped(ConsumerId consumer) {}
