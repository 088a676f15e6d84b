/** The public pages and everybody's own account: sign-in, activation, recovery, and who can help with them. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "identity", "agency", "access", "consumer", "application", "pages"})
@NullMarked
package org.assisterportal.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
