package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Enrollments.Kept;
import org.assisterportal.enrollment.Party;
import org.assisterportal.pages.Languages;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.PlanId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shop.Offers.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choosing plans after a determination: what today allows, the plans with this household's prices, the basket, the signature. */
@Controller
@RequestMapping("/coverage/{application}/plans")
class ChoiceController {
    private final CoverageDoor door;
    private final Enrollments enrollments;
    private final Offers offers;
    private final OfferPages pages;
    private final EnrollWords words;

    ChoiceController(CoverageDoor door, Enrollments enrollments, Offers offers, OfferPages pages, EnrollWords words) {
        this.door = door;
        this.enrollments = enrollments;
        this.offers = offers;
        this.pages = pages;
        this.words = words;
    }

    private static String at(ApplicationId id) {
        return "/coverage/" + id + "/plans";
    }

    /** Where one goes on who has nothing to choose from: nothing is signed, or another version counts. */
    private static String tasks(ApplicationId id) {
        return "redirect:/coverage/" + id;
    }

    /** What is shown on every page; null where there is nothing to choose from. */
    private @Nullable Desk desk(Hand by, ApplicationId id, Model model) {
        Desk desk = enrollments.desk(by, id).orElse(null);
        model.addAttribute("desk", desk);
        model.addAttribute("base", at(id));
        model.addAttribute("application", id);
        model.addAttribute("spot", true);
        model.addAttribute("paper", Map.of("id", id));
        model.addAttribute("fills", CoverageDoor.fills(by));
        return desk;
    }

    @GetMapping
    String show(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(hand -> show(hand, id, model));
    }

    private String show(Hand by, ApplicationId id, Model model) {
        Desk desk = desk(by, id, model);
        if (desk == null) {
            return tasks(id);
        }
        model.addAttribute("groups", words.groups(desk));
        model.addAttribute("toEnd", words.toEnd(desk));
        model.addAttribute("later", words.later(desk));
        model.addAttribute("apart", words.apart(desk));
        model.addAttribute("today", words.today(desk));
        model.addAttribute("standing", words.policies(desk.standing()));
        return "shop/desk";
    }

    /** What a form told has to be told again. */
    @GetMapping({"/list", "/compare", "/plan"})
    String begin(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return show(application, actor, request, model);
    }

    @PostMapping("/list")
    String list(
            @PathVariable String application, @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") List<String> people,
            @ModelAttribute("asked") Asked asked, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return found(application, typed, people, asked, actor, request, model, (desk, found) -> pages.list(asked, found, model));
    }

    @PostMapping("/compare")
    String compare(
            @PathVariable String application, @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") List<String> people,
            @ModelAttribute("asked") Asked asked, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return found(application, typed, people, asked, actor, request, model, (desk, found) -> pages.compare(asked, found, model));
    }

    @PostMapping("/plan")
    String plan(
            @PathVariable String application, @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") List<String> people,
            @ModelAttribute("asked") Asked asked, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return found(application, typed, people, asked, actor, request, model, (desk, found) -> pages.plan(asked, found, desk.names(), model));
    }

    private String found(
            String application, Map<String, String> typed, List<String> people, Asked asked, Actor actor, HttpServletRequest request, Model model,
            BiFunction<Desk, Found, String> page) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, typed, request, model).page(
                hand -> {
                    Desk desk = desk(hand, id, model);
                    Party party = desk == null ? null : party(desk, typed.getOrDefault("party", ""));
                    List<Buyer> buyers = party == null ? List.of() : party.buyers().people().stream().filter(one -> people.contains(one.key())).toList();
                    if (desk == null) {
                        return tasks(id);
                    }
                    if (party == null || buyers.isEmpty() || desk.shelf() == null || typed.containsKey(Workspace.CHECK)) {
                        return "redirect:" + at(id);
                    }
                    Buyers all = party.buyers();
                    Buyers group = new Buyers(all.planYear(), all.effective(), buyers, all.contribution(), desk.basket().wanted(party.number()));
                    Found found = offers.find(asked, desk.shelf(), group);
                    pages.put(found, new OfferPages.Addresses(at(id), at(id) + "/list"), List.of(desk.planYear()), model);
                    model.addAttribute("party", party);
                    model.addAttribute("people", group.keys());
                    model.addAttribute("forWhom", words.list(group.keys().stream().map(key -> desk.names().getOrDefault(key, "")).toList()));
                    return page.apply(desk, found);
                });
    }

    private static @Nullable Party party(Desk desk, String number) {
        return desk.parties().stream().filter(one -> String.valueOf(one.number()).equals(number)).findFirst().orElse(null);
    }

    @PostMapping("/choose")
    String choose(
            @PathVariable String application, @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") List<String> people,
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model, RedirectAttributes flash) {
        return changed(
                application, typed, actor, request, model, flash, "enroll.chosen",
                (hand, version) -> {
                    String plan = typed.getOrDefault("plan", "");
                    return PlanId.isOne(plan)
                            ? enrollments.put(hand, ApplicationId.parse(application), new PlanId(plan), people, version)
                            : new Kept.Refused("enrollment.put.not-sold");
                });
    }

    @PostMapping("/remove")
    String remove(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        return changed(
                application, typed, actor, request, model, flash, "enroll.removed",
                (hand, version) -> {
                    String plan = typed.getOrDefault("plan", "");
                    return PlanId.isOne(plan)
                            ? enrollments.remove(hand, ApplicationId.parse(application), new PlanId(plan), version)
                            : new Kept.Refused("enrollment.put.not-sold");
                });
    }

    @PostMapping("/tobacco")
    String tobacco(
            @PathVariable String application, @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") List<String> tobacco,
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model, RedirectAttributes flash) {
        return changed(
                application, typed, actor, request, model, flash, "enroll.saved",
                (hand, version) -> enrollments.tobacco(hand, ApplicationId.parse(application), Set.copyOf(tobacco), version));
    }

    @PostMapping("/credit")
    String credit(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        return changed(
                application, typed, actor, request, model, flash, "enroll.saved",
                (hand, version) -> {
                    String amount = typed.getOrDefault("amount", "").replaceAll("[$,\\s]", "");
                    boolean all = typed.getOrDefault("take", "all").equals("all");
                    if (!all && !amount.matches("\\d{1,6}(\\.\\d{1,2})?")) {
                        return new Kept.Refused("enroll.credit.wrong");
                    }
                    String party = typed.getOrDefault("party", "");
                    return party.matches("-?\\d{1,3}")
                            ? enrollments.credit(hand, ApplicationId.parse(application), Integer.parseInt(party), all ? null : Money.of(amount), version)
                            : new Kept.Refused("enrollment.put.not-sold");
                });
    }

    private String changed(
            String application, Map<String, String> typed, Actor actor, HttpServletRequest request, Model model, RedirectAttributes flash, String done,
            BiFunction<Hand, Integer, Kept> act) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    String version = typed.getOrDefault("version", "");
                    if (typed.containsKey(Workspace.CHECK) || !version.matches("\\d{1,9}")) {
                        return "redirect:" + at(id);
                    }
                    Kept kept = act.apply(hand, Integer.parseInt(version));
                    if (kept instanceof Kept.Stopped stopped) {
                        return door.stopped(hand, stopped.refused(), false, request, model);
                    }
                    return switch (kept) {
                        case Kept.Refused refused -> refused(id, refused.message(), flash);
                        case Kept.Stale stale -> refused(id, "enroll.stale", flash);
                        default -> {
                            flash.addFlashAttribute("done", done);
                            yield "redirect:" + at(id);
                        }
                    };
                });
    }

    @GetMapping("/sign")
    String form(@PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, Map.of(), request, model).page(hand -> form(hand, id, Map.of(), Map.of(), model));
    }

    private String form(Hand by, ApplicationId id, Map<String, String> typed, Map<String, String> problems, Model model) {
        Desk desk = desk(by, id, model);
        if (desk == null) {
            return tasks(id);
        }
        if (desk.chance() == null || desk.basket().lines().isEmpty()) {
            return "redirect:" + at(id);
        }
        String consumer = desk.names().getOrDefault("self", "");
        model.addAttribute("groups", words.groups(desk));
        model.addAttribute("today", words.today(desk));
        model.addAttribute("ending", words.ending(desk));
        model.addAttribute("later", words.later(desk));
        model.addAttribute("text", enrollments.words(Languages.current()));
        model.addAttribute("choice", by instanceof Hand.Own ? "own" : "behalf");
        model.addAttribute("names", Map.of("consumer", consumer, "signer", by instanceof Hand.Own ? consumer : by.actor().name()));
        model.addAttribute("signer", by instanceof Hand.Own ? consumer : by.actor().name());
        model.addAttribute("typed", typed);
        model.addAttribute("problemOf", problems);
        return "shop/sign";
    }

    @PostMapping("/sign")
    String sign(
            @PathVariable String application, @RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor,
            HttpServletRequest request, Model model, RedirectAttributes flash) {
        ApplicationId id = ApplicationId.parse(application);
        return door.fill(actor, id, typed, request, model).page(
                hand -> {
                    if (typed.containsKey(Workspace.CHECK)) {
                        return form(hand, id, typed, Map.of(), model);
                    }
                    return switch (enrollments.sign(hand, id, typed, Languages.current())) {
                        case Enrollments.Signed.Done done -> {
                            flash.addFlashAttribute("done", "enroll.signed");
                            yield "redirect:/coverage/" + id + "/policies";
                        }
                        case Enrollments.Signed.Invalid invalid -> form(hand, id, typed, invalid.problems(), model);
                        case Enrollments.Signed.Changed changed -> refused(id, "enroll.sign.changed", flash);
                        case Enrollments.Signed.Refused no -> refused(id, no.message(), flash);
                        case Enrollments.Signed.Stopped stopped -> door.stopped(hand, stopped.refused(), false, request, model);
                    };
                });
    }

    private static String refused(ApplicationId id, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", message);
        return message.equals(Enrollments.NOT_IN_FORCE) ? tasks(id) : "redirect:" + at(id);
    }
}
