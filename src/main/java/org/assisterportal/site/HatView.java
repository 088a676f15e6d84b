package org.assisterportal.site;

import org.assisterportal.identity.HatGrant;

/** A hat as a button shows it. */
record HatView(String value, String hat, String organization) {
    static HatView of(HatGrant grant) {
        return new HatView(Entrance.value(grant), grant.hat().name(), grant.organization());
    }
}
