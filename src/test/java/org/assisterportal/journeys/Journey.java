package org.assisterportal.journeys;

import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Invitation;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.notification.Postman;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** A person at a browser in front of the shared marketplace, whose mails are delivered when the journey says so. */
@MarketplaceTest
abstract class Journey extends Browsing {
    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired Postman postman;
    @Autowired Mailbox mailbox;
    @Autowired TransactionTemplate transaction;
    @Autowired SessionRepository<? extends Session> sessions;
    @Autowired Clock clock;

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

    /** The browser is signed in as somebody who needs no account here. */
    void signIn(Actor actor) {
        Hat hat = Objects.requireNonNull(actor.hat());
        String organization = hat == Hat.CONSUMER ? null : "Lakes Health";
        String id = begin(sessions, new SignedIn(actor, organization, hat.authority(), clock.instant()));
        String value = Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        page.context().addCookies(List.of(new Cookie("session", value).setUrl(address())));
    }

    private static <S extends Session> String begin(SessionRepository<S> sessions, SignedIn who) {
        S session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(who));
        sessions.save(session);
        return session.getId();
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
