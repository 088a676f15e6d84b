package org.assisterportal.amp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.UuidText;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From a file or a draft to a submission: upload, preview, review, attest, send. */
@Controller
@RequestMapping("/amp")
class SubmitController {
    private static final int LARGEST_BYTES = 10 * 1024 * 1024;

    private final Rosters rosters;

    SubmitController(Rosters rosters) {
        this.rosters = rosters;
    }

    @GetMapping("/upload")
    String choose(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("waiting", rosters.uploadWaits(actor));
        return "amp/upload";
    }

    @PostMapping("/upload")
    String upload(@RequestParam Optional<MultipartFile> file, @AuthenticationPrincipal Actor actor, Model model)
            throws IOException {
        Rosters.Uploaded outcome =
                file.isEmpty() || name(file.get()).isEmpty()
                        ? new Rosters.Uploaded.NoFile("roster.file.none", List.of())
                        : file.get().getSize() > LARGEST_BYTES
                                ? new Rosters.Uploaded.NoFile("roster.file.large", List.of())
                                : rosters.upload(name(file.get()), file.get().getBytes(), actor);
        if (outcome instanceof Rosters.Uploaded.NoFile no) {
            model.addAttribute("problem", no.reason());
            model.addAttribute("facts", no.facts());
            return choose(actor, model);
        }
        return "redirect:/amp/upload/preview";
    }

    @GetMapping("/upload/preview")
    String preview(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor actor, Model model) {
        Optional<Rosters.Preview> preview = rosters.preview(page, actor);
        if (preview.isEmpty()) {
            return "redirect:/amp/upload";
        }
        model.addAttribute("preview", preview.get());
        return "amp/preview";
    }

    @PostMapping("/upload/accept")
    String accept(@RequestParam String id, @AuthenticationPrincipal Actor actor, RedirectAttributes flash) {
        if (rosters.accept(UuidText.parse(id), actor)) {
            flash.addFlashAttribute("done", "amp.upload.accepted");
            return "redirect:/amp/submit";
        }
        flash.addFlashAttribute("refused", "amp.upload.not-accepted");
        return "redirect:/amp/upload/preview";
    }

    @PostMapping("/upload/drop")
    String drop(@AuthenticationPrincipal Actor actor) {
        rosters.dropUpload(actor);
        return "redirect:/amp/upload";
    }

    @GetMapping("/submit")
    String review(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("review", rosters.review(actor));
        return "amp/submit";
    }

    @PostMapping("/submit")
    String submit(
            @RequestParam String version,
            @RequestParam(defaultValue = "") Set<String> confirmed,
            @RequestParam(defaultValue = "false") boolean attested,
            @AuthenticationPrincipal Actor actor,
            Model model,
            RedirectAttributes flash) {
        Set<PersonId> people = confirmed.stream().map(PersonId::parse).collect(Collectors.toSet());
        return switch (rosters.submit(version, people, attested, actor)) {
            case Rosters.Sent.Done done -> {
                flash.addFlashAttribute("submitted", done.number());
                yield "redirect:/amp/roster";
            }
            case Rosters.Sent.Refused refused -> {
                model.addAttribute("problem", refused.reason());
                model.addAttribute("facts", refused.facts());
                String shown = review(actor, model);
                // What was ticked holds for what was read; a draft that changed since is read and attested anew.
                boolean asRead = model.getAttribute("review") instanceof Rosters.Review now && now.version().equals(version);
                model.addAttribute("confirmed", asRead ? confirmed : Set.of());
                model.addAttribute("attested", asRead && attested);
                yield shown;
            }
        };
    }

    @PostMapping("/discard")
    String discardAll(@AuthenticationPrincipal Actor actor, RedirectAttributes flash) {
        rosters.discardAll(actor);
        flash.addFlashAttribute("done", "amp.discarded");
        return "redirect:/amp/roster";
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
