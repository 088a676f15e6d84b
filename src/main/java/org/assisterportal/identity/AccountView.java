package org.assisterportal.identity;

import org.assisterportal.shared.AccountId;

/**
 * An account as its person sees it.
 *
 * @param email the sign-in address
 * @param factor whether an authenticator is connected
 * @param recoveryCodes how many are left unused
 */
public record AccountView(
        AccountId id, AccountKind kind, String name, String email, boolean factor, int recoveryCodes) {}
