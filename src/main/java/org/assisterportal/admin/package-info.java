/** The marketplace administrator's pages: staff accounts, the texts that bind people, and the plans that are sold. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "policy", "plan"})
@NullMarked
package org.assisterportal.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
