package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.assisterportal.application.ApplicationId;
import org.jspecify.annotations.Nullable;

/** How much care a household expects, while somebody looks at its plans: it says something of their health, so that no address has it. */
final class ExpectedCare {
    private static final String KEPT = ExpectedCare.class.getName();

    private ExpectedCare() {}

    /** In the session, for this household and no other. */
    static void keep(HttpServletRequest request, ApplicationId whose, String care) {
        String told = whose + " " + care;
        if (!care.matches("[A-Z]{1,20}") || told.equals(request.getSession().getAttribute(KEPT))) {
            return;
        }
        request.getSession().setAttribute(KEPT, told);
    }

    /** Empty where nothing was said. */
    static String of(HttpServletRequest request, ApplicationId whose) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(KEPT) instanceof String told && told.startsWith(whose + " ")) {
            return told.substring(whose.toString().length() + 1);
        }
        return "";
    }
}
