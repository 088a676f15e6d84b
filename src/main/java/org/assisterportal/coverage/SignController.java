package org.assisterportal.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Signings.Signed;
import org.assisterportal.application.Signings;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.document.Documents;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Sentence;
import org.assisterportal.pages.AnswerWords;
import org.assisterportal.pages.ComparedWords;
import org.assisterportal.pages.DeterminationJson;
import org.assisterportal.pages.Languages;
import org.assisterportal.pages.ResultWords;
import org.assisterportal.pages.YearCards;
import org.assisterportal.shared.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reads an application over, signs it, and shows who qualifies for what. */
@Controller
@RequestMapping("/coverage/{application}")
class SignController {
    private final CoverageDoor door;
    private final Applications applications;
    private final Signings signings;
    private final Changes changes;
    private final Documents documents;
    private final AnswerWords answers;
    private final ResultWords results;
    private final ComparedWords compared;
    private final DeterminationJson json;
    private final Contradictions contradictions;
    private final ChangedAnswers changed;
    private final Newer newer;
    private final YearCards years;

    SignController(
            CoverageDoor door, Applications applications, Signings signings, Changes changes, Documents documents, AnswerWords answers,
            ResultWords results, ComparedWords compared, DeterminationJson json, Contradictions contradictions, ChangedAnswers changed,
            Newer newer, YearCards years) {
        this.door = door;
        this.applications = applications;
        this.signings = signings;
        this.changes = changes;
        this.documents = documents;
        this.answers = answers;
        this.results = results;
        this.compared = compared;
        this.json = json;
        this.contradictions = contradictions;
        this.changed = changed;
        this.newer = newer;
        this.years = years;
    }

    /** A page of the application as it is read over. */
    record Part(Paper.Step step, List<AnswerWords.Row> rows) {}

    @GetMapping("/review")
    String review(
            @PathVariable String application,
            @RequestParam(defaultValue = "") String since,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(hand -> {
            Paper paper = applications.show(hand, id);
            model.addAttribute("changed", paper.isDraft() ? changed.since(hand, paper, since) : List.of());
            List<Part> parts = new ArrayList<>();
            paper.steps().forEach(step -> parts.add(new Part(step, answers.rows(paper, step))));
            if (paper.signedAt() != null) {
                newer.mark(hand, id, model);
            }
            model.addAttribute("paper", paper);
            model.addAttribute("parts", parts);
            model.addAttribute("contradictions", contradictions.of(paper, applications.contradictions(hand, id)));
            model.addAttribute("fills", CoverageDoor.fills(hand) && paper.isDraft());
            return "coverage/review";
        });
    }

    @GetMapping("/sign")
    String form(
            @PathVariable String application,
            @RequestParam(defaultValue = "") String read,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> {
            String page = form(hand, id, Map.of(), Map.of(), model);
            boolean other =
                    model.getAttribute("paper") instanceof Paper paper && !read.isEmpty() && !read.equals(String.valueOf(paper.revision()));
            return other ? readAgain(id, read, flash) : page;
        });
    }

    /** Nobody signs answers that they didn't read; what is different since is named. */
    private static String readAgain(ApplicationId id, String read, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", "apply.sign.changed");
        return "redirect:" + Addresses.tasks(id) + "/review" + (read.matches("\\d{1,6}") ? "?since=" + read : "");
    }

    private String form(Hand by, ApplicationId id, Map<String, String> typed, Map<String, String> problems, Model model) {
        Paper paper = applications.show(by, id);
        if (!paper.isDraft() || !paper.isComplete()) {
            return "redirect:" + Addresses.tasks(id);
        }
        model.addAttribute("typing", true);
        model.addAttribute("paper", paper);
        model.addAttribute("text", signings.words(Languages.current()));
        model.addAttribute("choice", by instanceof Hand.Own ? "own" : "behalf");
        TypedSignature signature = new TypedSignature(by, paper.people().getFirst().name());
        model.addAttribute("names", Map.of("consumer", signature.consumer(), "signer", by.actor().name()));
        model.addAttribute("signer", signature.signer());
        model.addAttribute("effects", changes.effect(by, id).map(one -> compared.effects(paper, one)).orElse(List.of()));
        model.addAttribute("contradictions", contradictions.of(paper, applications.contradictions(by, id)));
        model.addAttribute("fills", true);
        model.addAttribute("typed", typed);
        model.addAttribute("problemOf", problems);
        return "coverage/sign";
    }

    @PostMapping("/sign")
    String sign(
            @PathVariable String application,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(hand -> {
            if (typed.containsKey(Workspace.CHECK)) {
                return form(hand, id, TypedSignature.again(typed), Map.of(), model);
            }
            return switch (signings.sign(hand, id, typed, Languages.current())) {
                case Signed.Done done -> "redirect:" + Addresses.tasks(id) + "/result";
                case Signed.Closed closed -> "redirect:" + Addresses.tasks(id) + "/result";
                case Signed.Incomplete incomplete -> "redirect:" + Addresses.tasks(id);
                case Signed.Changed since -> readAgain(id, typed.getOrDefault(Signings.READ, ""), flash);
                case Signed.Invalid invalid -> form(hand, id, typed, invalid.problems(), model);
                case Signed.Inconsistent wrong -> form(hand, id, typed, Map.of(), model);
                case Signed.NoRules none -> refused(hand, id, typed, none.why(), model);
                case Signed.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
            };
        });
    }

    private String refused(
            Hand by, ApplicationId id, Map<String, String> typed, Sentence why, Model model) {
        String page = form(by, id, typed, Map.of(), model);
        if (model.getAttribute("paper") instanceof Paper paper) {
            model.addAttribute("contradictions", List.of(contradictions.of(paper, why)));
        }
        return page;
    }

    @GetMapping("/result")
    String result(
            @PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(
                hand -> signings.result(hand, id)
                        .map(
                                result -> {
                                    List<Applications.Standing> counted = changes.inForce(hand);
                                    Newer.mark(counted, result.paper(), model);
                                    model.addAttribute("paper", result.paper());
                                    model.addAttribute("fills", CoverageDoor.fills(hand));
                                    model.addAttribute("signature", result.signature());
                                    model.addAttribute("people", results.people(result.paper(), result.signature(), result.determination(), result.former()));
                                    model.addAttribute("proofs", documents.standing(hand.consumer()));
                                    List<String> buying = result.determination().people().stream().filter(PersonAnswer::mayBuy).map(PersonAnswer::person).toList();
                                    model.addAttribute("buys", !buying.isEmpty());
                                    model.addAttribute("have", years.have(hand, result.determination().facts().planYear(), buying));
                                    model.addAttribute("rules", result.determination().rules());
                                    model.addAttribute("behind", years.behind(hand, counted).stream().filter(one -> one.newest().equals(id)).toList());
                                    return "coverage/result";
                                })
                        .orElse("redirect:" + Addresses.tasks(id)));
    }

    /** The result for machines; docs/determination-json.md says what its fields mean. */
    @GetMapping("/determination.json")
    Object determination(
            @PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).machine(
                hand -> {
                    Optional<Signings.Result> found = signings.result(hand, id);
                    return found.isPresent()
                            ? ResponseEntity.ok(json.of(found.get().paper(), found.get().signature(), found.get().determination()))
                            : "redirect:" + Addresses.tasks(id);
                },
                json::refused);
    }
}
