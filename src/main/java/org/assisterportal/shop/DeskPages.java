package org.assisterportal.shop;

import java.util.List;
import java.util.Map;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Events;
import org.assisterportal.enrollment.Party;
import org.assisterportal.plan.Buyer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of choosing have in common: the desk, and where one goes on who can't. */
@Component
class DeskPages {
    private final Enrollments enrollments;
    private final Events events;
    private final EventWords words;

    DeskPages(Enrollments enrollments, Events events, EventWords words) {
        this.enrollments = enrollments;
        this.events = events;
        this.words = words;
    }

    static String at(ApplicationId id) {
        return "/coverage/" + id + "/plans";
    }

    /** Where one goes on who has nothing to choose from: nothing is signed, or another version counts. */
    static String tasks(ApplicationId id) {
        return "redirect:/coverage/" + id;
    }

    /** What is shown on every page; null where there is nothing to choose from. */
    @Nullable Desk desk(Hand by, ApplicationId id, Model model) {
        Desk desk = enrollments.desk(by, id).orElse(null);
        model.addAttribute("desk", desk);
        model.addAttribute("base", at(id));
        model.addAttribute("application", id);
        model.addAttribute("spot", true);
        model.addAttribute("paper", Map.of("id", id));
        model.addAttribute("fills", CoverageDoor.fills(by));
        return desk;
    }

    /** Those of a party for whom plans are looked at. */
    static List<Buyer> some(Party party, List<String> people) {
        return party.buyers().people().stream().filter(one -> people.contains(one.key())).toList();
    }

    /** What was reported, and which of several chances may count. */
    void happened(Hand by, Desk desk, Model model) {
        List<Events.Line> lines = events.list(by, desk.id());
        model.addAttribute("events", words.said(lines));
        model.addAttribute("options", words.options(desk, lines));
    }

    /** Back to the choices with a message, or to the tasks where nothing can be chosen from this version. */
    static String refused(ApplicationId id, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", message);
        return message.equals(Enrollments.NOT_IN_FORCE) ? tasks(id) : "redirect:" + at(id);
    }
}
