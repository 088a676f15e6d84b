package org.assisterportal.identity;

import java.util.UUID;
import org.assisterportal.shared.AccountId;

/** The outcome of an invitation; its mail is queued already. */
public record Invited(AccountId account, UUID activation, boolean existingAccount) {}
