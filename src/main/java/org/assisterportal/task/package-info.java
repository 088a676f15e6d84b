/** Work for the marketplace's staff: what about, until when, whose, and what came of it. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "audit"})
@NullMarked
package org.assisterportal.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
