/** The public pages: sign-in, activation and what everybody may read. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "identity"})
@NullMarked
package org.assisterportal.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
