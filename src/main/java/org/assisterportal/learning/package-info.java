/** Courses, assessments and what each person has learned. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "audit", "notification", "identity", "agency"})
@NullMarked
package org.assisterportal.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
