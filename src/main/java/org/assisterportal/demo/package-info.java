/** A marketplace of made-up people to try the product with; none of it exists outside the demo profile. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "agency", "learning", "certification", "access", "notification", "embedded", "consumer", "policy", "application", "document", "plan", "enrollment", "pages"})
@NullMarked
package org.assisterportal.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
