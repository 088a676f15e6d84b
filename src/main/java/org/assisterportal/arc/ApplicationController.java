package org.assisterportal.arc;

import java.util.List;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Dossiers.Dossier;
import org.assisterportal.application.Dossiers.Rerun;
import org.assisterportal.application.Dossiers;
import org.assisterportal.application.Paper;
import org.assisterportal.pages.AnswerWords;
import org.assisterportal.pages.ComparedWords;
import org.assisterportal.pages.DeterminationJson;
import org.assisterportal.pages.ResultWords;
import org.assisterportal.pages.Words;
import org.assisterportal.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signed applications: found by number or name, read as they were signed, and determined again. */
@Controller
@RequestMapping("/arc/applications")
class ApplicationController {
    private static final int LONGEST_TERM = 254;

    private final Dossiers dossiers;
    private final AnswerWords answers;
    private final ResultWords results;
    private final ComparedWords compared;
    private final DeterminationJson json;
    private final Words words;

    ApplicationController(Dossiers dossiers, AnswerWords answers, ResultWords results, ComparedWords compared, DeterminationJson json, Words words) {
        this.dossiers = dossiers;
        this.answers = answers;
        this.results = results;
        this.compared = compared;
        this.json = json;
        this.words = words;
    }

    /** A page of the application with its answers. */
    record Part(String title, Paper.Step step, List<AnswerWords.Row> rows) {}

    @GetMapping
    String search(Model model) {
        model.addAttribute("q", "");
        return "arc/applications";
    }

    @PostMapping
    String found(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        model.addAttribute("q", q);
        if (q.length() > LONGEST_TERM) {
            model.addAttribute("problem", "arc.people.long");
        } else if (!q.isBlank()) {
            model.addAttribute("found", dossiers.search(q.strip(), page, actor));
        }
        return "arc/applications";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        return page(ApplicationId.parse(id), actor, model);
    }

    @PostMapping("/{id}/again")
    String again(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        ApplicationId application = ApplicationId.parse(id);
        switch (dossiers.again(application, actor)) {
            case Rerun.Own own -> model.addAttribute("own", true);
            case Rerun.Same same -> model.addAttribute("again", "same");
            case Rerun.Different different -> {
                model.addAttribute("again", "different");
                model.addAttribute("effects", compared.compared(different.paper(), different.stored(), different.now()));
                model.addAttribute("differ", different.people().size());
            }
            case Rerun.Impossible impossible -> {
                model.addAttribute("again", "impossible");
                model.addAttribute("cannot", impossible.why().stream().map(one -> results.said(impossible.paper(), one)).toList());
            }
        }
        return page(application, actor, model);
    }

    private String page(ApplicationId id, Actor actor, Model model) {
        switch (dossiers.show(id, actor)) {
            case Dossiers.Look.Own own -> model.addAttribute("own", true);
            case Dossiers.Look.Shown shown -> fill(shown.dossier(), model);
        }
        return "arc/application";
    }

    private void fill(Dossier dossier, Model model) {
        Paper paper = dossier.paper();
        model.addAttribute("dossier", dossier);
        model.addAttribute("paper", paper);
        model.addAttribute(
                "parts",
                paper.steps().stream().map(step -> new Part(answers.title(paper, step), step, answers.rows(paper, step))).toList());
        model.addAttribute("people", results.people(paper, dossier.signature(), dossier.determination(), dossier.former()));
    }

    @GetMapping("/{id}/determination.json")
    ResponseEntity<?> determination(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        return switch (dossiers.show(ApplicationId.parse(id), actor)) {
            case Dossiers.Look.Own own ->
                    ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, words.key("arc.application.own"))).build();
            case Dossiers.Look.Shown shown -> {
                Dossier dossier = shown.dossier();
                yield ResponseEntity.ok(json.of(dossier.paper(), dossier.signature(), dossier.determination()));
            }
        };
    }
}
