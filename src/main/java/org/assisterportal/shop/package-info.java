/** Looking at plans and prices without signing in; nothing is stored. */
@ApplicationModule(allowedDependencies = {"shared", "eligibility", "plan", "pages"})
@NullMarked
package org.assisterportal.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
