package org.assisterportal.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.assisterportal.acting.CoverageDoor.Entered;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.Answered;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications.Saved;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Faults;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.LeftBehind;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages with questions, one at a time; each has its own template, and what it needs is read in the module. */
@Controller
@RequestMapping("/coverage/{application}")
class QuestionController {
    private final CoverageDoor door;
    private final QuestionPages pages;
    private final Addresses addresses;
    private final Applications applications;

    QuestionController(CoverageDoor door, QuestionPages pages, Addresses addresses, Applications applications) {
        this.door = door;
        this.pages = pages;
        this.addresses = addresses;
        this.applications = applications;
    }

    @GetMapping({"/{question}", "/people/{person}/{question}"})
    String show(
            @PathVariable String application,
            @PathVariable String question,
            @PathVariable Map<String, String> path,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String more,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        ApplicationId id = ApplicationId.parse(application);
        Spot spot = Addresses.spot(question, path.getOrDefault("person", ""));
        return door.fill(actor, id, Map.of(), request, model).page(hand -> {
            Paper paper = applications.page(hand, id, spot);
            if (isElsewhere(paper, spot)) {
                return "redirect:" + Addresses.tasks(id);
            }
            model.addAttribute("from", from.isEmpty() ? null : from);
            LeftBehind.Left left = from.isEmpty() ? null : pages.leftBehind(hand, id, from).orElseThrow(NotFound::new);
            model.addAttribute("left", left);
            Map<String, String> typed = left == null ? pages.saved(paper, spot) : left.content();
            Faults faults = left == null ? paper.step(spot).map(Paper.Step::faults).orElse(Faults.NONE) : Faults.NONE;
            return pages.form(hand, paper, spot, typed, faults, more.isEmpty() ? 0 : 1, model);
        });
    }

    /** Not asked of this household now, or nothing to fill in any more; of nobody who is in it, it doesn't exist. */
    private static boolean isElsewhere(Paper paper, Spot spot) {
        if (!paper.isDraft()) {
            return true;
        }
        if (paper.step(spot).isPresent() || spot.question() == Question.PERSON) {
            return false;
        }
        if (spot.question().ofOnePerson() && paper.person(spot.subject()).isEmpty()) {
            throw new NotFound();
        }
        return true;
    }

    @PostMapping({"/{question}", "/people/{person}/{question}"})
    String save(
            @PathVariable String application,
            @PathVariable String question,
            @PathVariable Map<String, String> path,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String then,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        Spot spot = Addresses.spot(question, path.getOrDefault("person", ""));
        return switch (door.fill(actor, id, typed, request, model)) {
            case Entered.Instead instead -> instead.view();
            case Entered.Over over -> {
                model.addAttribute("kept", applications.leave(over.assister(), over.consumer(), id, spot, typed));
                yield over.view();
            }
            case Entered.In in when typed.containsKey(Workspace.CHECK) -> {
                model.addAttribute("check", !Workspace.LANGUAGE.equals(typed.get(Workspace.CHECK)));
                yield again(in.hand(), id, spot, typed, Faults.NONE, version, model);
            }
            case Entered.In in when then.equals("none") && spot.question() == Question.INCOME -> {
                Spot earners = Spot.of(Question.EARNERS);
                Paper paper = applications.page(in.hand(), id, earners);
                Map<String, String> nobody = new TreeMap<>(pages.saved(paper, earners));
                nobody.put(spot.subject(), Answer.NO.name());
                int present = paper.step(earners).map(Paper.Step::answer).map(Answered::version).orElse(0);
                yield saved(in.hand(), id, earners, nobody, present, "", request, model, flash);
            }
            case Entered.In in -> {
                OptionalInt row = Rows.removed(then);
                Map<String, String> left = row.isPresent() ? Rows.without(row.getAsInt(), typed) : typed;
                yield saved(in.hand(), id, spot, left, version, then, request, model, flash);
            }
        };
    }

    private String saved(
            Hand by, ApplicationId id, Spot spot, Map<String, String> typed, int version, String then, HttpServletRequest request, Model model,
            RedirectAttributes flash) {
        boolean asItIs = !then.isEmpty() && !then.equals("another");
        return switch (applications.save(by, id, spot, typed, version, asItIs)) {
            case Saved.Done done -> then(done.now(), spot, then, flash);
            case Saved.Invalid invalid -> again(by, id, spot, typed, invalid.faults(), version, model);
            case Saved.Stale stale -> {
                model.addAttribute("stale", stale.now());
                yield again(by, id, spot, typed, Faults.NONE, stale.now().version(), model);
            }
            case Saved.Gone gone -> {
                flash.addFlashAttribute("refused", "apply.person.gone");
                yield "redirect:" + Addresses.tasks(id);
            }
            case Saved.Closed closed -> "redirect:" + Addresses.tasks(id);
            case Saved.Stopped stopped -> door.stopped(by, stopped.refused(), stopped.kept(), request, model);
        };
    }

    private String then(Paper now, Spot spot, String then, RedirectAttributes flash) {
        return switch (then) {
            case "exit" -> {
                flash.addFlashAttribute("done", "apply.kept");
                yield "redirect:" + Addresses.tasks(now.id());
            }
            case "another" -> "redirect:" + addresses.another(now.id());
            case "other" -> "redirect:" + now.step(spot).flatMap(pages::elsewhere).map(other -> addresses.of(now.id(), other)).orElse(addresses.after(now, spot));
            case "more" -> "redirect:" + addresses.of(now.id(), spot) + "?more=1#row-new";
            default -> "redirect:" + (Rows.removed(then).isPresent() ? addresses.of(now.id(), spot) + "#answers" : addresses.after(now, spot));
        };
    }

    private String again(
            Hand by, ApplicationId id, Spot spot, Map<String, String> typed, Faults faults, int version,
            Model model) {
        String page = pages.form(by, applications.page(by, id, spot), spot, typed, faults, 0, model);
        model.addAttribute("version", version);
        model.addAttribute("from", typed.get("from"));
        model.addAttribute("left", pages.leftBehind(by, id, typed.get("from")).orElse(null));
        return page;
    }

    @GetMapping("/people/{person}/remove")
    String askToRemove(
            @PathVariable String application,
            @PathVariable String person,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        ApplicationId id = ApplicationId.parse(application);
        Spot spot = Addresses.spot(Question.PERSON.slug(), person);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> {
            Paper paper = applications.page(hand, id, spot);
            Member whom = paper.person(person).filter(one -> !one.isSelf()).orElseThrow(NotFound::new);
            if (!paper.isDraft()) {
                return "redirect:" + Addresses.tasks(id);
            }
            model.addAttribute("paper", paper);
            model.addAttribute("person", whom);
            return "coverage/remove";
        });
    }

    @PostMapping("/people/{person}/remove")
    String remove(
            @PathVariable String application,
            @PathVariable String person,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        Addresses.spot(Question.PERSON.slug(), person);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> {
            Saved saved = applications.remove(hand, id, person);
            if (saved instanceof Saved.Stopped stopped) {
                return door.stopped(hand, stopped.refused(), stopped.kept(), request, model);
            }
            Optional.of(saved).filter(Saved.Done.class::isInstance).ifPresent(done -> flash.addFlashAttribute("done", "apply.removed"));
            return "redirect:" + Addresses.tasks(id);
        });
    }
}
