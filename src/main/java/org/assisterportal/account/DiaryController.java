package org.assisterportal.account;

import java.util.UUID;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.consumer.WrongLinks;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Done for you": what assisters looked at, changed and sent, and the word that something of it is wrong. */
@Controller
@RequestMapping("/account/diary")
class DiaryController {
    private final Diary diary;
    private final DiaryWords words;
    private final Authorizations authorizations;
    private final PolicyValues policy;

    DiaryController(Diary diary, DiaryWords words, Authorizations authorizations, PolicyValues policy) {
        this.diary = diary;
        this.words = words;
        this.authorizations = authorizations;
        this.policy = policy;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String looks,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor consumer,
            Model model) {
        boolean without = looks.equals("no");
        PageOf<DiaryLine> lines = diary.own(consumer, !without, page);
        model.addAttribute("lines", lines);
        model.addAttribute("rows", words.rows(lines.rows()));
        model.addAttribute("without", without);
        return "account/diary";
    }

    @GetMapping("/{line}/wrong")
    String wrong(@PathVariable UUID line, @AuthenticationPrincipal Actor consumer, Model model) {
        DiaryLine found = diary.one(consumer, line).filter(DiaryLine::byAssister).orElseThrow(NotFound::new);
        model.addAttribute("row", words.row(found));
        model.addAttribute("longest", WrongLinks.LONGEST);
        model.addAttribute("days", policy.inForce("authorization.dispute-days").number());
        return "account/diary-wrong";
    }

    @PostMapping("/{line}/wrong")
    String say(
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String said,
            @AuthenticationPrincipal Actor consumer,
            Model model,
            RedirectAttributes then) {
        if (said.length() > WrongLinks.LONGEST) {
            model.addAttribute("problem", "wrong.said.long");
            model.addAttribute("said", said);
            return wrong(line, consumer, model);
        }
        if (!authorizations.dispute(consumer, line, said)) {
            throw new NotFound();
        }
        then.addFlashAttribute("done", "diary.wrong.done");
        return "redirect:/account/diary";
    }
}
