/** The demo's and the tests' own PostgreSQL and SMTP server: real ones, inside the process' care. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.assisterportal.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
