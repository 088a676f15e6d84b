/** Agencies under contract, their contacts, and the rosters they submit. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "audit", "notification", "identity"})
@NullMarked
package org.assisterportal.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
