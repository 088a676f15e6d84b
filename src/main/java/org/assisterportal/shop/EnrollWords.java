package org.assisterportal.shop;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.enrollment.Party;
import org.assisterportal.pages.EnrolledWords;
import org.assisterportal.pages.Words;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.Price;
import org.assisterportal.plan.Quote;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a household can choose and has chosen, in the reader's language. */
@Component("enroll")
class EnrollWords {
    private final Words words;
    private final ShopWords shop;
    private final Clock clock;

    EnrollWords(Words words, ShopWords shop, Clock clock) {
        this.words = words;
        this.shop = shop;
        this.clock = clock;
    }

    /** Somebody who may be chosen for. */
    public record Chooser(String key, String name, boolean tobacco, boolean medical, boolean dental) {}

    /**
     * A chosen plan.
     *
     * @param before what it costs before the credit, and the credit
     * @param terms what is paid for care, by its names
     */
    public record Chosen(
            String plan, String name, String issuer, boolean dental, String people, String before, String net, Map<String, String> terms, List<String> why) {}

    /**
     * People who buy together.
     *
     * @param most the most credit a month; empty when there is none
     * @param taken the amount that is wished instead, empty for all of it
     * @param without what to say of those who have no health plan of the year, chosen or signed; empty where nothing is
     * @param less what is taken instead of a wish that is too large; empty where that is taken
     */
    public record Group(
            Party party, String people, List<Chooser> choosers, List<Chosen> chosen, String premium, String credit, String net, String most, String taken, String without,
            String less) {}

    /** A part of a party's credit as it was typed, which is no amount. */
    public record TypedCredit(String party, String amount) {
        public boolean isOf(Group group) {
            return party.equals(String.valueOf(group.party().number()));
        }
    }

    /** Several names as one text. */
    public String list(List<String> names) {
        return EnrolledWords.list(names);
    }

    LocalDate today() {
        return Minnesota.today(clock);
    }

    List<Group> groups(Desk desk) {
        return desk.parties().stream().map(party -> group(desk, party)).toList();
    }

    private Group group(Desk desk, Party party) {
        List<Basket.Line> lines = desk.basket().of(party.number());
        Quote quote = desk.preview().quotes().get(party.number());
        List<Chosen> chosen = new ArrayList<>();
        for (Basket.Line line : lines) {
            Price price = quote == null ? null : price(quote, line);
            if (quote != null && price != null) {
                chosen.add(
                        new Chosen(
                                line.plan(), price.plan().name(), price.plan().issuer(), line.dental(), names(desk, price.members().stream().map(member -> member.key()).toList()),
                                shop.before(price, party.unknown()), shop.price(price.net()), terms(desk, price), why(desk, party, quote, price)));
            }
        }
        List<Chooser> choosers = party.buyers().people().stream().map(buyer -> chooser(desk, lines, buyer)).toList();
        Money wanted = desk.basket().wanted(party.number());
        return new Group(
                party, names(desk, party.buyers().keys()), choosers, chosen, quote == null ? "" : shop.price(quote.premium()),
                quote == null ? "" : shop.price(quote.credit()), quote == null ? "" : shop.price(quote.net()),
                quote == null || quote.most().cents() == 0 ? "" : shop.price(quote.most()), wanted == null ? "" : wanted.toDecimal().toPlainString(),
                chosen.isEmpty() ? without(desk, party) : "",
                quote == null || wanted == null ? "" : less(wanted, quote));
    }

    private String without(Desk desk, Party party) {
        List<String> keys = party.buyers().keys();
        List<String> without = keys.stream().filter(key -> desk.standing().stream().noneMatch(policy -> !policy.dental() && policy.covers(key))).toList();
        return without.isEmpty() ? "" : without.equals(keys) ? words.key("enroll.nothing-chosen") : words.say("enroll.without", List.of(names(desk, without)));
    }

    /** Said where more is wished than there is for these people and plans. */
    private String less(Money wanted, Quote quote) {
        return wanted.compareTo(quote.credit()) <= 0 ? "" : words.say("enroll.credit.less", List.of(shop.price(wanted), shop.price(quote.credit())));
    }

    private Map<String, String> terms(Desk desk, Price price) {
        Map<String, String> said = new LinkedHashMap<>();
        boolean dental = price.plan().metal().isDental();
        said.put(words.key(dental ? "shop.level" : "shop.metal"), words.key("plan.metal." + price.plan().metal()));
        if (!dental) {
            said.put(words.key("shop.costs"), words.key("plan.variant." + price.variant()));
        }
        Optional.ofNullable(desk.shelf())
                .flatMap(shelf -> shelf.card(price.plan().id().value()))
                .map(card -> card.terms(price.variant()))
                .ifPresent(
                        terms -> {
                            boolean several = price.members().size() > 1;
                            said.put(words.key("shop.deductible"), shop.deductible(terms, several));
                            said.put(words.key("shop.most"), shop.outOfPocket(terms, several));
                        });
        return said;
    }

    private List<String> why(Desk desk, Party party, Quote quote, Price price) {
        List<String> said = new ArrayList<>(shop.why(quote, price, desk.names()));
        if (price.plan().metal() == Metal.CATASTROPHIC) {
            List<String> covered = price.members().stream().map(member -> member.key()).toList();
            List<String> exempt = party.buyers().people().stream().filter(Buyer::hardship).map(Buyer::key).filter(covered::contains).toList();
            if (!exempt.isEmpty()) {
                said.add(words.say("enroll.exemption.why", List.of(names(desk, exempt))));
            }
        }
        return said;
    }

    private static Chooser chooser(Desk desk, List<Basket.Line> lines, Buyer buyer) {
        boolean medical = lines.stream().anyMatch(line -> !line.dental() && line.people().contains(buyer.key()));
        boolean dental = lines.stream().anyMatch(line -> line.dental() && line.people().contains(buyer.key()));
        return new Chooser(buyer.key(), desk.names().getOrDefault(buyer.key(), ""), buyer.tobacco(), medical, dental);
    }

    private static @Nullable Price price(Quote quote, Basket.Line line) {
        return quote.prices().stream().filter(price -> price.plan().id().value().equals(line.plan()) && price.keys().containsAll(line.people())).findFirst().orElse(null);
    }

    private String names(Desk desk, List<String> keys) {
        return list(keys.stream().map(key -> desk.names().getOrDefault(key, "")).toList());
    }

    /** Who gets another program, a sentence each. */
    List<String> apart(Desk desk) {
        return desk.others().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> words.say("enroll.apart." + one.getValue(), List.of(desk.names().getOrDefault(one.getKey(), ""))))
                .toList();
    }

    List<String> medicare(Desk desk) {
        return shop.medicare(desk.parties().stream().flatMap(party -> party.buyers().ofMedicareAge().stream()).toList(), desk.names());
    }

    /** What today allows, and until when; the rule that says so. */
    List<String> today(Desk desk) {
        List<String> said = new ArrayList<>();
        Chance chance = desk.chance();
        String year = String.valueOf(desk.planYear());
        if (chance == null) {
            said.add(desk.opens() == null ? words.say("enroll.today.closed", List.of(year)) : words.say("enroll.today.opens", List.of(year, words.day(desk.opens()))));
            return said;
        }
        String until = words.day(chance.until());
        said.add(
                switch (chance.kind()) {
                    case OPEN_ENROLLMENT -> words.say("enroll.today.open", List.of(year, until));
                    case SPECIAL -> words.say("enroll.today.special", List.of(words.key(chance.event() == LifeEvent.ABUSE ? "enroll.event.unsaid" : "enroll.event." + Objects.requireNonNull(chance.event())), until));
                    case MONTHLY -> words.say("enroll.today.monthly", List.of(until));
                    case CREDIT -> throw new IllegalArgumentException("no plan is chosen by it");
                });
        said.add(begins(chance));
        if (!chance.used().isEmpty()) {
            said.add(words.say("enroll.today.used", List.of(names(desk, chance.used().stream().filter(desk.names()::containsKey).sorted().toList()))));
        }
        if (chance.proofDays() > 0) {
            said.add(words.say("enroll.today.proof", List.of(String.valueOf(chance.proofDays()))));
        }
        return said;
    }

    /** From when on it counts, what is signed by a chance. */
    String begins(Chance chance) {
        return words.say(chance.kind() == Chance.Kind.CREDIT ? "enroll.credit.from" : "enroll.today.begins", List.of(words.day(chance.begins())));
    }

    /** How much of the credit is taken in advance from then on, where nothing else is signed. */
    List<String> takes(Desk desk) {
        List<String> said = new ArrayList<>();
        for (Party party : desk.parties()) {
            Quote quote = desk.preview().quotes().get(party.number());
            Money wanted = desk.basket().wanted(party.number());
            if (quote != null && desk.preview().creditAlone()) {
                said.add(
                        wanted == null
                                ? words.say("enroll.credit.takes.all", List.of(names(desk, party.buyers().keys()), shop.price(quote.most())))
                                : words.say("enroll.credit.takes", List.of(names(desk, party.buyers().keys()), shop.price(wanted))));
                said.addAll(wanted == null || less(wanted, quote).isEmpty() ? List.of() : List.of(less(wanted, quote)));
            }
        }
        return said;
    }
}
