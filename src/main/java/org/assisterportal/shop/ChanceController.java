package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Enrollments.Kept;
import org.assisterportal.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says which of several chances to choose plans counts. */
@Controller
@RequestMapping("/coverage/{application}/plans/because")
class ChanceController {
    private final CoverageDoor door;
    private final Enrollments enrollments;

    ChanceController(CoverageDoor door, Enrollments enrollments) {
        this.door = door;
        this.enrollments = enrollments;
    }

    @PostMapping
    String choose(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor, HttpServletRequest request,
            Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    String version = typed.getOrDefault("version", "");
                    if (typed.containsKey(Workspace.CHECK) || !version.matches("\\d{1,9}")) {
                        return "redirect:" + DeskPages.at(id);
                    }
                    return switch (enrollments.because(hand, id, typed.getOrDefault("chance", ""), Integer.parseInt(version))) {
                        case Kept.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
                        case Kept.Refused refused -> DeskPages.refused(id, refused.message(), flash);
                        case Kept.Stale stale -> DeskPages.refused(id, "enroll.stale", flash);
                        case Kept.Done done -> {
                            flash.addFlashAttribute("done", "enroll.saved");
                            yield "redirect:" + DeskPages.at(id);
                        }
                    };
                });
    }
}
