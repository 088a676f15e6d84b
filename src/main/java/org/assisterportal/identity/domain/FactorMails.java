package org.assisterportal.identity.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.AccountView;
import org.assisterportal.notification.Mail;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a person is mailed about their second factor and sign-in address: their own name, and nothing else of theirs.
 * Consumers' mails are kinds of their own, in two languages.
 */
@Component
class FactorMails {
    static final String LINK = "factor-reset";

    private final Outbox outbox;

    FactorMails(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The kind of a mail that both kinds of accounts get. */
    static String kind(AccountKind account, String kind) {
        return account == AccountKind.CONSUMER ? "consumer-" + kind : kind;
    }

    void asked(AccountView to) {
        queue(to, "factor-reset-asked", null);
    }

    void approved(AccountView to, UUID reset, Instant expires) {
        queue(to, "factor-reset-approved", new Mail.Link(LINK, "/factor", reset, expires));
    }

    void refused(AccountView to) {
        queue(to, "factor-reset-refused", null);
    }

    void changed(AccountView to) {
        queue(to, "factor-changed", null);
    }

    void removed(AccountView to) {
        queue(to, "factor-removed", null);
    }

    void closed(AccountView to) {
        queue(to, "closed", null);
    }

    void linked(AccountView to) {
        queue(to, "linked", null);
    }

    void unlinked(AccountView to) {
        queue(to, "unlinked", null);
    }

    void codesWrong(AccountView to) {
        queue(to, "codes-wrong", null);
    }

    void codesRenewed(AccountView to) {
        queue(to, "recovery-codes-renewed", null);
    }

    /** To the old address. */
    void addressChanged(AccountView before) {
        queue(before, "address-changed", null);
    }

    /** To an address that has an account already, in place of a code. */
    void addressTaken(AccountView of, EmailAddress to) {
        outbox.queue(new Mail(UUID.randomUUID(), kind(of.kind(), "account-exists"), Mail.Sender.SYSTEM, to, Map.of(), null, null));
    }

    /** To the new address, which isn't the account's yet. */
    void addressCode(AccountView of, EmailAddress to, String code, int minutes) {
        // No name: whoever reads there may be anybody.
        Map<String, String> values = Map.of("code", code, "minutes", String.valueOf(minutes));
        outbox.queue(new Mail(UUID.randomUUID(), kind(of.kind(), "address-code"), Mail.Sender.SYSTEM, to, values, null, of.id().value()));
    }

    private void queue(AccountView to, String kind, Mail.@Nullable Link link) {
        outbox.queue(
                new Mail(
                        UUID.randomUUID(), kind(to.kind(), kind), Mail.Sender.SYSTEM, new EmailAddress(to.email()),
                        Map.of("name", to.name()), link, to.id().value()));
    }
}
