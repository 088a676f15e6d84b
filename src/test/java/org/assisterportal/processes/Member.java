package org.assisterportal.processes;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.assisterportal.journeys.AuthenticatorApp;

/** Somebody with an account, at their browser: sets it up out of the mail, and signs in again with recovery codes. */
final class Member {
    static final String PASSWORD = "violet tractor hums below nine clouds";

    final Visitor browser;
    final String email;
    private final Deque<String> recoveryCodes = new ArrayDeque<>();

    private Member(Visitor browser, String email) {
        this.browser = browser;
        this.email = email;
    }

    /** Opens the mailed link and goes through it to the end. */
    static Member activate(Visitor browser, String email, String link) {
        Member member = new Member(browser, email);
        browser.open(link);
        browser.send(link, "password", PASSWORD, "agreed", "true");
        String secret = browser.found("id=\"secret\">(.*?)<");
        browser.send("/activate/authenticator", "code", AuthenticatorApp.code(secret, Instant.now()));
        member.recoveryCodes.addAll(browser.all("<li>([^<]+)</li>"));
        return member;
    }

    /** Signs in with another browser. */
    Visitor signIn(Visitor other, String password) {
        other.open("/sign-in");
        other.send("/sign-in", "email", email, "password", password);
        other.send("/sign-in/code", "code", recoveryCode());
        return other;
    }

    String recoveryCode() {
        return recoveryCodes.pop();
    }
}
