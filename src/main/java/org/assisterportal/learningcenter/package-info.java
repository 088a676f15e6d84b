/** The Learning Center: sign-in with the Unique Key, lessons, assessments; pages only. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "learning"})
@NullMarked
package org.assisterportal.learningcenter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
