package org.assisterportal.journeys;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Invitation;
import org.assisterportal.notification.Postman;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A person at a browser in front of the shared marketplace, whose mails are delivered when the journey says so. */
@MarketplaceTest
abstract class Journey extends Browsing {
    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired Postman postman;
    @Autowired Mailbox mailbox;
    @Autowired TransactionTemplate transaction;

    @Override
    String address() {
        return "http://localhost:" + port;
    }

    /** Invites somebody outside the journey and lets them set up their account; answers the authenticator's secret. */
    String join(String email, String name, Hat hat) {
        Invitation invitation =
                new Invitation(new EmailAddress(email), name, hat, null, null, "the marketplace", "the marketplace");
        transaction.executeWithoutResult(state -> accounts.invite(List.of(invitation), Actor.SYSTEM));
        postman.deliverAll();
        open(mailedPath(email));
        return setUpFromHere();
    }

    static String anAddress(String start) {
        return Region.unique(start) + "@example.org";
    }

    String mailedPath(String to) {
        return mailed(to, "(/activate/[A-Za-z0-9_-]+)");
    }

    /** The first group of the pattern in the newest of the person's mails that has it. */
    String mailed(String to, String pattern) {
        for (Mailbox.Received letter : mailbox.newest(to, 10)) {
            Matcher found = Pattern.compile(pattern).matcher(letter.text());
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new AssertionError("no mail to " + to + " has " + pattern);
    }
}
