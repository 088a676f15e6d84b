package org.assisterportal.coverage;

import jakarta.servlet.http.HttpServletRequest;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Notices;
import org.assisterportal.pages.FilePages;
import org.assisterportal.pages.Languages;
import org.assisterportal.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notices of eligibility: the list, one as a page, and the same one as a PDF. */
@Controller
@RequestMapping("/coverage")
class NoticeController {
    private final CoverageDoor door;
    private final Notices notices;
    private final NoticePaper paper;
    private final Newer newer;

    NoticeController(CoverageDoor door, Notices notices, NoticePaper paper, Newer newer) {
        this.door = door;
        this.notices = notices;
        this.paper = paper;
        this.newer = newer;
    }

    @GetMapping("/notices")
    String list(
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        return door.look(actor, null, request, model).page(hand -> {
            model.addAttribute("notices", notices.list(hand, page));
            return "coverage/notices";
        });
    }

    @GetMapping("/{application}/notice")
    String show(
            @PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(hand -> {
            model.addAttribute("id", id);
            return switch (notices.show(hand, id)) {
                case Notices.Look.None none -> "redirect:" + Addresses.tasks(id);
                case Notices.Look.Coming coming -> {
                    model.addAttribute("reference", coming.reference());
                    yield "coverage/notice-coming";
                }
                case Notices.Look.Ready ready -> {
                    newer.mark(hand, id, model);
                    String language = ready.notice().language();
                    model.addAttribute("notice", ready.notice());
                    model.addAttribute("other", !language.equals(Languages.tag(Languages.current())));
                    yield "coverage/notice";
                }
            };
        });
    }

    @GetMapping("/{application}/notice.pdf")
    Object pdf(
            @PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).answer(
                hand -> switch (notices.show(hand, id)) {
                    case Notices.Look.None none -> "redirect:" + Addresses.tasks(id);
                    case Notices.Look.Coming coming -> "redirect:" + Addresses.tasks(id) + "/notice";
                    case Notices.Look.Ready ready ->
                            FilePages.paper("notice-" + ready.notice().reference() + ".pdf", paper.of(ready.notice(), ready.addressee()));
                });
    }
}
