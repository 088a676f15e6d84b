package org.assisterportal.arc;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.Certifications;
import org.assisterportal.identity.Accounts;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Searching people, and one person's page with everything that is known and done. */
@Controller
@RequestMapping("/arc/people")
class PersonController {
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_TERM = 254;

    private final AccessDesk desk;
    private final RosterRecords rosters;
    private final Certifications certifications;
    private final Accounts accounts;
    private final Outbox outbox;

    PersonController(
            AccessDesk desk, RosterRecords rosters, Certifications certifications, Accounts accounts, Outbox outbox) {
        this.desk = desk;
        this.rosters = rosters;
        this.certifications = certifications;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** What an officer can do on a person's page. */
    enum Act {
        HOLD,
        RELEASE,
        REINSTATE,
        CLOSE,
        RESEND,
        WITHDRAW;

        boolean needsReason() {
            return this == HOLD || this == REINSTATE || this == CLOSE;
        }
    }

    // The term is posted, so that no name or address ends up in an access log or a browser's history.
    @GetMapping
    String search(Model model) {
        model.addAttribute("q", "");
        return "arc/people";
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
            PageOf<AccessStanding> found = desk.search(q.strip(), page, actor);
            model.addAttribute("found", found);
        }
        return "arc/people";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        PersonId person = PersonId.parse(id);
        AccessStanding standing = desk.show(person, actor).orElseThrow(NotFound::new);
        model.addAttribute("standing", standing);
        model.addAttribute("entry", rosters.entry(person).orElseThrow(NotFound::new));
        model.addAttribute("studyPossible", standing.certification().backgroundMayStart());
        model.addAttribute("history", desk.history(person, actor));
        model.addAttribute("mails", outbox.about(person.value()));
        model.addAttribute("activation", accounts.activation(Hat.ASSISTER, person.value()).orElse(null));
        model.addAttribute("results", BackgroundResult.values());
        model.addAttribute("studies", certifications.studies(person));
        return "arc/person";
    }

    @PostMapping("/{id}/act")
    String act(
            @PathVariable String id,
            @RequestParam Act act,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        PersonId person = PersonId.parse(id);
        String text = reason.strip();
        if (act.needsReason() && (text.isEmpty() || text.length() > LONGEST_REASON)) {
            flash.addFlashAttribute("refused", "arc.reason.missing");
            return back(id);
        }
        AccessDesk.Outcome outcome =
                switch (act) {
                    case HOLD -> desk.hold(person, text, actor);
                    case RELEASE -> desk.release(person, actor);
                    case REINSTATE -> desk.reinstate(person, text, actor);
                    case CLOSE -> desk.close(person, text, actor);
                    case RESEND -> desk.resendLink(person, actor);
                    case WITHDRAW -> desk.withdrawLink(person, actor);
                };
        switch (outcome) {
            case AccessDesk.Outcome.Done done -> flash.addFlashAttribute("done", "arc.done." + act);
            case AccessDesk.Outcome.Refused refused -> flash.addFlashAttribute("refused", refused.reason());
        }
        return back(id);
    }

    @PostMapping("/{id}/background")
    String background(
            @PathVariable String id,
            @RequestParam BackgroundResult result,
            @RequestParam(defaultValue = "") String studied,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes flash) {
        LocalDate day;
        try {
            day = LocalDate.parse(studied);
        } catch (DateTimeParseException e) {
            flash.addFlashAttribute("refused", "arc.background.day");
            return back(id);
        }
        if (note.length() > LONGEST_REASON) {
            flash.addFlashAttribute("refused", "arc.reason.missing");
            return back(id);
        }
        switch (certifications.recordBackground(PersonId.parse(id), result, day, note.strip(), actor)) {
            case Certifications.BackgroundRecorded.Done done ->
                    flash.addFlashAttribute("done", done.certifiedNow() ? "arc.background.certified" : "arc.background.done");
            case Certifications.BackgroundRecorded.Refused refused -> flash.addFlashAttribute("refused", refused.reason());
        }
        return back(id);
    }

    private static String back(String id) {
        return UriComponentsBuilder.fromUriString("redirect:/arc/people/{id}").buildAndExpand(PersonId.parse(id)).toUriString();
    }
}
