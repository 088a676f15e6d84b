package org.assisterportal.identity.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.identity.OwnAffairs;
import org.assisterportal.shared.AccountId;

/** Who may ask for a reset, and who may decide on it; each answer is the message key of the refusal. */
final class FactorResetRules {
    private static final int LONGEST_TEXT = 500;

    private FactorResetRules() {}

    /** Account security, lost authenticator: no officer decides in their own affairs. */
    static Optional<String> ownAffairs(OwnAffairs officer, AccountId account, Collection<UUID> agencies) {
        return officer.include(account, agencies) ? Optional.of("identity.reset.own") : Optional.empty();
    }

    /** Account security, lost authenticator: a second officer approves. */
    static Optional<String> secondOfficer(AccountId officer, AccountId askedBy) {
        return officer.equals(askedBy) ? Optional.of("identity.reset.same-officer") : Optional.empty();
    }

    /** Account security, lost authenticator: decided in time, and once. */
    static Optional<String> stillWaiting(String state, Instant expiresAt, Instant now) {
        if (!state.equals("PENDING")) {
            return Optional.of("identity.reset.decided");
        }
        return now.isBefore(expiresAt) ? Optional.empty() : Optional.of("identity.reset.expired");
    }

    /** What was checked, or why it is refused, is written down. */
    static Optional<String> written(String text) {
        return text.isBlank() || text.strip().length() > LONGEST_TEXT
                ? Optional.of("identity.reset.text")
                : Optional.empty();
    }
}
