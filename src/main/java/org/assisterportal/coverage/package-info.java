/** Applying for coverage: the same pages for a consumer in their own account and for an assister acting for one. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "access", "agency", "consumer", "eligibility", "application", "document", "pages", "acting"})
@NullMarked
package org.assisterportal.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
