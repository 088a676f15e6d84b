/** The consumer's online account: opening it, signing in, and what is the consumer's own. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "identity", "agency", "consumer", "application", "document", "enrollment", "pages"})
@NullMarked
package org.assisterportal.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
