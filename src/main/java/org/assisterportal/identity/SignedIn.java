package org.assisterportal.identity;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in person in one capacity; named by account id, so that all sessions of an account are found. */
public final class SignedIn extends AbstractAuthenticationToken {
    @Serial private static final long serialVersionUID = 2L;

    private final Actor actor;
    private final @Nullable String organization;
    private final Instant since;
    private final Instant proved;
    private final Browser browser;
    private final UUID handle = UUID.randomUUID();

    public SignedIn(Actor actor, @Nullable String organization, String authority, Instant since) {
        this(actor, organization, authority, since, since, Browser.UNKNOWN);
    }

    SignedIn(
            Actor actor, @Nullable String organization, String authority, Instant since, Instant proved, Browser browser) {
        super(List.of(new SimpleGrantedAuthority(authority)));
        this.actor = actor;
        this.organization = organization == null || organization.isEmpty() ? null : organization;
        this.since = since;
        this.proved = proved;
        this.browser = browser;
        setAuthenticated(true);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.account() != null ? actor.account().toString() : "learner:" + actor.subject();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    /** For whom the person works in this capacity, as it was called at sign-in; null for a consumer, who works for nobody. */
    public @Nullable String organization() {
        return organization;
    }

    /** When both factors were proved at sign-in; a session ends some hours after it, however busy. */
    public Instant since() {
        return since;
    }

    /** When the second factor was proved last. */
    public Instant proved() {
        return proved;
    }

    public Browser browser() {
        return browser;
    }

    /** Names the session to its own person. */
    public UUID handle() {
        return handle;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && actor.equals(signedIn.actor) && since.equals(signedIn.since);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
