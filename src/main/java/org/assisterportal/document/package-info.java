/** Documents that prove what a signed application says: what is asked for, until when, what was sent, what officers decided. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "audit", "task", "identity", "consumer", "eligibility", "application"})
@NullMarked
package org.assisterportal.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
