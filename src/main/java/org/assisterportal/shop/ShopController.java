package org.assisterportal.shop;

import java.util.List;
import java.util.Map;
import org.assisterportal.eligibility.Money;
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

    ShopController(Plans plans, Offers offers, ShopWords words) {
        this.plans = plans;
        this.offers = offers;
        this.words = words;
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
        model.addAttribute("year", offers.year(asked.year()));
        model.addAttribute("problems", problems);
        return years.isEmpty() ? "shop/none" : "shop/ask";
    }

    @PostMapping
    String list(@ModelAttribute("asked") Asked asked, Model model) {
        Found found = found(asked, model);
        if (found == null) {
            return again(asked, model);
        }
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
    String compare(@ModelAttribute("asked") Asked asked, Model model) {
        Found found = found(asked, model);
        if (found == null) {
            return again(asked, model);
        }
        List<Offer> compared = found.offers().stream().filter(one -> asked.compare().contains(one.id())).toList();
        if (compared.isEmpty()) {
            return list(asked, model);
        }
        model.addAttribute("compared", compared);
        model.addAttribute("rows", words.rows(compared, asked));
        return "shop/compare";
    }

    @PostMapping("/plan")
    String plan(@ModelAttribute("asked") Asked asked, Model model) {
        Found found = found(asked, model);
        if (found == null) {
            return again(asked, model);
        }
        Offer one = found.offers().stream().filter(offer -> offer.id().equals(asked.plan())).findFirst().orElse(null);
        if (one == null) {
            // Not sold there, or not any more: what is.
            return list(asked, model);
        }
        model.addAttribute("one", one);
        model.addAttribute("why", words.why(one));
        model.addAttribute("benefits", plans.benefits(found.shelf().planYear(), one.plan().id(), one.price().variant()));
        return "shop/plan";
    }

    /** What is sold for these answers; null when one is wrong, or the county must be asked first. */
    private @Nullable Found found(Asked asked, Model model) {
        if (!asked.problems().isEmpty()) {
            return null;
        }
        int year = offers.year(asked.year());
        Place place = place(asked, year);
        Found found = place == null ? null : offers.find(asked, year, place);
        if (found != null) {
            model.addAttribute("found", found);
            model.addAttribute("year", year);
            model.addAttribute("years", plans.planYears());
            model.addAttribute("apart", words.apart(found));
            model.addAttribute("credit", credit(found));
        }
        return found;
    }

    private static @Nullable Money credit(Found found) {
        return found.offers().stream().map(offer -> offer.quote().most()).filter(most -> most.cents() > 0).findFirst().orElse(null);
    }

    /** The county is asked for only where it makes a difference to what is sold or to its price. */
    private @Nullable Place place(Asked asked, int year) {
        List<Place> places = plans.places(year, asked.zip5());
        if (places.size() == 1) {
            return places.getFirst();
        }
        for (Place place : places) {
            if (place.fips().equals(asked.county())) {
                return place;
            }
        }
        return null;
    }

    private String again(Asked asked, Model model) {
        Map<String, String> problems = asked.problems();
        if (problems.isEmpty()) {
            List<Place> places = plans.places(offers.year(asked.year()), asked.zip5());
            if (places.isEmpty()) {
                problems = Map.of("zip", "shop.zip.elsewhere");
            } else {
                model.addAttribute("places", places);
                return "shop/county";
            }
        }
        return form(asked, problems, model);
    }
}
