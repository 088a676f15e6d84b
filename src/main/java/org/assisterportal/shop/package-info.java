/** Plans and prices: for anybody to look at, and for a determined household to choose from, to sign for and to end. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "consumer", "eligibility", "application", "document", "plan", "enrollment", "carrier", "pages", "acting"})
@NullMarked
package org.assisterportal.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
