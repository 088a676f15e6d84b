package org.assisterportal.site;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.SignIn;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;

/** The roster's e-mail of an activated assister, where it isn't the one with which they sign in. */
@Component
class RosterAddress {
    private final SignIn signIn;
    private final Accounts accounts;
    private final RosterRecords rosters;

    RosterAddress(SignIn signIn, Accounts accounts, RosterRecords rosters) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.rosters = rosters;
    }

    Optional<EmailAddress> other(AccountId account) {
        List<PersonId> people =
                signIn.wearable(account).stream()
                        .filter(hat -> hat.hat() == Hat.ASSISTER)
                        .map(hat -> new PersonId(hat.subject()))
                        .toList();
        if (people.isEmpty()) {
            return Optional.empty();
        }
        String present = new EmailAddress(accounts.view(account).email()).key();
        Map<PersonId, RosterRecord> records = rosters.of(people);
        return people.stream()
                .map(records::get)
                .filter(Objects::nonNull)
                .map(RosterRecord::email)
                .filter(email -> email != null && EmailAddress.isValid(email))
                .map(EmailAddress::new)
                .filter(email -> !email.key().equals(present))
                .findFirst();
    }
}
