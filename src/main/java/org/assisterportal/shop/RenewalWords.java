package org.assisterportal.shop;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Renewals.How;
import org.assisterportal.enrollment.Renewals.Line;
import org.assisterportal.enrollment.Renewals.Outlook;
import org.assisterportal.pages.Words;
import org.assisterportal.plan.Price;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what becomes of this year's plans. */
@Component
class RenewalWords {
    private final Words words;
    private final ShopWords shop;
    private final EnrollWords enroll;
    private final Clock clock;

    RenewalWords(Words words, ShopWords shop, EnrollWords enroll, Clock clock) {
        this.words = words;
        this.shop = shop;
        this.enroll = enroll;
        this.clock = clock;
    }

    /**
     * A policy beside what comes in its place; texts that don't apply are empty.
     *
     * @param change how much more or less it costs
     * @param renamed that the same plan has another name then
     * @param left who has it and buys no plan then
     */
    public record Row(
            boolean dental, String name, String issuer, String people, String now, How how, String plan, String premium, String credit, String net, String change,
            String renamed, String left) {}

    List<Row> lines(Outlook outlook) {
        return outlook.lines().stream().map(line -> row(line, outlook.names())).toList();
    }

    private Row row(Line line, Map<String, String> names) {
        @Nullable Price price = line.price();
        return new Row(
                line.policy().dental(), line.policy().planName(), line.policy().issuerName(), names(names, line.people()), shop.price(line.now()), line.how(),
                line.card() == null ? "" : line.card().plan().name(), price == null ? "" : shop.price(price.premium()),
                price == null || price.credit().cents() == 0 ? "" : shop.price(price.credit()), price == null ? "" : shop.price(price.net()), change(line.more()), renamed(line),
                line.left().isEmpty() ? "" : words.say("enroll.renewal.left", List.of(names(names, line.left()))));
    }

    private String renamed(Line line) {
        return line.how() != How.SAME || line.card() == null || line.card().plan().name().equals(line.policy().planName())
                ? ""
                : words.say("enroll.renewal.renamed", List.of(line.policy().planName()));
    }

    private String change(@Nullable Money more) {
        if (more == null) {
            return "";
        }
        if (more.cents() == 0) {
            return words.key("enroll.renewal.same-price");
        }
        return more.isNegative()
                ? words.say("enroll.renewal.less", List.of(shop.price(new Money(-more.cents()))))
                : words.say("enroll.renewal.more", List.of(shop.price(more)));
    }

    private String names(Map<String, String> names, List<String> keys) {
        return enroll.list(keys.stream().map(key -> names.getOrDefault(key, "")).toList());
    }

    /** Whether the day is over on which plans are renewed by themselves. */
    boolean isLate(Outlook outlook) {
        return Minnesota.today(clock).isAfter(outlook.by());
    }

    /** Whether nobody would buy a plan then. */
    boolean nobody(Outlook outlook) {
        return outlook.lines().stream().allMatch(line -> line.people().isEmpty());
    }

    /** Whether something can be kept. */
    boolean keeps(Outlook outlook) {
        return outlook.lines().stream().anyMatch(line -> line.how() == How.SAME || line.how() == How.SIMILAR);
    }
}
