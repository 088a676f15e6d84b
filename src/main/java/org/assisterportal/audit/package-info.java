/** Who did, or saw, what, and when. */
@ApplicationModule(allowedDependencies = {"shared", "policy"})
@NullMarked
package org.assisterportal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
