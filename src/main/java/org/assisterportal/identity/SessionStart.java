package org.assisterportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;

/** Begins the session of somebody who has proved who they are. */
public interface SessionStart {
    /** The authority of a Learning Center session, which opens nothing else. */
    String LEARNER = "LEARNER";

    /**
     * Begins a fresh session with one authority; an earlier one of this browser ends.
     *
     * @param organization for whom the person works in this capacity, as the header of every page says it
     */
    void start(
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            @Nullable String organization,
            String authority);

    /** The same, with no organization to show. */
    default void start(HttpServletRequest request, HttpServletResponse response, Actor actor, String authority) {
        start(request, response, actor, null, authority);
    }

    /**
     * Begins a session of another of the person's hats in place of this one: its id is new, the hours since sign-in go
     * on counting.
     *
     * @param provedNow whether the second factor was proved for it
     */
    void change(
            HttpServletRequest request, HttpServletResponse response, SignedIn me, HatGrant hat, boolean provedNow);

    /**
     * Begins a session of the person's linked account in place of this one; the second factor was proved for it just now,
     * and the hours since sign-in go on counting.
     */
    void enter(HttpServletRequest request, HttpServletResponse response, SignedIn me, HatGrant hat, String name);

    /** Ends this browser's session. */
    void end(HttpServletRequest request, HttpServletResponse response);
}
