package org.assisterportal.identity.domain;

import java.util.Objects;
import java.util.Optional;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.shared.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person proves once more before their account changes: the password, and the second factor, which only a
 * consumer's account may do without. Hashing takes long: no connection may be held.
 */
@Component
class Proofs {
    private final TwoFactorSignIn signIn;
    private final Credentials credentials;
    private final TransactionTemplate transaction;

    Proofs(TwoFactorSignIn signIn, Credentials credentials, TransactionTemplate transaction) {
        this.signIn = signIn;
        this.credentials = credentials;
        this.transaction = transaction;
    }

    /**
     * Why it proves nothing.
     *
     * @param field {@code present} or {@code code}
     * @param reason a message key
     */
    record Refused(String field, String reason) {}

    Optional<Refused> both(AccountId account, String password, String code, String address) {
        return password(account, password, address).or(() -> code(account, code, address));
    }

    Optional<Refused> password(AccountId account, String password, String address) {
        return switch (signIn.provePassword(account, password, address)) {
            case RIGHT -> Optional.empty();
            case WAIT -> Optional.of(new Refused("present", "recover.wait"));
            case WRONG, NONE -> Optional.of(new Refused("present", "recover.present.wrong"));
        };
    }

    Optional<Refused> code(AccountId account, String code, String address) {
        return switch (signIn.prove(account, code, address)) {
            case RIGHT -> Optional.empty();
            case WAIT -> Optional.of(new Refused("code", "recover.wait"));
            case WRONG -> Optional.of(new Refused("code", "recover.code.wrong"));
            case NONE -> mayDoWithout(account) ? Optional.empty() : Optional.of(new Refused("code", "sign-in.no-factor"));
        };
    }

    /** A code that has to be there, also of an account that may do without. */
    Optional<Refused> factor(AccountId account, String code, String address) {
        return switch (signIn.prove(account, code, address)) {
            case RIGHT -> Optional.empty();
            case WAIT -> Optional.of(new Refused("code", "recover.wait"));
            case WRONG -> Optional.of(new Refused("code", "recover.code.wrong"));
            case NONE -> Optional.of(new Refused("code", "sign-in.no-factor"));
        };
    }

    private boolean mayDoWithout(AccountId account) {
        return Objects.requireNonNull(transaction.execute(status -> credentials.find(account)))
                .filter(known -> known.kind() == AccountKind.CONSUMER)
                .isPresent();
    }
}
