package org.assisterportal.arc;

import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.document.DocumentReviews.Outcome;
import org.assisterportal.document.DocumentReviews.Tab;
import org.assisterportal.document.Documents;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofRequest.Reason;
import org.assisterportal.pages.FilePages;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.UuidText;
import org.jspecify.annotations.Nullable;
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

/** Documents that consumers sent: an officer opens them and decides. */
@Controller
@RequestMapping("/arc/documents")
class DocumentReviewController {
    private final DocumentReviews reviews;
    private final ProofFacts facts;

    DocumentReviewController(DocumentReviews reviews, ProofFacts facts) {
        this.reviews = reviews;
        this.facts = facts;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "WAITING") Tab tab, @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("lines", reviews.list(tab, page, actor));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", Tab.values());
        return "arc/documents";
    }

    /** From a task: what of this consumer is to be looked at first. */
    @GetMapping("/of/{consumer}")
    String first(@PathVariable String consumer, @AuthenticationPrincipal Actor actor) {
        return reviews.first(ConsumerId.parse(consumer), actor).map(id -> "redirect:/arc/documents/" + id).orElse("redirect:/arc/documents");
    }

    @GetMapping("/{proof}")
    String show(@PathVariable String proof, @AuthenticationPrincipal Actor actor, Model model) {
        ProofId id = ProofId.parse(proof);
        model.addAttribute("id", id);
        model.addAttribute("longest", DocumentReviews.LONGEST_NOTE);
        model.addAttribute("reasons", Reason.values());
        switch (reviews.show(id, actor)) {
            case DocumentReviews.Look.Shown shown -> {
                model.addAttribute("seen", shown.file());
                model.addAttribute("said", facts.of(shown.file()));
                model.addAttribute("counts", facts.inForce(shown.file()));
            }
            case DocumentReviews.Look.Own own -> model.addAttribute("own", true);
        }
        return "arc/document";
    }

    @GetMapping("/{proof}/files/{file}")
    ResponseEntity<byte[]> open(@PathVariable String proof, @PathVariable String file, @AuthenticationPrincipal Actor actor) {
        UUID which = UuidText.parse(file);
        return switch (reviews.open(ProofId.parse(proof), which, actor)) {
            case DocumentReviews.FileLook.Own own -> throw new NotFound();
            case DocumentReviews.FileLook.Shown shown -> {
                Documents.Opened opened = shown.opened();
                yield FilePages.of(opened.file().savedAs(), opened.file().kind().type(), opened.file().kind().shown(), opened.content());
            }
        };
    }

    @PostMapping("/{proof}")
    String decide(
            @PathVariable String proof,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(required = false) @Nullable Reason reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "false") boolean sure,
            @AuthenticationPrincipal Actor actor,
            Model model,
            RedirectAttributes flash) {
        ProofId id = ProofId.parse(proof);
        boolean accepted = result.equals("ACCEPTED");
        if (!accepted && reason == null) {
            return again(proof, "document.review.no-reason", "reason-UNREADABLE", note, reason, actor, model);
        }
        if (accepted && !sure) {
            model.addAttribute("accepts", version);
            model.addAttribute("typed", note);
            return show(proof, actor, model);
        }
        Outcome outcome = reviews.decide(id, accepted ? null : reason, note, version, actor);
        if (outcome == Outcome.NO_NOTE) {
            return again(proof, "document.outcome.NO_NOTE", "note", note, reason, actor, model);
        }
        flash.addFlashAttribute(
                outcome == Outcome.DONE ? "done" : "refused",
                outcome == Outcome.DONE ? "document.review.done." + (accepted ? "accepted" : "not") : "document.outcome." + outcome);
        return outcome == Outcome.DONE ? "redirect:/arc/documents" : "redirect:/arc/documents/" + id;
    }

    private String again(
            String proof, String problem, String field, String note, @Nullable Reason reason, Actor actor, Model model) {
        model.addAttribute("problem", problem);
        model.addAttribute("field", field);
        model.addAttribute("typed", note);
        model.addAttribute("chosen", reason);
        return show(proof, actor, model);
    }

    @PostMapping("/{proof}/extend")
    String extend(
            @PathVariable String proof, @RequestParam(defaultValue = "") String why, @AuthenticationPrincipal Actor actor, Model model,
            RedirectAttributes flash) {
        ProofId id = ProofId.parse(proof);
        Outcome outcome = reviews.extend(id, why, actor);
        if (outcome == Outcome.NO_NOTE) {
            model.addAttribute("problem", "document.outcome.NO_NOTE");
            model.addAttribute("field", "why");
            return show(proof, actor, model);
        }
        flash.addFlashAttribute(
                outcome == Outcome.DONE ? "done" : "refused",
                outcome == Outcome.DONE ? "document.review.extended" : "document.outcome." + outcome);
        return "redirect:/arc/documents/" + id;
    }
}
