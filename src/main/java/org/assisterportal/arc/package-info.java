/** The Assister Resource Center's desk: queue, people, agencies, mails and the record. */
@ApplicationModule(allowedDependencies = {"shared", "pages", "agency", "access", "learning", "certification", "identity", "notification", "audit"})
@NullMarked
package org.assisterportal.arc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
