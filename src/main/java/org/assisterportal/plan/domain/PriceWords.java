package org.assisterportal.plan.domain;

import java.util.ArrayList;
import java.util.List;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Sentence.Who;
import org.assisterportal.eligibility.Sentence.Word;
import org.assisterportal.plan.Benchmark;
import org.assisterportal.plan.MemberPrice;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.Price;
import org.assisterportal.plan.PriceLine;
import org.assisterportal.plan.Quote;

/** Says how a price came about: each person, the sum, the credit and its limits, what is paid. */
final class PriceWords {
    private PriceWords() {}

    static List<PriceLine> of(Quote quote, Price price) {
        List<PriceLine> lines = new ArrayList<>();
        for (MemberPrice member : price.members()) {
            lines.add(member(member, quote, price));
        }
        line(lines, "plan.why.sum", price.premium());
        credit(lines, quote, price);
        line(lines, "plan.why.net", price.premium(), price.credit(), price.net());
        if (!price.plan().metal().isDental() && price.variant() != CostSharing.NONE) {
            line(lines, "plan.why.variant", new Word("plan.variant." + price.variant().name()));
        }
        return lines;
    }

    private static PriceLine member(MemberPrice member, Quote quote, Price price) {
        String key = !member.charged() ? "plan.why.member.free" : member.tobacco() ? "plan.why.member.tobacco" : "plan.why.member";
        return new PriceLine(
                key,
                List.of(
                        new Who(member.key()), member.age(), quote.buyers().effective(), member.band(), price.plan().rates().area(),
                        member.premium()));
    }

    private static void credit(List<PriceLine> lines, Quote quote, Price price) {
        Money contribution = quote.buyers().contribution();
        Benchmark benchmark = quote.benchmark();
        if (contribution == null) {
            line(lines, "plan.why.credit.none");
        } else if (price.plan().metal() == Metal.CATASTROPHIC) {
            line(lines, "plan.why.credit.catastrophic");
        } else if (benchmark == null && price.plan().metal().isDental()) {
            line(lines, "plan.why.credit.dental-alone");
        } else if (benchmark == null) {
            line(lines, "plan.why.credit.no-benchmark");
        } else {
            List<Who> family = benchmark.members().stream().map(member -> new Who(member.key())).toList();
            line(
                    lines, benchmark.place() == 1 ? "plan.why.benchmark.only" : "plan.why.benchmark", family, benchmark.plan().name(),
                    benchmark.premium());
            line(lines, "plan.why.most", benchmark.premium(), contribution, quote.most());
            if (quote.available().compareTo(quote.most()) < 0) {
                line(lines, "plan.why.wanted", quote.available());
            }
            if (price.plan().metal().isDental()) {
                line(lines, "plan.why.dental", price.creditable(), price.credit());
            } else if (price.credit().equals(price.creditable())) {
                line(lines, "plan.why.limit", price.creditable());
            } else if (quote.prices().size() > 1) {
                line(lines, "plan.why.shared", price.credit());
            }
        }
    }

    private static void line(List<PriceLine> lines, String message, Object... facts) {
        lines.add(new PriceLine(message, List.of(facts)));
    }
}
