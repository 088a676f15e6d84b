package org.assisterportal.application;

import org.assisterportal.consumer.ConsumerId;

/** A signed version's notice was made, soon after the signature; published in that transaction, for what no signer has to wait for. */
public record NoticeMade(ApplicationId application, ConsumerId consumer) {}
