package org.assisterportal.arc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.access.AccessDesk.Tab;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.access.RequirementAnswer;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue of ready people and its neighbors; enrolling one or a selection. */
@Controller
@RequestMapping("/arc")
class QueueController {
    private final AccessDesk desk;
    private final PortalAccess access;
    private final QueueRows table;

    QueueController(AccessDesk desk, PortalAccess access, QueueRows table) {
        this.desk = desk;
        this.access = access;
        this.table = table;
    }

    /** Why one person of a selection can't be enrolled: the open requirements, or what else is in the way. */
    record Refusal(String name, List<RequirementAnswer> open, List<String> reasons) {}

    @GetMapping
    String first() {
        return "redirect:/arc/queue";
    }

    @GetMapping("/queue")
    String queue(
            @RequestParam(defaultValue = "READY") Tab tab,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return shown(tab, "", page, actor, model);
    }

    // The term is posted, so that no name ends up in an access log or a browser's history.
    @PostMapping("/queue")
    String search(
            @RequestParam(defaultValue = "READY") Tab tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return shown(tab, q.strip(), page, actor, model);
    }

    private String shown(Tab tab, String q, int page, Actor actor, Model model) {
        AccessDesk.QueuePage queue = desk.queue(tab, q, page, actor);
        model.addAttribute("queue", queue);
        model.addAttribute("rows", table.html(queue.rows().rows(), tab == Tab.READY));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", Tab.values());
        model.addAttribute("q", q);
        return "arc/queue";
    }

    /** Each selected person's four proofs, before anybody is enrolled. */
    @PostMapping("/review")
    String review(
            @RequestParam(defaultValue = "") List<String> person,
            @RequestParam(defaultValue = "") List<String> shown,
            @RequestParam(defaultValue = "false") boolean everybody,
            @AuthenticationPrincipal Actor actor,
            Model model,
            RedirectAttributes flash) {
        List<String> selected = everybody ? shown : person;
        if (selected.isEmpty()) {
            flash.addFlashAttribute("refused", "arc.enroll.nobody");
            return "redirect:/arc/queue";
        }
        List<AccessDesk.Candidate> candidates = desk.review(selected.stream().map(PersonId::parse).toList(), actor);
        model.addAttribute("candidates", candidates);
        model.addAttribute("blocked", candidates.stream().filter(one -> !one.refusals().isEmpty()).count());
        return "arc/review";
    }

    @PostMapping("/enroll")
    String enroll(
            @RequestParam(defaultValue = "") List<String> person,
            @AuthenticationPrincipal Actor actor,
            Model model,
            RedirectAttributes flash) {
        if (person.isEmpty()) {
            flash.addFlashAttribute("refused", "arc.enroll.nobody");
            return "redirect:/arc/queue";
        }
        return switch (desk.enroll(person.stream().map(PersonId::parse).toList(), actor)) {
            case AccessDesk.Enrollment.Done done -> {
                flash.addFlashAttribute("enrolled", done.enrolled());
                flash.addFlashAttribute("already", done.alreadyEnrolled());
                yield "redirect:/arc/queue";
            }
            case AccessDesk.Enrollment.Refused refused -> {
                model.addAttribute("refusals", refusals(refused));
                yield shown(Tab.READY, "", 1, actor, model);
            }
        };
    }

    private List<Refusal> refusals(AccessDesk.Enrollment.Refused refused) {
        Map<PersonId, AccessStanding> standings = access.of(refused.reasons().keySet());
        List<Refusal> refusals = new ArrayList<>();
        refused.reasons()
                .forEach(
                        (person, reasons) -> {
                            AccessStanding standing = standings.get(person);
                            List<RequirementAnswer> open =
                                    standing == null
                                            ? List.of()
                                            : standing.open().stream().filter(answer -> reasons.contains(answer.reason())).toList();
                            refusals.add(
                                    new Refusal(
                                            standing == null ? "" : standing.roster().name().full(), open,
                                            open.isEmpty() ? reasons : List.of()));
                        });
        return refusals;
    }
}
