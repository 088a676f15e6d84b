package org.assisterportal.identity;

import java.util.Locale;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;

/** Where somebody signs in again whose session has ended. */
public enum SignInPage {
    ACCOUNT("/sign-in"),
    LEARNER("/learn/sign-in"),
    CONSUMER("/account/sign-in");

    private final String path;

    SignInPage(String path) {
        this.path = path;
    }

    /** The page on which this person signed in. */
    public static SignInPage of(Actor actor) {
        if (actor.account() == null) {
            return LEARNER;
        }
        return actor.wears(Hat.CONSUMER) ? CONSUMER : ACCOUNT;
    }

    public String path() {
        return path;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SignInPage parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
