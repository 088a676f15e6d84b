package org.assisterportal.application.domain;

import java.time.LocalDate;
import org.assisterportal.application.Member;
import org.assisterportal.eligibility.Immigration;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.jspecify.annotations.Nullable;

/** The immigration status of somebody who is no citizen. */
final class ImmigrationForm {
    private ImmigrationForm() {}

    static Immigration of(String person, Fields fields, Sheet sheet) {
        ImmigrationStatus status =
                fields.choice("status", ImmigrationStatus.class).orElse(ImmigrationStatus.UNKNOWN);
        if (status == ImmigrationStatus.CITIZEN) {
            fields.wrong("status", "choose");
        }
        if (status == ImmigrationStatus.UNDOCUMENTED) {
            // Without a status nothing of the rest is asked.
            return Immigration.of(status);
        }
        LocalDate since = fields.dayIfAny("since");
        if (since != null && since.isAfter(sheet.today())) {
            fields.wrong("since", "future");
        }
        LocalDate born = sheet.member(person).map(Member::born).orElse(null);
        if (since != null && born != null && since.isBefore(born)) {
            fields.wrong("since", "before-birth");
        }
        @Nullable ImmigrationStatus before =
                fields.isEmpty("before") ? null : fields.choice("before", ImmigrationStatus.class).orElse(null);
        return new Immigration(status, since, before, fields.answer("military"));
    }
}
