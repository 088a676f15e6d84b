package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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
import org.springframework.web.bind.annotation.RequestParam;

/**
 * See plans and prices: what is told goes by POST into a cookie of the visitor's own browser, and each page has an address of its own, so
 * that no address, log or session holds it and Back asks nothing.
 */
@Controller
@RequestMapping("/plans")
class ShopController {
    private final Plans plans;
    private final Offers offers;
    private final OfferPages pages;
    private final OftenOpened opened;
    private final ToldCookie told;

    ShopController(Plans plans, Offers offers, OfferPages pages, OftenOpened opened, ToldCookie told) {
        this.plans = plans;
        this.offers = offers;
        this.pages = pages;
        this.opened = opened;
        this.told = told;
    }

    @GetMapping
    String ask(@ModelAttribute("asked") Asked asked, Model model) {
        return form(asked, Map.of(), model);
    }

    private String form(Asked asked, Map<String, String> problems, Model model) {
        List<Integer> years = plans.planYears();
        model.addAttribute("years", years);
        model.addAttribute("year", offers.year(asked.year(), years));
        otherThanAsked(asked, years, model);
        model.addAttribute("problems", problems);
        return years.isEmpty() ? "shop/none" : "shop/ask";
    }

    @PostMapping({"", "/compare", "/plan"})
    String tell(
            @ModelAttribute("asked") Asked asked, @RequestParam(defaultValue = "") String choosing, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        opened.count("plans-told", request, "plans.pages-a-minute", Duration.ofMinutes(1));
        Map<String, String> problems = asked.problems();
        if (!problems.isEmpty()) {
            return form(asked, problems, model);
        }
        int year = offers.year(asked.year(), plans.planYears());
        List<Place> places = plans.places(year, asked.zip5());
        if (places.isEmpty()) {
            return form(asked, Map.of("zip", "shop.zip.elsewhere"), model);
        }
        Place place = place(places, asked);
        if (place == null) {
            told.keep(response, asked.inCounty(""));
            if (choosing.equals("county")) {
                return county(asked, places, Map.of("county", "shop.county.missing"), model);
            }
            return "redirect:" + Wished.at("/plans/county", asked).toUriString();
        }
        told.keep(response, asked.inCounty(place.fips()));
        Found found = asked.wrongWishes().isEmpty() ? null : offers.find(asked, year, place);
        if (found != null) {
            // What was typed is no word for an address, and stays in its field.
            return list(asked.inCounty(place.fips()), found, plans.planYears(), model);
        }
        String page = request.getRequestURI().equals("/plans") ? "/plans/list" : request.getRequestURI();
        return "redirect:" + Wished.at(page, asked).toUriString();
    }

    /** Where a ZIP code lies in several counties. */
    @GetMapping("/county")
    String county(@ModelAttribute("asked") Asked wished, HttpServletRequest request, Model model) {
        Asked asked = told.of(request, wished);
        int year = offers.year(asked.year(), plans.planYears());
        List<Place> places = asked.problems().isEmpty() ? plans.places(year, asked.zip5()) : List.of();
        if (places.size() < 2) {
            return "redirect:/plans";
        }
        return county(asked, places, Map.of(), model);
    }

    private static String county(Asked asked, List<Place> places, Map<String, String> problems, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("places", places);
        model.addAttribute("problemOf", problems);
        return "shop/county";
    }

    @GetMapping("/list")
    String list(@ModelAttribute("asked") Asked wished, HttpServletRequest request, Model model) {
        return with(wished, request, model, (asked, found) -> pages.list(asked, found, model));
    }

    @GetMapping("/compare")
    String compare(@ModelAttribute("asked") Asked wished, HttpServletRequest request, Model model) {
        return with(wished, request, model, (asked, found) -> pages.compare(asked, found, model));
    }

    @GetMapping("/plan")
    String plan(@ModelAttribute("asked") Asked wished, HttpServletRequest request, Model model) {
        return with(wished, request, model, (asked, found) -> pages.plan(asked, found, Map.of(), model));
    }

    /** A page of what is sold for what was told; without that there is nothing to show, and the form asks. */
    private String with(Asked wished, HttpServletRequest request, Model model, BiFunction<Asked, Found, String> page) {
        opened.count("plans", request, "plans.pages-a-minute", Duration.ofMinutes(1));
        Asked asked = told.of(request, wished);
        List<Integer> years = plans.planYears();
        int year = offers.year(asked.year(), years);
        Place place = asked.problems().isEmpty() ? place(plans.places(year, asked.zip5()), asked) : null;
        Found found = place == null ? null : offers.find(asked, year, place);
        if (found == null) {
            return "redirect:/plans";
        }
        put(asked, found, years, model);
        return page.apply(asked, found);
    }

    /** Where an address names a year whose plans aren't published, the page says that it shows another one's. */
    private static void otherThanAsked(Asked asked, List<Integer> years, Model model) {
        if (!asked.year().isEmpty() && years.stream().map(String::valueOf).noneMatch(asked.year()::equals)) {
            model.addAttribute("notYear", asked.year().matches("\\d{4}") ? asked.year() : "");
        }
    }

    private void put(Asked asked, Found found, List<Integer> years, Model model) {
        otherThanAsked(asked, years, model);
        model.addAttribute("asked", asked);
        pages.put(found, new OfferPages.Addresses("/plans", "/plans"), years, Map.of(), model);
    }

    private String list(Asked asked, Found found, List<Integer> years, Model model) {
        put(asked, found, years, model);
        return pages.list(asked, found, model);
    }

    private static @Nullable Place place(List<Place> places, Asked asked) {
        return places.size() == 1 ? places.getFirst() : chosen(places, asked.county());
    }

    private static @Nullable Place chosen(List<Place> places, String county) {
        return places.stream().filter(place -> place.fips().equals(county)).findFirst().orElse(null);
    }
}
