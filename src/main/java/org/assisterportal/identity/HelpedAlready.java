package org.assisterportal.identity;

import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PersonName;

/** Who is helped without an account: with the address they proved they open the account of the same consumer. */
public interface HelpedAlready {

    /**
     * The consumer without an account who has this address and this name; another person at a shared mailbox takes nothing
     * over. Asked in the transaction that opens the account.
     */
    Optional<UUID> consumer(EmailAddress proved, PersonName name);
}
