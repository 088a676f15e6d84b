package org.assisterportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The box with an authenticator's new secret, in the session until its first code is typed; each page has a place of its own. */
public record PreparedSecret(String place) {

    public void keep(HttpServletRequest request, byte[] prepared) {
        request.getSession().setAttribute(place, prepared);
    }

    /** Null when nothing was prepared in this browser. */
    public byte @Nullable [] of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(place) instanceof byte[] prepared ? prepared : null;
    }

    public void drop(HttpServletRequest request) {
        request.getSession().removeAttribute(place);
    }
}
