package org.assisterportal.agency;

/** The five roles of an agency's contacts; the first three are the policy's authorized agency contacts. */
public enum ContactRole {
    AGENCY_ADMINISTRATOR(true),
    CONTRACT_MANAGER(true),
    SIGNATURE_AUTHORITY(true),
    PRIVACY_AND_SECURITY(false),
    PAYMENT_COORDINATOR(false);

    private final boolean authorized;

    ContactRole(boolean authorized) {
        this.authorized = authorized;
    }

    /** May submit rosters, approve access, and see reference numbers and home addresses. */
    public boolean authorized() {
        return authorized;
    }
}
