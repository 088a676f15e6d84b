/** The assister portal: for people whose access holds at this very request. */
@ApplicationModule(allowedDependencies = {"shared", "agency", "access", "learning", "certification", "audit", "consumer"})
@NullMarked
package org.assisterportal.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
