package org.assisterportal.identity;

import java.time.LocalDate;
import org.assisterportal.shared.AccountId;

/** Which version of the terms of use an account has accepted. */
public interface TermsOfUse {

    /** The version that binds today: consumers agree to another text than people who work with the marketplace. */
    LocalDate inForce(AccountKind kind);

    /** Whether a newer version is in force than the account accepted. */
    boolean due(AccountId account);

    /** Accepts the version that was shown; false when another one is in force by now, which must be shown first. */
    boolean accept(AccountId account, LocalDate version);
}
