/** The e-mail outbox: queued in the transaction of the act, delivered by whichever process is up. */
@ApplicationModule(allowedDependencies = {"shared", "policy", "audit"})
@NullMarked
package org.assisterportal.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
