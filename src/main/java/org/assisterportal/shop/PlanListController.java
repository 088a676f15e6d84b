package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Party;
import org.assisterportal.plan.Buyer;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The plans with a determined household's prices: the list, some side by side, and one, each at an address to come back to. */
@Controller
@RequestMapping("/coverage/{application}/plans")
class PlanListController {
    private final CoverageDoor door;
    private final DeskPages desks;
    private final Offers offers;
    private final OfferPages pages;
    private final EnrollWords words;
    private final ExemptionWords exemptions;

    PlanListController(CoverageDoor door, DeskPages desks, Offers offers, OfferPages pages, EnrollWords words, ExemptionWords exemptions) {
        this.door = door;
        this.desks = desks;
        this.offers = offers;
        this.pages = pages;
        this.words = words;
        this.exemptions = exemptions;
    }

    /** For whom, and how the list is wished, stands in the address of each page; how much care they expect, in the session. */
    @PostMapping({"/list", "/compare", "/plan"})
    String tell(
            @PathVariable String application, @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") List<String> people,
            @ModelAttribute("asked") Asked asked, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, typed, request, model).page(
                hand -> {
                    if (typed.containsKey(Workspace.CHECK)) {
                        return "redirect:" + DeskPages.at(id);
                    }
                    ExpectedCare.keep(request, id, asked.use());
                    if (!asked.wrongWishes().isEmpty()) {
                        // What was typed is no word for an address, and stays in its field.
                        return found(hand, id, typed.getOrDefault("party", ""), people, asked, request, model, (desk, wished, found) -> pages.list(wished, found, model));
                    }
                    return "redirect:" + of(Wished.at(request.getRequestURI(), asked), typed.getOrDefault("party", ""), people);
                });
    }

    private static String of(UriComponentsBuilder address, String party, List<String> people) {
        if (party.matches("-?\\d{1,3}")) {
            address.queryParam("party", party);
        }
        people.stream().filter(one -> one.matches("[\\w-]{1,40}")).forEach(one -> address.queryParam("people", one));
        return address.toUriString();
    }

    @GetMapping("/list")
    String list(
            @PathVariable String application, @RequestParam(defaultValue = "") String party, @RequestParam(defaultValue = "") List<String> people,
            @ModelAttribute("asked") Asked wished, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return found(application, party, people, wished, actor, request, model, (desk, asked, found) -> pages.list(asked, found, model));
    }

    @GetMapping("/compare")
    String compare(
            @PathVariable String application, @RequestParam(defaultValue = "") String party, @RequestParam(defaultValue = "") List<String> people,
            @ModelAttribute("asked") Asked wished, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return found(application, party, people, wished, actor, request, model, (desk, asked, found) -> pages.compare(asked, found, model));
    }

    @GetMapping("/plan")
    String plan(
            @PathVariable String application, @RequestParam(defaultValue = "") String party, @RequestParam(defaultValue = "") List<String> people,
            @ModelAttribute("asked") Asked wished, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return found(application, party, people, wished, actor, request, model, (desk, asked, found) -> pages.plan(asked, found, desk.names(), model));
    }

    private interface Page {
        String of(Desk desk, Asked asked, Found found);
    }

    /** An address that names nobody who buys shows the desk. */
    private String found(
            String application, String number, List<String> people, Asked wished, Actor actor, HttpServletRequest request, Model model, Page page) {
        ApplicationId id = ApplicationId.parse(application);
        return door.look(actor, id, request, model).page(hand -> found(hand, id, number, people, wished, request, model, page));
    }

    private String found(
            Hand hand, ApplicationId id, String number, List<String> people, Asked wished, HttpServletRequest request, Model model, Page page) {
        Desk desk = desks.desk(hand, id, model);
        Party party = desk == null ? null : party(desk, number);
        List<Buyer> buyers = party == null ? List.of() : DeskPages.some(party, people);
        if (desk == null) {
            return DeskPages.tasks(id);
        }
        if (party == null || buyers.isEmpty() || desk.shelf() == null) {
            return "redirect:" + DeskPages.at(id);
        }
        Asked asked = wished.using(ExpectedCare.of(request, id));
        Group group = Group.of(desk, party, buyers);
        Found found = offers.find(asked, desk.shelf(), group, party.unknown());
        pages.put(found, new OfferPages.Addresses(DeskPages.at(id), DeskPages.at(id) + "/list"), List.of(desk.planYear()), desk.names(), model);
        model.addAttribute("asked", asked);
        model.addAttribute("party", party);
        model.addAttribute("notListed", asked.dental() ? List.of() : exemptions.list(desk, buyers));
        model.addAttribute("people", group.buyers().keys());
        model.addAttribute("sharing", words.list(group.others().stream().map(key -> desk.names().getOrDefault(key, "")).toList()));
        model.addAttribute("forWhom", words.list(group.buyers().keys().stream().map(key -> desk.names().getOrDefault(key, "")).toList()));
        return page.of(desk, asked, found);
    }

    private static @Nullable Party party(Desk desk, String number) {
        return desk.parties().stream().filter(one -> String.valueOf(one.number()).equals(number)).findFirst().orElse(null);
    }
}
