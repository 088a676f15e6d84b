/** The four requirements for portal access, enrollment, suspension and reinstatement. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "audit", "notification", "identity", "agency", "learning", "certification"})
@NullMarked
package org.assisterportal.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
