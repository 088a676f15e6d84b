/** The Agency Management Program: what an agency's contacts see and do. */
@ApplicationModule(allowedDependencies = {"shared", "pages", "agency", "access", "learning", "certification", "consumer"})
@NullMarked
package org.assisterportal.amp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
