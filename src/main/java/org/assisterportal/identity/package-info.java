/** Accounts and their hats, activation, sign-in with two factors, sessions. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "audit", "notification"})
@NullMarked
package org.assisterportal.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
