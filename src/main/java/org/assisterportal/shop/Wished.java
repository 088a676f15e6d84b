package org.assisterportal.shop;

import java.util.function.Predicate;
import org.assisterportal.plan.PlanId;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a page of plans: how the list is wished, which is nobody's secret, and of what was typed only what is one of its words. */
final class Wished {
    private Wished() {}

    /** A page's address with what is wished there. */
    static UriComponentsBuilder at(String page, Asked asked) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(page);
        put(address, "year", asked.year(), text -> text.matches("\\d{4}"));
        put(address, "kind", asked.kind(), text -> true);
        asked.metals().stream().sorted().forEach(one -> put(address, "metals", one, text -> text.matches("[A-Z_]{1,30}")));
        put(address, "carrier", asked.carrier(), text -> text.matches("\\d{5}"));
        put(address, "savings", asked.savings(), text -> text.equals("true"));
        put(address, "most", asked.most(), text -> asked.limit() != null);
        put(address, "everybody", asked.everybody(), text -> text.equals("true"));
        put(address, "sort", asked.sort(), text -> text.matches("[a-z]{1,20}"));
        put(address, "page", asked.page(), text -> asked.pageNumber() > 1);
        asked.compare().forEach(one -> put(address, "compare", one, PlanId::isOne));
        put(address, "plan", asked.plan(), PlanId::isOne);
        return address;
    }

    private static void put(UriComponentsBuilder address, String name, String value, Predicate<String> fits) {
        if (!value.isEmpty() && fits.test(value)) {
            address.queryParam(name, value);
        }
    }
}
