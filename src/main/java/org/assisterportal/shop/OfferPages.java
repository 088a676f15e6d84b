package org.assisterportal.shop;

import java.util.List;
import java.util.Map;
import org.assisterportal.plan.Plans;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shop.Offers.Found;
import org.assisterportal.shop.Offers.Offer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The pages of what was found: the list, some side by side, and one; for a visitor and for a household that was determined. */
@Component
class OfferPages {
    private static final int PAGE = 15;
    private static final int MOST_COMPARED = 4;

    private final Plans plans;
    private final Offers offers;
    private final ShopWords words;

    OfferPages(Plans plans, Offers offers, ShopWords words) {
        this.plans = plans;
        this.offers = offers;
        this.words = words;
    }

    /** The addresses of these pages: what they begin with, and where the list is. */
    record Addresses(String base, String listing) {}

    /** What all of them show. */
    void put(Found found, Addresses addresses, List<Integer> years, Map<String, String> names, Model model) {
        model.addAttribute("base", addresses.base());
        model.addAttribute("listing", addresses.listing());
        model.addAttribute("found", found);
        model.addAttribute("year", found.shelf().planYear());
        model.addAttribute("years", years);
        model.addAttribute("apart", words.apart(found));
        model.addAttribute("medicare", words.medicare(found.medicare(), names));
    }

    /** With what is wrong in the wishes beside what was typed, and as if those weren't there. */
    String list(Asked asked, Found found, Model model) {
        return list(asked, found, asked.wrongWishes(), model);
    }

    private String list(Asked asked, Found found, Map<String, String> problems, Model model) {
        model.addAttribute("problemOf", problems);
        List<Offer> chosen = offers.chosen(found.offers(), asked);
        int last = Math.max(1, (chosen.size() + PAGE - 1) / PAGE);
        int page = Math.min(asked.pageNumber(), last);
        List<Offer> rows = chosen.subList((page - 1) * PAGE, Math.min(page * PAGE, chosen.size()));
        model.addAttribute("page", new PageOf<>(rows, page, PAGE, chosen.size()));
        model.addAttribute("ticked", compared(asked, found).stream().filter(one -> !rows.contains(one)).toList());
        model.addAttribute("metals", found.offers().stream().map(one -> one.plan().metal()).distinct().sorted().toList());
        model.addAttribute("carriers", words.carriers(found.offers()));
        return "shop/list";
    }

    /** In the order in which they were chosen, which is that of the list. */
    private static List<Offer> compared(Asked asked, Found found) {
        return asked.compare().stream().flatMap(id -> found.offers().stream().filter(one -> one.id().equals(id))).toList();
    }

    /** Of none, or too many, the list says what to do; what was ticked stays so. */
    String compare(Asked asked, Found found, Model model) {
        List<Offer> compared = compared(asked, found);
        if (compared.isEmpty() || compared.size() > MOST_COMPARED) {
            return list(asked, found, Map.of("comparing", compared.isEmpty() ? "shop.compare.none" : "shop.compare.many"), model);
        }
        model.addAttribute("compared", compared);
        model.addAttribute("rows", words.rows(compared, asked, found));
        return "shop/compare";
    }

    String plan(Asked asked, Found found, Map<String, String> names, Model model) {
        Offer one = found.offers().stream().filter(offer -> offer.id().equals(asked.plan())).findFirst().orElse(null);
        if (one == null) {
            // Not sold there, or not any more: what is, and the name of what isn't.
            model.addAttribute("notSold", found.shelf().card(asked.plan()).map(card -> card.plan().name()).orElse(""));
            return list(asked, found, model);
        }
        model.addAttribute("one", one);
        model.addAttribute("why", words.why(one.quote(), one.price(), names));
        model.addAttribute("benefits", plans.benefits(found.shelf().planYear(), one.plan().id(), one.price().variant()));
        return "shop/plan";
    }
}
