package org.assisterportal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** One short page for everything that ends a request early; a fault carries an id that the log has too. */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @RequestMapping("/error")
    String error(HttpServletRequest request, Model model) {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        model.addAttribute("kind", kind(status));
        if (status >= 500) {
            String id = UUID.randomUUID().toString();
            model.addAttribute("id", id);
            @Nullable Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            // The type only: an exception's text may hold what a person typed.
            LOG.error("fault {}: {}", id, cause == null ? status : cause.getClass().getName());
        }
        return "site/problem";
    }

    private static String kind(int status) {
        return switch (status) {
            case 401, 403 -> "denied";
            case 409 -> "stale";
            default -> status >= 500 ? "fault" : "not-found";
        };
    }
}
