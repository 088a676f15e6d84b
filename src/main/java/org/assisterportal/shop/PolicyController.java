package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.enrollment.Renewals;
import org.assisterportal.pages.FilePages;
import org.assisterportal.pages.Languages;
import org.assisterportal.pages.PdfPaper;
import org.assisterportal.pages.Words;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.TypedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A household's policies: how they stand, the confirmation to print, and how to end them. */
@Controller
@RequestMapping("/coverage/{application}/policies")
class PolicyController {
    private final CoverageDoor door;
    private final Policies policies;
    private final Enrollments enrollments;
    private final Renewals renewals;
    private final ToldWords carriers;
    private final PolicyWords words;
    private final EventWords events;
    private final Words said;

    PolicyController(CoverageDoor door, Policies policies, Enrollments enrollments, Renewals renewals, ToldWords carriers, PolicyWords words, EventWords events, Words said) {
        this.door = door;
        this.policies = policies;
        this.enrollments = enrollments;
        this.renewals = renewals;
        this.carriers = carriers;
        this.words = words;
        this.events = events;
        this.said = said;
    }

    private static void way(Hand by, ApplicationId id, Model model) {
        model.addAttribute("paper", Map.of("id", id));
        model.addAttribute("spot", true);
        model.addAttribute("fills", CoverageDoor.fills(by));
    }

    @GetMapping
    String list(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(
                hand -> {
                    way(hand, id, model);
                    model.addAttribute("policies", words.policies(policies.list(hand)));
                    model.addAttribute("renews", renewals.isTime(hand) ? words.today().getYear() + 1 : null);
                    return "shop/policies";
                });
    }

    @GetMapping("/{policy}")
    String show(
            @PathVariable String application, @PathVariable String policy, @AuthenticationPrincipal Actor actor, HttpServletRequest request,
            Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(
                hand -> {
                    way(hand, id, model);
                    Enrolled one = policies.show(hand, PolicyNumber.parse(policy));
                    model.addAttribute("policy", words.policy(one));
                    model.addAttribute("facts", words.facts(one));
                    List<Policies.Signature> signatures = policies.signatures(hand, one.number());
                    model.addAttribute("signatures", words.signatures(signatures));
                    model.addAttribute("first", words.first(one, signatures));
                    model.addAttribute("carrier", carriers.of(one, policies.changed(hand, one.number())));
                    return "shop/policy";
                });
    }

    /** The confirmation; each look at it leaves the same line as the page. */
    @GetMapping("/{policy}/confirmation.pdf")
    Object paper(
            @PathVariable String application, @PathVariable String policy, @AuthenticationPrincipal Actor actor, HttpServletRequest request,
            Model model) {
        ApplicationId id = ApplicationId.parse(application);
        PolicyNumber number = PolicyNumber.parse(policy);
        return door.look(actor, id, request, model)
                .answer(hand -> FilePages.paper("confirmation-" + number + ".pdf", paper(policies.show(hand, number), policies.signatures(hand, number))));
    }

    private byte[] paper(Enrolled one, List<Policies.Signature> signatures) {
        String language = Languages.current().getLanguage();
        String title = said.key("enroll.paper.title");
        try (PdfPaper paper = new PdfPaper(title, language)) {
            paper.heading(1, title, language);
            if (one.waits() == null || !one.waits().begins()) {
                paper.paragraph(said.key("enroll.paper.lead"), language);
            }
            if (one.waits() != null) {
                paper.heading(2, said.key("enroll.waits.title"), language);
                for (String line : events.waits(one.waits())) {
                    paper.paragraph(line, language);
                }
            }
            paper.facts(words.facts(one));
            paper.heading(2, said.key("enroll.signatures"), language);
            for (String line : words.signatures(signatures)) {
                paper.paragraph(line, language);
            }
            String first = words.first(one, signatures);
            if (!one.isCarriedOn()) {
                paper.paragraph(first.isEmpty() ? said.key("enroll.paper.first") : first, language);
            }
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{policy}/end")
    String ask(
            @PathVariable String application, @PathVariable String policy, @AuthenticationPrincipal Actor actor, HttpServletRequest request,
            Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(
                hand -> form(hand, id, policies.show(hand, PolicyNumber.parse(policy)), Map.of(), null, Map.of(), model));
    }

    /** Which kind of end it is: words begin with {@code enroll.<way>}. */
    private static String way(Enrolled one) {
        return one.waits() != null ? "take-back" : one.state() == Enrolled.State.COMING ? "cancel" : "end";
    }

    private String form(
            Hand by, ApplicationId id, Enrolled one, Map<String, String> typed, @Nullable List<String> people, Map<String, String> problems, Model model) {
        if (!one.isOpen()) {
            return "redirect:/coverage/" + id + "/policies/" + one.number();
        }
        way(by, id, model);
        LocalDate from = one.state() == Enrolled.State.COMING ? one.starts() : words.today();
        model.addAttribute("policy", words.policy(one));
        model.addAttribute("covered", one.coveredFrom(from));
        model.addAttribute("others", one.waits() == null && (one.coveredFrom(from).size() > 1 || policies.open(by.consumer()).size() > 1));
        model.addAttribute("chosen", people);
        String way = way(one);
        model.addAttribute("way", way);
        model.addAttribute("agree", said.key("enroll." + way + ".agree"));
        model.addAttribute("signer", policies.signer(by, one));
        model.addAttribute("hash", enrollments.words(Locale.ENGLISH).sha256());
        model.addAttribute("typed", typed);
        model.addAttribute("problemOf", problems);
        return "shop/end";
    }

    @PostMapping("/{policy}/end")
    String end(
            @PathVariable String application, @PathVariable String policy, @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> people, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model,
            RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        PolicyNumber number = PolicyNumber.parse(policy);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    Enrolled one = policies.show(hand, number);
                    LocalDate day = TypedDay.of(typed.getOrDefault("day", ""));
                    // What is over is told by whom, whatever is missing on the page.
                    boolean needsDay = one.isOpen() && way(one).equals("end");
                    if (typed.containsKey("later") && (day != null || !needsDay)) {
                        LocalDate last = day == null ? one.starts() : day;
                        Map<String, String> wrong = policies.problems(hand, number, people, last);
                        if (wrong.isEmpty()) {
                            model.addAttribute("later", words.later(policies.later(hand, number, people, last)));
                        }
                        return form(hand, id, one, TypedSignature.again(typed), people, wrong, model);
                    }
                    if (typed.containsKey(Workspace.CHECK) || needsDay && day == null) {
                        Map<String, String> problems = new LinkedHashMap<>();
                        if (!typed.containsKey(Workspace.CHECK)) {
                            problems.put("day", "apply.problem.date");
                        }
                        return form(hand, id, one, typed, people, problems, model);
                    }
                    return switch (policies.end(hand, number, people, day == null ? one.starts() : day, typed)) {
                        case Policies.Ended.Done done -> {
                            flash.addFlashAttribute("done", "enroll." + way(one) + ".done");
                            yield "redirect:/coverage/" + id + "/policies/" + number;
                        }
                        case Policies.Ended.Invalid invalid -> form(hand, id, one, typed, people, invalid.problems(), model);
                        case Policies.Ended.Already already -> {
                            flash.addFlashAttribute("already", words.already(already));
                            yield "redirect:/coverage/" + id + "/policies/" + number;
                        }
                        case Policies.Ended.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
                    };
                });
    }
}
