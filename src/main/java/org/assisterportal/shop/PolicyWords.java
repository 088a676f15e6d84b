package org.assisterportal.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.enrollment.Enrolled.Amount;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.pages.EnrolledWords;
import org.assisterportal.pages.Words;
import org.assisterportal.shared.Minnesota;
import org.springframework.stereotype.Component;

/** Says what a household has, in the reader's language. */
@Component
class PolicyWords {
    /** As long as a first bill may be on its way. */
    private static final Duration NEW = Duration.ofDays(30);

    private final Words words;
    private final EnrolledWords enrolled;
    private final ShopWords shop;
    private final Clock clock;

    PolicyWords(Words words, EnrolledWords enrolled, ShopWords shop, Clock clock) {
        this.words = words;
        this.enrolled = enrolled;
        this.shop = shop;
        this.clock = clock;
    }

    /** A policy with its people. */
    public record Policy(Enrolled policy, String state, boolean good, String people, String net, String premium, String credit) {}

    LocalDate today() {
        return Minnesota.today(clock);
    }

    /** What those pay who stay, when others leave. */
    List<String> later(List<Policies.Later> all) {
        return all.isEmpty()
                ? List.of(words.key("enroll.end.later.nobody"))
                : all.stream().flatMap(this::later).toList();
    }

    private Stream<String> later(Policies.Later one) {
        String costs =
                one.before().equals(one.after())
                        ? words.say("enroll.end.later.same", List.of(one.planName(), shop.price(one.after())))
                        : words.say("enroll.end.later", List.of(one.planName(), shop.price(one.before()), shop.price(one.after())));
        return one.subscriber() == null
                ? Stream.of(costs)
                : Stream.of(costs, words.say("enroll.end.later.subscriber", List.of(one.planName(), one.subscriber())));
    }

    List<Policy> policies(List<Enrolled> all) {
        return all.stream().map(this::policy).toList();
    }

    Policy policy(Enrolled one) {
        Amount amount = one.amount(today());
        return new Policy(
                one, enrolled.state(one), one.isOpen(), enrolled.people(one), shop.price(amount.net()), shop.price(amount.premium()), shop.price(amount.credit()));
    }

    /**
     * What there is to say about the first payment; empty where it is long past, or coverage only goes on. Coverage that began before it was signed is billed
     * for, too.
     */
    String first(Enrolled one, List<Policies.Signature> signatures) {
        if (one.isCarriedOn()) {
            return "";
        }
        if (one.state() == Enrolled.State.COMING) {
            return words.key("enroll.paper.first");
        }
        boolean young = signatures.stream().map(Policies.Signature::at).min(Comparator.naturalOrder()).filter(at -> at.isAfter(clock.instant().minus(NEW))).isPresent();
        return young && (one.state() == Enrolled.State.COVERED || one.state() == Enrolled.State.ENDING) ? words.key("enroll.first.began") : "";
    }

    /** The facts of a policy by their names, for its page and its paper. */
    Map<String, String> facts(Enrolled one) {
        Policy said = policy(one);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(words.key("enroll.fact.number"), one.number().toString());
        if (one.former() != null) {
            facts.put(words.key("enroll.fact.former"), one.former().toString());
        }
        if (one.next() != null) {
            facts.put(words.key("enroll.fact.next"), one.next().toString());
        }
        facts.put(words.key("enroll.fact.plan"), one.planName());
        if (one.variant() != CostSharing.NONE) {
            facts.put(words.key("shop.costs"), words.key("plan.variant." + one.variant()));
        }
        facts.put(words.key("enroll.fact.carrier"), one.issuerName());
        facts.put(words.key("enroll.fact.state"), said.state());
        for (Covered person : one.people()) {
            facts.put(
                    person.name(),
                    person.cancelled()
                            ? words.key("enroll.covered.never")
                            : words.say(
                                    one.state() == Enrolled.State.WAITING ? "enroll.covered.waits" : "enroll.covered",
                                    List.of(words.day(person.from()), words.day(person.to()))));
        }
        for (Amount amount : one.amounts()) {
            facts.put(
                    words.say("enroll.fact.cost", List.of(words.day(amount.from()))),
                    amount.credit().cents() == 0
                            ? shop.price(amount.net())
                            : words.say("enroll.cost", List.of(shop.price(amount.net()), shop.price(amount.premium()), shop.price(amount.credit()))));
        }
        return facts;
    }

    /** Each signature with its day and who, a sentence or two each. */
    List<String> signatures(List<Policies.Signature> all) {
        return all.stream().map(this::signature).toList();
    }

    private String signature(Policies.Signature one) {
        String at = words.time(one.at());
        if (one.what() == Policies.What.RENEWED || one.what() == Policies.What.REASSIGNED) {
            return words.say(one.what() == Policies.What.RENEWED ? "enroll.signature.renewed" : "enroll.signature.reassigned", List.of(at));
        }
        String what = words.key("enroll.signature." + one.what());
        String said =
                one.onBehalf() == null
                        ? words.say("enroll.signature.own", List.of(at, what, one.signer()))
                        : words.say("enroll.signature.behalf", List.of(at, what, one.signer(), String.valueOf(one.onBehalf())));
        String made = one.made() == null ? "" : " " + words.say("propose.made.said." + one.made(), List.of(one.signer())) + ".";
        return said + made + (one.waits() ? " " + words.key("enroll.signature.waits") : one.never() ? " " + words.key("enroll.signature.never") : "");
    }

    /** That somebody was quicker, who and when. */
    String already(Policies.Ended.Already one) {
        String by = one.by().isEmpty() ? words.key("enroll.already.marketplace") : one.by();
        return words.say(one.cancelled() ? "enroll.already.cancelled" : "enroll.already.ended", List.of(by, words.time(one.at())));
    }
}
