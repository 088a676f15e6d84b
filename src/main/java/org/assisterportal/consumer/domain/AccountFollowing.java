package org.assisterportal.consumer.domain;

import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.AccountView;
import org.assisterportal.identity.HatActivated;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A consumer's row comes and goes with the account, in the account's own transaction. */
@Component
class AccountFollowing {
    private final ConsumerTable table;
    private final Ending ending;
    private final Accounts accounts;

    AccountFollowing(ConsumerTable table, Ending ending, Accounts accounts) {
        this.table = table;
        this.ending = ending;
        this.accounts = accounts;
    }

    @EventListener
    void on(HatActivated activated) {
        if (activated.hat() != Hat.CONSUMER) {
            return;
        }
        AccountView account = accounts.view(activated.account());
        int blank = account.name().lastIndexOf(' ');
        String first = blank < 0 ? account.name() : account.name().substring(0, blank);
        String last = blank < 0 ? account.name() : account.name().substring(blank + 1);
        table.opened(new ConsumerId(activated.subject()), activated.account().value(), first, last, account.email(), "en");
    }

    void closed(ConsumerId consumer, Actor by) {
        ending.end(consumer, EndReason.CLOSED, by);
        table.closed(consumer);
    }
}
