package org.assisterportal.coverage;

import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lets a signed version's page say that another, signed later, counts. */
@Component
class Newer {
    private final Changes changes;

    Newer(Changes changes) {
        this.changes = changes;
    }

    void mark(Hand by, ApplicationId signed, Model model) {
        changes.inForce(by, signed).filter(one -> !one.id().equals(signed)).ifPresent(one -> model.addAttribute("newer", one.id()));
    }
}
