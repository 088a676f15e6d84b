package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assisterportal.pages.OftenOpened;
import org.assisterportal.plan.Place;
import org.assisterportal.plan.Plans;
import org.assisterportal.shop.Offers.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** See plans and prices: what was told goes from page to page by POST, so that no address, log or session holds it. */
@Controller
@RequestMapping("/plans")
class ShopController {
    private final Plans plans;
    private final Offers offers;
    private final OfferPages pages;
    private final OftenOpened opened;

    ShopController(Plans plans, Offers offers, OfferPages pages, OftenOpened opened) {
        this.plans = plans;
        this.offers = offers;
        this.pages = pages;
        this.opened = opened;
    }

    @GetMapping
    String ask(@ModelAttribute("asked") Asked asked, Model model) {
        return form(asked, Map.of(), model);
    }

    /** Without what was told there is nothing to show, as after a change of language. */
    @GetMapping({"/compare", "/plan"})
    String begin() {
        return "redirect:/plans";
    }

    private String form(Asked asked, Map<String, String> problems, Model model) {
        List<Integer> years = plans.planYears();
        model.addAttribute("years", years);
        model.addAttribute("year", offers.year(asked.year(), years));
        model.addAttribute("problems", problems);
        return years.isEmpty() ? "shop/none" : "shop/ask";
    }

    @PostMapping
    String list(@ModelAttribute("asked") Asked asked, HttpServletRequest request, Model model) {
        return with(asked, request, model, found -> pages.list(asked, found, model));
    }

    @PostMapping("/compare")
    String compare(@ModelAttribute("asked") Asked asked, HttpServletRequest request, Model model) {
        return with(asked, request, model, found -> pages.compare(asked, found, model));
    }

    @PostMapping("/plan")
    String plan(@ModelAttribute("asked") Asked asked, HttpServletRequest request, Model model) {
        return with(asked, request, model, found -> pages.plan(asked, found, Map.of(), model));
    }

    /** A page of what is sold for these answers; else the form when one is wrong, or the question of the county. */
    private String with(Asked asked, HttpServletRequest request, Model model, Function<Found, String> page) {
        opened.count("plans", request, "plans.pages-a-minute", Duration.ofMinutes(1));
        Map<String, String> problems = asked.problems();
        if (!problems.isEmpty()) {
            return form(asked, problems, model);
        }
        List<Integer> years = plans.planYears();
        int year = offers.year(asked.year(), years);
        List<Place> places = plans.places(year, asked.zip5());
        if (places.isEmpty()) {
            return form(asked, Map.of("zip", "shop.zip.elsewhere"), model);
        }
        Place place = places.size() == 1 ? places.getFirst() : chosen(places, asked.county());
        if (place == null) {
            model.addAttribute("places", places);
            return "shop/county";
        }
        Found found = offers.find(asked, year, place);
        if (found == null) {
            return form(asked, Map.of(), model);
        }
        pages.put(found, new OfferPages.Addresses("/plans", "/plans"), years, model);
        return page.apply(found);
    }

    private static @Nullable Place chosen(List<Place> places, String county) {
        return places.stream().filter(place -> place.fips().equals(county)).findFirst().orElse(null);
    }
}
