package org.assisterportal.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes.Outcome;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.application.OtherYears;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reports a change to what was signed, of any kind and at any time. */
@Controller
@RequestMapping("/coverage/{application}")
class ChangeController {
    private final CoverageDoor door;
    private final Addresses addresses;
    private final Applications applications;
    private final Changes changes;
    private final OtherYears years;
    private final Clock clock;

    ChangeController(
            CoverageDoor door, Addresses addresses, Applications applications, Changes changes, OtherYears years, Clock clock) {
        this.door = door;
        this.addresses = addresses;
        this.applications = applications;
        this.changes = changes;
        this.years = years;
        this.clock = clock;
    }

    /** What may change; each begins at the page that asks for it, at the list of people, or at the list of all pages. */
    enum Kind {
        MOVE(Question.HOME),
        INCOME(Question.EARNERS),
        COVERAGE(Question.COVERED),
        PREGNANCY(Question.PREGNANCY),
        STATUS(Question.CITIZENS),
        HOUSEHOLD(null),
        OTHER(null);

        private final @Nullable Question question;

        Kind(@Nullable Question question) {
            this.question = question;
        }
    }

    @GetMapping("/change")
    String choose(
            @PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> {
            Paper paper = applications.show(hand, id);
            model.addAttribute("paper", paper);
            model.addAttribute("kinds", Kind.values());
            Integer year = paper.planYear();
            if (paper.isDraft() || year == null) {
                return "redirect:" + Addresses.tasks(id);
            }
            LocalDate from = OpenEnrollment.changesFrom(year, Minnesota.today(clock));
            model.addAttribute("counts", from.getYear() == year ? from : null);
            return "coverage/change";
        });
    }

    @PostMapping("/change")
    String report(
            @PathVariable String application,
            @RequestParam(defaultValue = "OTHER") Kind kind,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of("kind", kind.name()), request, model).page(
                hand -> {
                    Outcome outcome = changes.report(hand, id);
                    if (outcome instanceof Outcome.Done done && kind == Kind.HOUSEHOLD) {
                        return "redirect:" + Addresses.household(done.id());
                    }
                    return outcome instanceof Outcome.Done done && kind.question != null
                            ? "redirect:" + addresses.of(done.id(), Spot.of(kind.question))
                            : after(hand, id, outcome, null, request, model, flash);
                });
    }

    /** Who belongs to the household, where somebody joined or left. */
    @GetMapping("/household")
    String household(
            @PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> {
            Paper paper = applications.show(hand, id);
            model.addAttribute("paper", paper);
            return paper.isDraft() ? "coverage/household" : "redirect:" + Addresses.tasks(id);
        });
    }

    /** Begins the application for another year, with the answers that are there. */
    @PostMapping("/another")
    String another(
            @PathVariable String application,
            @RequestParam(defaultValue = "") String year,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of("year", year), request, model).page(
                hand -> after(hand, id, years.apply(hand, id, number(year)), "apply.another.begun", request, model, flash));
    }

    /** Begins the change of another year that is behind what was signed last. */
    @PostMapping("/follow")
    String follow(
            @PathVariable String application,
            @RequestParam(defaultValue = "") String year,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of("year", year), request, model).page(
                hand -> after(hand, id, years.follow(hand, number(year)), "apply.behind.begun", request, model, flash));
    }

    private static int number(String year) {
        return year.matches("\\d{4}") ? Integer.parseInt(year) : 0;
    }

    private String after(
            Hand by, ApplicationId from, Outcome outcome, @Nullable String said, HttpServletRequest request, Model model, RedirectAttributes flash) {
        return switch (outcome) {
            case Outcome.Done done -> {
                flash.addFlashAttribute("done", said);
                yield "redirect:" + Addresses.tasks(done.id());
            }
            case Outcome.OtherDraft other -> otherDraft(other, flash);
            case Outcome.Unsigned unsigned -> {
                flash.addFlashAttribute("refused", "apply.another.unsigned");
                yield "redirect:" + Addresses.tasks(from);
            }
            case Outcome.Closed closed -> "redirect:" + Addresses.tasks(from);
            case Outcome.Nothing nothing -> {
                flash.addFlashAttribute("done", "apply.draft.discarded");
                yield "redirect:/coverage";
            }
            case Outcome.Stopped stopped -> door.stopped(by, stopped.refused(), false, request, model);
        };
    }

    @PostMapping("/discard")
    String discard(
            @PathVariable String application,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(
                hand -> after(hand, id, changes.discard(hand, id), "apply.change.discarded", request, model, flash));
    }

    private static String otherDraft(Outcome.OtherDraft other, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", "apply.change.other-draft");
        return "redirect:" + Addresses.tasks(other.id());
    }
}
