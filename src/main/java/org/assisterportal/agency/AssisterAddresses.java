package org.assisterportal.agency;

import org.assisterportal.shared.EmailAddress;

/** Addresses of those who help consumers, at which no consumer is written to. */
public interface AssisterAddresses {

    /**
     * Whose mailbox it is; a plus part and dots don't make it another one. An agency's mail domains are those of its
     * contacts', its people's and its public addresses, and what stands below them, except the providers at which
     * anybody has an address (policy value {@code authorization.public-mail-providers}).
     */
    Whose whose(EmailAddress email);

    /** Whose. */
    enum Whose {
        NOBODY,
        /** Somebody's who is Active on a roster, or a contact's. */
        PERSON,
        /** At an agency's mail domain. */
        AGENCY
    }
}
