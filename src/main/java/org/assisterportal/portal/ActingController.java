package org.assisterportal.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.acting.ActingDoor;
import org.assisterportal.acting.PortalDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Begins and stops to act for a consumer. */
@Controller
@RequestMapping("/portal")
class ActingController {
    private final PortalDoor door;
    private final ActingDoor acting;

    ActingController(PortalDoor door, ActingDoor acting) {
        this.door = door;
        this.acting = acting;
    }

    @PostMapping("/act")
    Object act(
            @RequestParam String consumer,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String insteadOf,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        if (door.open(actor, model).isEmpty()) {
            return PortalDoor.STOPPED;
        }
        ConsumerId id = ConsumerId.parse(consumer);
        Optional<String> asked = acting.begin(actor, id, insteadOf, typed, request, model);
        if (asked.isPresent()) {
            return asked.get();
        }
        RedirectView workspace = new RedirectView(URI.create(Workspace.address(id, to)).toString());
        if (typed.containsKey(Workspace.CHECK)) {
            // On to the form's own page with what the browser posted here.
            workspace.setStatusCode(HttpStatus.TEMPORARY_REDIRECT);
        }
        workspace.setExposeModelAttributes(false);
        return workspace;
    }

    @PostMapping("/stop")
    String stop(@AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model, RedirectAttributes flash) {
        Optional<ConsumerId> left = acting.stop(actor, request);
        if (door.open(actor, model).isEmpty()) {
            return PortalDoor.STOPPED;
        }
        left.ifPresent(id -> flash.addFlashAttribute("left", id.toString()));
        return "redirect:/portal";
    }
}
