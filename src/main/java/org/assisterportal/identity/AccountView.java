package org.assisterportal.identity;

import org.assisterportal.shared.AccountId;

/**
 * An account as its person sees it.
 *
 * @param email the sign-in address
 * @param recoveryCodes how many are left unused
 */
public record AccountView(AccountId id, String name, String email, int recoveryCodes) {}
