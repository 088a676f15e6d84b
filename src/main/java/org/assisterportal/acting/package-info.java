/** How doors let an assister act for a consumer: access and the guard judged in each request, one consumer at a time. */
@ApplicationModule(allowedDependencies = {"shared", "agency", "certification", "access", "consumer", "application"})
@NullMarked
package org.assisterportal.acting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
