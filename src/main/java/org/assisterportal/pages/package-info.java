/** How several doors say and show the same thing: sentences, days, the four lights. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "identity", "certification", "access", "eligibility", "application", "enrollment"})
@NullMarked
package org.assisterportal.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
