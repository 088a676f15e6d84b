/** The files that carriers get of who is enrolled in their plans, and what carriers answer. */
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "task", "eligibility", "plan", "application", "enrollment"})
@NullMarked
package org.assisterportal.carrier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
