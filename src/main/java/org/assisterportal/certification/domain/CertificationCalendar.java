package org.assisterportal.certification.domain;

import java.time.LocalDate;
import java.time.MonthDay;
import org.assisterportal.policy.PolicyValues;

/**
 * The yearly rhythm of recertification.
 *
 * @param opens the first day on which a pass counts for the coming year, early August
 * @param due the last day of a year's certification, mid-October
 */
record CertificationCalendar(MonthDay opens, MonthDay due) {
    static CertificationCalendar inForce(PolicyValues policy) {
        return new CertificationCalendar(
                MonthDay.parse("--" + policy.inForce("certification.recertification-opens").value()),
                MonthDay.parse("--" + policy.inForce("certification.due").value()));
    }

    /** The last day for which a pass on the given day counts. */
    LocalDate countsThrough(LocalDate passed) {
        boolean forNextYear = !passed.isBefore(opens.atYear(passed.getYear()));
        return due.atYear(forNextYear ? passed.getYear() + 1 : passed.getYear());
    }
}
