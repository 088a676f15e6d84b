package org.assisterportal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gives each fault an id and logs types and places only: an exception's text may hold what a person
 * typed.
 */
@Component
class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final String ID = Faults.class.getName() + ".id";
    private static final int MOST_FRAMES = 12;

    /** Notes the fault; the page that follows shows the same id. */
    void note(HttpServletRequest request, @Nullable Throwable fault) {
        String id = UUID.randomUUID().toString();
        request.setAttribute(ID, id);
        LOG.error("fault {}: {}", id, fault == null ? "no exception" : told(fault));
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

    static String told(Throwable fault) {
        StringBuilder told = new StringBuilder();
        for (Throwable at = fault; at != null; at = at.getCause() == at ? null : at.getCause()) {
            told.append(told.isEmpty() ? "" : " caused by ").append(at.getClass().getName());
        }
        return told.append(
                        Arrays.stream(fault.getStackTrace())
                                .filter(
                                        frame ->
                                                frame.getClassName()
                                                        .startsWith("org.assisterportal"))
                                .limit(MOST_FRAMES)
                                .map(frame -> "\n    at " + frame)
                                .collect(Collectors.joining()))
                .toString();
    }
}
