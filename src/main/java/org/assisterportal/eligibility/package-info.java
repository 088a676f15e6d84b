/** For which coverage programs a household's people qualify, and why: pure rules over given facts, of one plan year's rule data. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.assisterportal.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
