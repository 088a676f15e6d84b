package org.assisterportal.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assisterportal.pages.OftenOpened;
import org.assisterportal.plan.Place;
import org.assisterportal.plan.Plans;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shop.Offers.Found;
import org.assisterportal.shop.Offers.Offer;
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
    private static final int PAGE = 15;

    private final Plans plans;
    private final Offers offers;
    private final ShopWords words;
    private final OftenOpened opened;

    ShopController(Plans plans, Offers offers, ShopWords words, OftenOpened opened) {
        this.plans = plans;
        this.offers = offers;
        this.words = words;
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
        return with(asked, request, model, found -> list(asked, found, model));
    }

    private String list(Asked asked, Found found, Model model) {
        List<Offer> chosen = offers.chosen(found.offers(), asked);
        int last = Math.max(1, (chosen.size() + PAGE - 1) / PAGE);
        int page = Math.min(asked.pageNumber(), last);
        List<Offer> rows = chosen.subList((page - 1) * PAGE, Math.min(page * PAGE, chosen.size()));
        model.addAttribute("page", new PageOf<>(rows, page, PAGE, chosen.size()));
        model.addAttribute("metals", found.offers().stream().map(one -> one.plan().metal()).distinct().sorted().toList());
        model.addAttribute("carriers", words.carriers(found.offers()));
        return "shop/list";
    }

    @PostMapping("/compare")
    String compare(@ModelAttribute("asked") Asked asked, HttpServletRequest request, Model model) {
        return with(asked, request, model, found -> {
            // In the order in which they were chosen, which is that of the list.
            List<Offer> compared =
                    asked.compare().stream().flatMap(id -> found.offers().stream().filter(one -> one.id().equals(id))).toList();
            if (compared.isEmpty()) {
                return list(asked, found, model);
            }
            model.addAttribute("compared", compared);
            model.addAttribute("rows", words.rows(compared, asked));
            return "shop/compare";
        });
    }

    @PostMapping("/plan")
    String plan(@ModelAttribute("asked") Asked asked, HttpServletRequest request, Model model) {
        return with(asked, request, model, found -> {
            Offer one = found.offers().stream().filter(offer -> offer.id().equals(asked.plan())).findFirst().orElse(null);
            if (one == null) {
                // Not sold there, or not any more: what is.
                return list(asked, found, model);
            }
            model.addAttribute("one", one);
            model.addAttribute("why", words.why(one));
            model.addAttribute("benefits", plans.benefits(found.shelf().planYear(), one.plan().id(), one.price().variant()));
            return "shop/plan";
        });
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
        model.addAttribute("found", found);
        model.addAttribute("year", year);
        model.addAttribute("years", years);
        model.addAttribute("apart", words.apart(found));
        return page.apply(found);
    }

    private static @Nullable Place chosen(List<Place> places, String county) {
        return places.stream().filter(place -> place.fips().equals(county)).findFirst().orElse(null);
    }
}
