package org.assisterportal.consumer.domain;

import java.util.List;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.AddressChanged;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.AccountView;
import org.assisterportal.identity.ConsumerAccounts;
import org.assisterportal.identity.HatActivated;
import org.assisterportal.identity.HatEnded;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonName;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A consumer's row comes and goes with the account, in the account's own transaction. */
@Component
class AccountFollowing {
    private final ConsumerTable table;
    private final AuthorizationTable authorizations;
    private final DiaryTable diary;
    private final AuditLog audit;
    private final Ending ending;
    private final Accounts accounts;
    private final ConsumerAccounts consumers;

    AccountFollowing(
            ConsumerTable table, AuthorizationTable authorizations, DiaryTable diary, AuditLog audit, Ending ending,
            Accounts accounts, ConsumerAccounts consumers) {
        this.table = table;
        this.authorizations = authorizations;
        this.diary = diary;
        this.audit = audit;
        this.ending = ending;
        this.accounts = accounts;
        this.consumers = consumers;
    }

    @EventListener
    void on(HatActivated activated) {
        if (activated.hat() != Hat.CONSUMER) {
            return;
        }
        AccountView account = accounts.view(activated.account());
        PersonName name = consumers.name(activated.account());
        ConsumerId consumer = new ConsumerId(activated.subject());
        table.opened(
                consumer, activated.account().value(), name.first(), name.last(),
                account.email(), language());
        authorizations.lastFromNow(consumer)
                .ifPresent(
                        number -> {
                            Actor by = new Actor(activated.account().value(), Hat.CONSUMER, consumer.value(), null, name.full());
                            diary.note(consumer, "authorization.claimed", List.of(String.valueOf(number)), by);
                            audit.record(
                                    AuditLine.of(by, "authorization.claimed").about(consumer.value()).with("authorization", number));
                        });
    }

    /** What the person reads while opening the account. */
    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("es") ? "es" : "en";
    }

    /** Mails about the consumer's matters go where the person signs in. */
    @EventListener
    void on(AddressChanged changed) {
        if (changed.kind() == AccountKind.CONSUMER) {
            accounts.hats(changed.account()).stream()
                    .filter(hat -> hat.hat() == Hat.CONSUMER)
                    .map(hat -> new ConsumerId(hat.subject()))
                    .forEach(
                            consumer -> {
                                table.lock(consumer);
                                table.reached(consumer, changed.email());
                            });
        }
    }

    @EventListener
    void on(HatEnded ended) {
        if (ended.hat() == Hat.CONSUMER) {
            ConsumerId consumer = new ConsumerId(ended.subject());
            Actor by = new Actor(ended.account().value(), Hat.CONSUMER, ended.subject(), null, accounts.view(ended.account()).name());
            table.lock(consumer);
            ending.end(consumer, EndReason.CLOSED, by);
            table.closed(consumer);
        }
    }
}
