/** May this person be called an assister today? */
@ApplicationModule(allowedDependencies = {"shared", "policy", "audit", "notification", "identity", "agency", "learning"})
@NullMarked
package org.assisterportal.certification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
