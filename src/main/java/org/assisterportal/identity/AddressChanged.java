package org.assisterportal.identity;

import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.EmailAddress;

/** An account is signed in to with another address now; published in that transaction. */
public record AddressChanged(AccountId account, AccountKind kind, EmailAddress email) {}
