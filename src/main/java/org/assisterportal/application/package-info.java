/** The application for coverage: drafts, answers, signed versions and what was determined from them. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "audit", "notification", "task", "identity", "agency", "consumer", "eligibility"})
@NullMarked
package org.assisterportal.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
