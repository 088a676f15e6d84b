package org.assisterportal.agency;

import org.assisterportal.shared.PersonName;

/**
 * One person's line on a roster: Certification Information, employment and approval, Public-Facing Information. Texts
 * are never null; what is missing is empty.
 *
 * @param phone ten digits as 612-555-0100
 * @param street home address, seen by authorized contacts and the ARC only
 * @param active employment Active
 * @param portalAccess "Assister Portal Access": the agency's approval
 * @param displayName the name that consumers read
 * @param languages names separated by "; "
 * @param counties Minnesota counties separated by "; "
 */
public record RosterEntry(
        String firstName,
        String lastName,
        String phone,
        String email,
        String street,
        String city,
        String state,
        String zip,
        boolean active,
        boolean portalAccess,
        String displayName,
        String publicPhone,
        String publicEmail,
        String businessAddress,
        String languages,
        String counties,
        boolean inDirectory) {

    public PersonName name() {
        return new PersonName(firstName, lastName);
    }

    /** Every starred field is there. */
    public boolean certificationInformationComplete() {
        return filled(firstName, lastName, phone, email, street, city, state, zip);
    }

    /** What consumers see under Assister Details is all there. */
    public boolean publicInformationComplete() {
        return filled(displayName, publicPhone, publicEmail, businessAddress, languages, counties);
    }

    public RosterEntry withActive(boolean now) {
        return new RosterEntry(
                firstName, lastName, phone, email, street, city, state, zip, now, portalAccess, displayName, publicPhone,
                publicEmail, businessAddress, languages, counties, inDirectory);
    }

    public RosterEntry withPortalAccess(boolean now) {
        return new RosterEntry(
                firstName, lastName, phone, email, street, city, state, zip, active, now, displayName, publicPhone,
                publicEmail, businessAddress, languages, counties, inDirectory);
    }

    /** For eyes that may not see home addresses. */
    public RosterEntry withoutHome() {
        return new RosterEntry(
                firstName, lastName, phone, email, "", "", "", "", active, portalAccess, displayName, publicPhone,
                publicEmail, businessAddress, languages, counties, inDirectory);
    }

    private static boolean filled(String... values) {
        for (String value : values) {
            if (value.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
