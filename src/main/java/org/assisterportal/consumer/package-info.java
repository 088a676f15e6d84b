/** Consumers, whom they have authorized to help them, and what was done for them. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "audit", "notification", "task", "identity", "agency", "learning", "certification", "access"})
@NullMarked
package org.assisterportal.consumer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
