package org.assisterportal.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PersonName;
import org.jspecify.annotations.Nullable;

/** Consumers' accounts: each is opened by its person, with an address they proved and a password. */
public interface ConsumerAccounts {

    /**
     * Mails a link with which an account can be opened; where the address has one already, the mail says so instead. The
     * answer is the same, and comes after the same time. No transaction may be open.
     *
     * @param subject the consumer whose account it will be, when somebody is helped already without one; null = a new one
     * @param address the network address from which it is asked
     * @param marks of the browser
     */
    void signUp(EmailAddress email, @Nullable UUID subject, String address, Collection<String> marks);

    /** What the link's token opens; looking uses nothing up. */
    SignUpLink look(String token);

    /** Opens the account with the link, once. */
    Opened complete(String token, PersonName name, String password, LocalDate terms);

    /**
     * Opens an account for an address that its person has proved in another way.
     *
     * @param terms the version of the terms that was agreed to
     */
    Opened open(EmailAddress proved, @Nullable UUID subject, PersonName name, String password, LocalDate terms);

    /** The consumer account with this address, if there is one. */
    Optional<AccountId> byEmail(EmailAddress email);

    /** The person's name as they gave it. */
    PersonName name(AccountId consumer);

    /** A link's state. */
    sealed interface SignUpLink {
        record Usable(EmailAddress email) implements SignUpLink {}

        record Used() implements SignUpLink {}

        /** An account was opened for the address, or for the consumer, in another way. */
        record HasAccount() implements SignUpLink {}

        record Expired() implements SignUpLink {}

        record Unknown() implements SignUpLink {}
    }

    /** The outcome. */
    sealed interface Opened {
        record Done(HatGrant grant, String name) implements Opened {}

        /** The password is refused; the reason is a message key. */
        record Refused(String reason) implements Opened {}

        /** Newer terms than the person agreed to are in force. */
        record NewerTerms() implements Opened {}

        /** The link was used or has expired, or there is an account meanwhile. */
        record Gone(SignUpLink link) implements Opened {}
    }
}
