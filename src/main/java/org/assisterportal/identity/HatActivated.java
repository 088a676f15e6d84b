package org.assisterportal.identity;

import java.time.Instant;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Hat;

/** A person has activated a hat; published in that transaction. */
public record HatActivated(AccountId account, Hat hat, UUID subject, Instant at) {}
