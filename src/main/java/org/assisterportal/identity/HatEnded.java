package org.assisterportal.identity;

import java.time.Instant;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Hat;

/** A hat has ended for good; published in that transaction. */
public record HatEnded(AccountId account, Hat hat, UUID subject, Instant at) {}
