package org.assisterportal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.assisterportal.shared.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Gives each fault an id and logs types and places only: an exception's text may hold what a person
 * typed.
 */
@Component
class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final String ID = Faults.class.getName() + ".id";

    /** Notes the fault; the page that follows shows the same id. */
    void note(HttpServletRequest request, @Nullable Throwable fault) {
        String id = UUID.randomUUID().toString();
        request.setAttribute(ID, id);
        LOG.error("fault {}: {}", id, fault == null ? "no exception" : Traces.told(fault));
    }

    /** The noted fault's id; what the server itself caught is noted now. */
    String idOf(HttpServletRequest request) {
        if (!(request.getAttribute(ID) instanceof String)) {
            boolean thrown =
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable;
            note(
                    request,
                    thrown
                            ? (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
                            : null);
        }
        return String.valueOf(request.getAttribute(ID));
    }
}
