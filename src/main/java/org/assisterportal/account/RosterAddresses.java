package org.assisterportal.account;

import java.util.List;
import java.util.Objects;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.shared.EmailAddress;
import org.springframework.stereotype.Component;

/** Whether an address is one with which somebody helps consumers; asked only for an address that was proved. */
@Component
class RosterAddresses {
    private final RosterRecords records;

    RosterAddresses(RosterRecords records) {
        this.records = records;
    }

    boolean include(EmailAddress email) {
        return records.byEmail(email)
                .map(person -> records.of(List.of(person)).get(person))
                .filter(Objects::nonNull)
                .filter(RosterRecord::active)
                .isPresent();
    }
}
