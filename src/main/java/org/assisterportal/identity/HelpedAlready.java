package org.assisterportal.identity;

import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.EmailAddress;

/** Who is helped without an account: with the address they proved they open the account of the same consumer. */
public interface HelpedAlready {

    /** The consumer without an account who has this address; asked in the transaction that opens the account. */
    Optional<UUID> consumer(EmailAddress proved);
}
