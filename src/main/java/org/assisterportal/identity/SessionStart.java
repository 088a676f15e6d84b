package org.assisterportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.assisterportal.shared.Actor;

/** Begins the session of somebody who has proved who they are. */
public interface SessionStart {
    /** The authority of a Learning Center session, which opens nothing else. */
    String LEARNER = "LEARNER";

    /** Begins a fresh session with one authority; an earlier one of this browser ends. */
    void start(HttpServletRequest request, HttpServletResponse response, Actor actor, String authority);

    /** Ends this browser's session. */
    void end(HttpServletRequest request, HttpServletResponse response);
}
