/** The Learning Center: sign-in with the Unique Key, lessons, assessments, and what comes after them; pages only. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "learning", "access"})
@NullMarked
package org.assisterportal.learningcenter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
