/** The Assister Resource Center's desk: queue, tasks, people, agencies, mails and the record. */
@ApplicationModule(allowedDependencies = {"shared", "pages", "agency", "access", "learning", "certification", "identity", "notification", "audit", "task", "consumer", "eligibility", "application", "document", "carrier"})
@NullMarked
package org.assisterportal.arc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
