package org.assisterportal.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.acting.PortalDoor;
import org.assisterportal.consumer.MailedRequests;
import org.assisterportal.consumer.MailedRequests.Act;
import org.assisterportal.consumer.Place;
import org.assisterportal.identity.KnownBrowsers;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.UuidText;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests to people without an account: the assister starts them; who reads the mail says yes or no. */
@Controller
@RequestMapping("/portal/requests")
class RequestController {
    private final MailedRequests requests;
    private final PortalDoor door;
    private final KnownBrowsers known;

    RequestController(MailedRequests requests, PortalDoor door, KnownBrowsers known) {
        this.requests = requests;
        this.door = door;
        this.known = known;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        if (!enter(actor, request, model)) {
            return PortalDoor.STOPPED;
        }
        model.addAttribute("requests", requests.pending(actor, page));
        return "portal/requests";
    }

    @GetMapping("/new")
    String form(@AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        if (!enter(actor, request, model)) {
            return PortalDoor.STOPPED;
        }
        return form(Map.of(), Map.of(), model);
    }

    private static String form(Map<String, String> typed, Map<String, String> problems, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("fields", MailedRequests.FIELDS);
        return "portal/request-new";
    }

    @PostMapping
    String ask(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        if (!enter(actor, request, model)) {
            return PortalDoor.STOPPED;
        }
        String browser = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        Place place = new Place(request.getRemoteAddr(), browser, known.marks(request), actor);
        return switch (requests.ask(actor, typed, place)) {
            case MailedRequests.Asked.Done done -> {
                flash.addFlashAttribute("done", "requests.asked");
                yield "redirect:/portal/requests";
            }
            case MailedRequests.Asked.Refused refused -> form(typed, refused.problems(), model);
        };
    }

    @PostMapping("/{id}/again")
    String again(
            @PathVariable String id, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model,
            RedirectAttributes flash) {
        if (!enter(actor, request, model)) {
            return PortalDoor.STOPPED;
        }
        return back(requests.sendAgain(actor, UuidText.parse(id)), "requests.sent-again", flash);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @PathVariable String id, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model,
            RedirectAttributes flash) {
        if (!enter(actor, request, model)) {
            return PortalDoor.STOPPED;
        }
        return back(requests.withdraw(actor, UuidText.parse(id)), "requests.withdrawn", flash);
    }

    private static String back(Act act, String done, RedirectAttributes flash) {
        if (act == Act.DONE) {
            flash.addFlashAttribute("done", done);
        } else {
            flash.addFlashAttribute("refused", "requests.act." + act);
        }
        return "redirect:/portal/requests";
    }

    private boolean enter(Actor actor, HttpServletRequest request, Model model) {
        return door.open(actor, request, model).isPresent();
    }
}
