package org.assisterportal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Pages that ask for no session: a mailed link, a password or a code is the proof there, and who is signed in could as
 * well sign out. So no hat is worn on them.
 */
enum OpenToAll implements AuthorizationManager<RequestAuthorizationContext> {
    PAGES;

    private static final String ASKED = OpenToAll.class.getName();

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext asked) {
        asked.getRequest().setAttribute(ASKED, true);
        return new AuthorizationDecision(true);
    }

    /** Whether this thread's request is for one of them. */
    static boolean isAsked() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(ASKED, RequestAttributes.SCOPE_REQUEST) != null;
    }
}
