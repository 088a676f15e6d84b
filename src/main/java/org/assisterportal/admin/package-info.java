/** The marketplace administrator's pages: staff accounts, and the texts that bind people. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "policy"})
@NullMarked
package org.assisterportal.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
