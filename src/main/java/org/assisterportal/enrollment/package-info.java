/** Enrollment in plans: when one may choose, what was chosen and signed, who is covered from when to when, and what carriers have to be told. */
@ApplicationModule(
        allowedDependencies = {"shared", "policy", "audit", "notification", "task", "identity", "consumer", "eligibility", "application", "document", "plan"})
@NullMarked
package org.assisterportal.enrollment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
