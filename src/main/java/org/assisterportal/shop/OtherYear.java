package org.assisterportal.shop;

import org.assisterportal.application.Applications;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.Renewals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts into a page the year for which one has to choose elsewhere, so that no page ends where that year's begins. */
@Component
class OtherYear {
    private final Renewals renewals;
    private final Changes changes;

    OtherYear(Renewals renewals, Changes changes) {
        this.renewals = renewals;
        this.changes = changes;
    }

    /**
     * A year that isn't the page's.
     *
     * @param application the version that counts for it; null while there is none
     * @param open open enrollment for it; null while that isn't on
     */
    public record Year(int planYear, @Nullable ApplicationId application, Renewals.@Nullable Open open) {}

    /** The year for which everybody may choose now, where it comes after the page's. */
    void open(Hand by, int planYear, Model model) {
        renewals.open().filter(open -> open.planYear() > planYear).ifPresent(open -> of(by, open.planYear(), model));
    }

    /** The year in which coverage would begin. */
    void of(Hand by, int planYear, Model model) {
        model.addAttribute(
                "otherYear",
                new Year(
                        planYear, changes.inForce(by, planYear).map(Applications.Standing::id).orElse(null),
                        renewals.open().filter(open -> open.planYear() == planYear).orElse(null)));
    }
}
