package org.assisterportal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import org.assisterportal.identity.WayBack;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The short page that ends a request early: what happened, what was kept, the one thing to do, whom to call. */
@Controller
class ErrorPages implements ErrorController {
    /** Set by whoever knows more than the status tells. */
    static final String KIND = ErrorPages.class.getName() + ".kind";

    /** What the refused form held, where it may be sent again. */
    static final String SENT = ErrorPages.class.getName() + ".sent";

    private final Faults faults;

    ErrorPages(Faults faults) {
        this.faults = faults;
    }

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String kind = request.getAttribute(KIND) instanceof String known ? known : kind(status);
        model.addAttribute("kind", kind);
        model.addAttribute("back", back(request, kind));
        model.addAttribute("wait", kind.equals("too-many") ? minutes(response.getHeader(HttpHeaders.RETRY_AFTER)) : null);
        if (kind.equals("form") && request.getAttribute(SENT) instanceof Map<?, ?> sent && !sent.isEmpty()) {
            String path = failed(request);
            model.addAttribute("sent", sent);
            model.addAttribute("sentTo", path);
            model.addAttribute("signInFor", WayBack.signInFor(path));
        }
        if (kind.equals("fault")) {
            // Not "id": where that isn't set the template would find an address's variable of this name.
            model.addAttribute("faultNumber", faults.idOf(request));
        }
        return "site/problem";
    }

    /** Begun ones count; null where nobody said how long to wait. */
    private static @Nullable Long minutes(@Nullable String seconds) {
        return seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds)).plusSeconds(59).toMinutes();
    }

    private static String kind(int status) {
        return switch (status) {
            case 401, 403 -> "denied";
            case 404, 410 -> "not-found";
            case 405, 501 -> "method";
            case 406, 415 -> "unsupported";
            case 409 -> "stale";
            case 413 -> "too-large";
            case 429 -> "too-many";
            case 503 -> "busy";
            default -> status >= 500 ? "fault" : "malformed";
        };
    }

    /** The page whose form was sent, or the address itself when trying again makes sense; else the first page. */
    private static String back(HttpServletRequest request, String kind) {
        return switch (kind) {
            case "form", "stale", "too-large", "too-long", "too-many-files" -> cameFrom(request);
            case "busy", "fault" -> request.getMethod().equals("GET") ? failed(request) : cameFrom(request);
            default -> "/";
        };
    }

    private static String failed(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? local(uri) : "/";
    }

    // Only its path is used, so that no other site can put its own address on our page.
    static String cameFrom(HttpServletRequest request) {
        @Nullable String referrer = request.getHeader("Referer");
        if (referrer == null) {
            return "/";
        }
        try {
            URI uri = new URI(referrer);
            return request.getServerName().equalsIgnoreCase(uri.getHost()) && uri.getRawPath() != null
                    ? local(uri.getRawPath())
                    : "/";
        } catch (URISyntaxException e) {
            return "/";
        }
    }

    private static String local(String path) {
        return path.matches("/([A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*)?") ? path : "/";
    }
}
