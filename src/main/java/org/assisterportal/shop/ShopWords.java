package org.assisterportal.shop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Percent;
import org.assisterportal.eligibility.Sentence;
import org.assisterportal.pages.EnrolledWords;
import org.assisterportal.pages.Words;
import org.assisterportal.plan.Care;
import org.assisterportal.plan.Price;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Quote;
import org.assisterportal.plan.ServiceCost;
import org.assisterportal.plan.Terms;
import org.assisterportal.shop.Offers.Found;
import org.assisterportal.shop.Offers.Offer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says amounts, people and reasons in the visitor's language. */
@Component("shop")
class ShopWords {
    private final Words words;
    private final Pricing pricing;

    ShopWords(Words words, Pricing pricing) {
        this.words = words;
        this.pricing = pricing;
    }

    /** A carrier of the list. */
    public record Carrier(String id, String name) {}

    /** A line of the comparison, a text a plan. */
    public record Row(String heading, List<String> texts) {}

    /** An amount with its cents, as a price is written. */
    public String price(Money amount) {
        return "$" + String.format(Locale.US, "%,.2f", amount.toDecimal());
    }

    /** A yearly limit, or that there is none. */
    public String limit(@Nullable Money amount) {
        return amount == null ? words.key("shop.limit.none") : amount.words();
    }

    public String deductible(Offer one) {
        return deductible(one.terms(), one.several());
    }

    public String outOfPocket(Offer one) {
        return outOfPocket(one.terms(), one.several());
    }

    /** For one person, or for several together. */
    String deductible(Terms terms, boolean several) {
        return limit(terms.deductible(), several ? terms.familyDeductible() : null);
    }

    String outOfPocket(Terms terms, boolean several) {
        return limit(terms.outOfPocket(), several ? terms.familyOutOfPocket() : null);
    }

    private String limit(@Nullable Money one, @Nullable Money together) {
        return together == null ? limit(one) : words.say("shop.together", List.of(together.words()));
    }

    /** An estimate, which knows no cents. */
    public String about(Money amount) {
        return words.say("shop.about", List.of(Money.dollars((amount.cents() + 50) / 100).words()));
    }

    /** A price before the credit, and the credit; where that isn't known yet, so much; nothing where there is none. */
    String before(Price price, boolean unknown) {
        return price.credit().cents() == 0
                ? unknown ? words.key("shop.before.unknown") : ""
                : words.say("shop.before", List.of(price(price.premium()), price(price.credit())));
    }

    List<Carrier> carriers(List<Offer> offers) {
        Map<String, String> names = new TreeMap<>();
        offers.forEach(one -> names.put(one.plan().id().issuer(), one.plan().issuer()));
        return names.entrySet().stream().map(one -> new Carrier(one.getKey(), one.getValue())).toList();
    }

    /** Who seems to get another program, a sentence each. */
    List<String> apart(Found found) {
        if (found.estimate() == null) {
            return List.of();
        }
        return found.estimate().programs().entrySet().stream()
                .filter(one -> Offers.insteadOfAPlan(one.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(one -> words.say("shop.apart", List.of(one.getKey(), words.key("eligibility.program." + one.getValue()))))
                .toList();
    }

    /** What people of Medicare's age have to know; who they are as below. */
    List<String> medicare(List<String> keys, Map<String, String> names) {
        Speech speech = new Speech(words, names);
        return keys.isEmpty() ? List.of() : List.of(words.say("shop.medicare", List.of(EnrolledWords.list(keys.stream().map(speech::name).toList()))));
    }

    /**
     * How a price came about.
     *
     * @param names by key; whoever isn't there is a number, as on the visitor's form
     */
    List<String> why(Quote quote, Price price, Map<String, String> names) {
        Speech speech = new Speech(words, names);
        return pricing.why(quote, price).stream().map(line -> line.said(speech)).toList();
    }

    List<Row> rows(List<Offer> offers, Asked asked, Found found) {
        List<Row> rows = new ArrayList<>();
        boolean untold = found.estimate() != null && asked.income().isEmpty();
        // Where a credit pays for none of them, as of dental plans for adults, there is one price.
        boolean none = asked.dental() && offers.stream().allMatch(one -> one.price().credit().cents() == 0);
        if (!none) {
            row(rows, "shop.premium", offers, one -> price(one.price().premium()));
        }
        row(none ? new ArrayList<>() : rows, "shop.credit", offers, one -> one.unknown() ? words.key("shop.credit.unknown") : untold ? words.key("shop.credit.untold") : price(one.price().credit()));
        row(rows, "shop.net", offers, one -> one.unknown() ? words.say("shop.net.before", List.of(price(one.price().net()))) : price(one.price().net()));
        if (!asked.dental()) {
            row(rows, "shop.yearly", offers, one -> about(one.yearly()));
        }
        row(rows, "shop.deductible", offers, this::deductible);
        row(rows, "shop.most", offers, this::outOfPocket);
        row(rows, asked.dental() ? "shop.level" : "shop.metal", offers, one -> words.key("plan.metal." + one.metal()));
        row(rows, "shop.type", offers, one -> words.either("shop.type." + one.card().type(), one.card().type()));
        if (!asked.dental()) {
            row(rows, "shop.savings", offers, one -> words.key(one.card().savingsAccount() ? "shop.yes" : "shop.no"));
        }
        row(rows, "shop.referral", offers, one -> words.key(one.card().referral() ? "shop.yes" : "shop.no"));
        if (!asked.dental()) {
            Arrays.stream(Care.values())
                    .forEach(service -> row(rows, "shop.service." + service, offers, one -> cost(one.terms().services().get(service))));
        }
        return rows;
    }

    private void row(List<Row> rows, String heading, List<Offer> offers, Function<Offer, String> text) {
        rows.add(new Row(words.key(heading), offers.stream().map(text).toList()));
    }

    /** What one use costs, in few words. */
    public String cost(@Nullable ServiceCost cost) {
        if (cost == null || !cost.covered()) {
            return words.key("shop.cost.not-covered");
        }
        boolean after = cost.copayAfterDeductible() || cost.coinsuranceAfterDeductible();
        String end = after ? ".after" : "";
        String share = new Percent(cost.coinsurance()).words();
        if (cost.copay() == null || cost.copay() == 0) {
            return cost.coinsurance() > 0 ? words.say("shop.cost.share" + end, List.of(share)) : words.key("shop.cost.free" + end);
        }
        String amount = new Money(cost.copay()).words();
        String copay = cost.perStay() ? words.say("shop.cost.stay", List.of(amount)) : amount;
        return cost.coinsurance() > 0 ? words.say("shop.cost.both" + end, List.of(copay, share)) : words.say("shop.cost.copay" + end, List.of(copay));
    }

    private record Speech(Words words, Map<String, String> names) implements Sentence.Speech {
        @Override
        public String name(String key) {
            String name = names.get(key);
            return name == null ? words.say("shop.person", List.of(key)) : name;
        }

        @Override
        public String text(String message, Object... facts) {
            return words.say(message, Arrays.stream(facts).map(Object::toString).toList());
        }

        @Override
        public String day(LocalDate day) {
            return words.day(day);
        }
    }
}
