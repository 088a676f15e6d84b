package org.assisterportal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;

/** Whose reference number was typed in this session, so that the record can say so; a page's address can't. */
@Component
class FoundByNumber {
    private static final String FOUND = "account.found-by-number";

    void remember(PersonId assister, HttpServletRequest request) {
        request.getSession().setAttribute(FOUND, assister.toString());
    }

    boolean is(PersonId assister, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && assister.toString().equals(session.getAttribute(FOUND));
    }
}
