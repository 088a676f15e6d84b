/** The assister portal: for people whose access holds at this very request. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity", "agency", "learning", "certification", "access", "consumer", "application", "document", "pages", "acting"})
@NullMarked
package org.assisterportal.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
