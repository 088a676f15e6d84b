/** The marketplace administrator's pages: staff accounts. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit"})
@NullMarked
package org.assisterportal.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
