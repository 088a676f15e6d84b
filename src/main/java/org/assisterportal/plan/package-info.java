/** The plans of a plan year, what they cost a household and why: the catalog, rating, the benchmark and the tax credit's use. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "eligibility"})
@NullMarked
package org.assisterportal.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
