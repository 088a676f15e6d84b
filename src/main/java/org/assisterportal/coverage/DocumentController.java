package org.assisterportal.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.acting.CoverageDoor.Entered;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.document.Documents.Problem;
import org.assisterportal.document.Documents.Sent;
import org.assisterportal.document.Documents.TakenBack;
import org.assisterportal.document.Documents;
import org.assisterportal.document.Incoming;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.StoredFile;
import org.assisterportal.pages.FilePages;
import org.assisterportal.pages.Words;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.UuidText;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What has to be proved: the list, one of it, and the files that are sent for it. */
@Controller
@RequestMapping("/coverage/{application}/documents")
class DocumentController {
    private final CoverageDoor door;
    private final Documents documents;
    private final Words words;

    DocumentController(CoverageDoor door, Documents documents, Words words) {
        this.door = door;
        this.documents = documents;
        this.words = words;
    }

    @GetMapping
    String list(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(hand -> {
            List<ProofRequest> all = documents.list(hand);
            model.addAttribute("of", id);
            model.addAttribute("toDo", all.stream().filter(one -> one.state().isToDo()).toList());
            model.addAttribute("sent", all.stream().filter(one -> one.state() == ProofRequest.State.SENT).toList());
            model.addAttribute("accepted", all.stream().filter(one -> one.state() == ProofRequest.State.ACCEPTED).toList());
            model.addAttribute("standing", documents.standing(hand.consumer()));
            model.addAttribute("fills", CoverageDoor.fills(hand));
            return "coverage/documents";
        });
    }

    @GetMapping("/{proof}")
    String show(
            @PathVariable String application, @PathVariable String proof, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        ProofId asked = ProofId.parse(proof);
        return door.look(actor, id, request, model).page(hand -> page(hand, id, asked, notKept(model), model));
    }

    /** What is wrong with some of the files that were sent just now. */
    private static List<String> notKept(Model model) {
        return model.getAttribute("notKept") instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    /** In words, which a session can hold from a request to the next. */
    private ArrayList<String> said(List<Problem> problems) {
        return new ArrayList<>(problems.stream().map(one -> words.say("document.problem." + one.why(), List.of(one.file()))).toList());
    }

    private String page(Hand by, ApplicationId id, ProofId proof, List<String> problems, Model model) {
        model.addAttribute("of", id);
        model.addAttribute("proof", documents.show(by, proof));
        model.addAttribute("problems", problems);
        model.addAttribute("uploads", true);
        model.addAttribute("fills", CoverageDoor.fills(by));
        return "coverage/document";
    }

    @PostMapping("/{proof}")
    String send(
            @PathVariable String application,
            @PathVariable String proof,
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        ProofId asked = ProofId.parse(proof);
        return door.fill(actor, id, typed, request, model).page(hand -> {
            if (typed.containsKey(Workspace.CHECK)) {
                return page(hand, id, asked, List.of(), model);
            }
            List<Incoming> incoming = incoming(files == null ? List.of() : files);
            return switch (documents.send(hand, asked, incoming)) {
                case Sent.Done done -> {
                    flash.addFlashAttribute("sentFiles", done.files());
                    flash.addFlashAttribute("notKept", said(done.problems()));
                    yield "redirect:" + address(id, asked);
                }
                case Sent.Refused refused -> {
                    yield page(hand, id, asked, said(refused.problems()), model);
                }
                case Sent.Closed closed -> {
                    flash.addFlashAttribute("refused", "document.send.closed");
                    yield "redirect:" + address(id, asked);
                }
                case Sent.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
            };
        });
    }

    /** A form without a choice sends one part without a name. */
    private static List<Incoming> incoming(List<MultipartFile> files) {
        return files.stream()
                .filter(file -> file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty())
                .map(file -> new Incoming(file.getOriginalFilename(), file::getInputStream))
                .toList();
    }

    private static String address(ApplicationId id, ProofId proof) {
        return Addresses.tasks(id) + "/documents/" + proof;
    }

    /** The content; of no use to an assister, for whom this address isn't open. */
    @GetMapping("/{proof}/files/{file}")
    ResponseEntity<byte[]> open(
            @PathVariable String application, @PathVariable String proof, @PathVariable String file,
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        if (door.look(actor, ApplicationId.parse(application), request, model) instanceof Entered.In in
                && in.hand() instanceof Hand.Own own) {
            Documents.Opened opened = documents.open(own, ProofId.parse(proof), UuidText.parse(file));
            return FilePages.of(opened.file().savedAs(), opened.file().kind().type(), opened.file().kind().shown(), opened.content());
        }
        throw new NotFound();
    }

    @GetMapping("/{proof}/files/{file}/take-back")
    String ask(
            @PathVariable String application, @PathVariable String proof, @PathVariable String file,
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        ProofId asked = ProofId.parse(proof);
        UUID which = UuidText.parse(file);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> {
            ProofRequest one = documents.show(hand, asked);
            StoredFile stored =
                    one.files().stream().filter(found -> found.id().equals(which)).findFirst().orElseThrow(NotFound::new);
            model.addAttribute("of", id);
            model.addAttribute("proof", one);
            model.addAttribute("file", stored);
            return stored.canBeTakenBack() ? "coverage/document-take-back" : "redirect:" + address(id, asked);
        });
    }

    @PostMapping("/{proof}/files/{file}/take-back")
    String takeBack(
            @PathVariable String application, @PathVariable String proof, @PathVariable String file,
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        ProofId asked = ProofId.parse(proof);
        return door.fill(actor, id, Map.of(), request, model).page(
                hand -> switch (documents.takeBack(hand, asked, UuidText.parse(file))) {
                    case TakenBack.Done done -> {
                        flash.addFlashAttribute("done", "document.take-back.done");
                        yield "redirect:" + address(id, asked);
                    }
                    case TakenBack.Looked looked -> {
                        flash.addFlashAttribute("refused", "document.take-back.looked");
                        yield "redirect:" + address(id, asked);
                    }
                    case TakenBack.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
                });
    }
}
