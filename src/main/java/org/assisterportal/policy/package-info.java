/** Dated policy values: what the marketplace has decided, by which clause, from when. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.assisterportal.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
