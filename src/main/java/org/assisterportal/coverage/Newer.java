package org.assisterportal.coverage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
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
        mark(changes.inForce(by, signed), signed, model);
    }

    /** Among the versions that count, where they are known already. */
    static void mark(List<Applications.Standing> counted, Paper signed, Model model) {
        mark(counted.stream().filter(one -> Objects.equals(one.planYear(), signed.planYear())).findFirst(), signed.id(), model);
    }

    private static void mark(Optional<Applications.Standing> counts, ApplicationId signed, Model model) {
        counts.filter(one -> !one.id().equals(signed)).ifPresent(one -> model.addAttribute("newer", one.id()));
    }
}
