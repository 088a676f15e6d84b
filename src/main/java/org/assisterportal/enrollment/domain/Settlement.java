package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Party;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Choice;
import org.assisterportal.plan.PlanCard;
import org.assisterportal.plan.Price;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Quote;
import org.assisterportal.plan.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * What a party's coverage becomes from a day on: new policies, people who join or leave those that stand, and what each
 * costs then. All of a party is priced together, because it shares one credit.
 *
 * @param quote null when nothing of it is priced
 * @param reassigned whose cost-sharing reductions are of another level than the policy's variant; nothing that is signed
 */
record Settlement(
        @Nullable Quote quote, List<Opening> openings, List<Joining> joinings, List<Leaving> leavings, List<Repriced> repriced, List<Reassigned> reassigned) {

    /** A new policy. */
    record Opening(Basket.Line line, PlanCard card, Price price) {}

    /**
     * People who come into a policy that stands.
     *
     * @param next the one in which it goes on in another variant, into which they come with it; null where it doesn't
     */
    record Joining(Enrolled policy, List<String> people, @Nullable Enrolled next) {}

    /** People whose coverage in a policy ends after a day, or never begins. */
    record Leaving(Enrolled policy, List<String> people, LocalDate lastDay, boolean cancelled) {
        List<Covered> covered() {
            return policy.people().stream().filter(one -> people.contains(one.key())).toList();
        }

        /** Whether nobody stays in it. */
        boolean isWhole() {
            return policy.coveredFrom(lastDay.plusDays(1)).stream().map(Covered::key).allMatch(people::contains);
        }

        /** Whether the subscriber leaves others behind: they would be without the person whose policy it is. */
        boolean leavesOthersBehind() {
            return people.contains(policy.subscriber().key()) && !isWhole();
        }
    }

    /** What a policy that stands costs from then on. */
    record Repriced(Enrolled policy, Price price) {}

    /** A policy that stands, and the variant that its people would be given now. */
    record Reassigned(Enrolled policy, CostSharing variant) {}

    /** Whether anything becomes different by it. */
    boolean changesSomething() {
        return !openings.isEmpty() || !joinings.isEmpty() || !leavings.isEmpty() || !repriced.isEmpty();
    }

    /** What is signed by it, a line a fact; the same for the same choice, whatever the order in which it was made. */
    String text(LocalDate begins) {
        StringBuilder text = new StringBuilder("from\t" + begins + "\n");
        openings.forEach(
                one ->
                        text.append("begins\t").append(one.line().plan()).append('\t').append(one.price().variant()).append('\t')
                                .append(String.join(",", one.line().people())).append('\t').append(one.price().premium().cents()).append('\t')
                                .append(one.price().credit().cents()).append('\n'));
        joinings.forEach(one -> text.append("joins\t").append(one.policy().number()).append('\t').append(String.join(",", one.people())).append('\n'));
        leavings.forEach(
                one ->
                        text.append(one.cancelled() ? "cancels\t" : "ends\t").append(one.policy().number()).append('\t')
                                .append(String.join(",", one.people())).append('\t').append(one.lastDay()).append('\n'));
        repriced.forEach(
                one ->
                        text.append("costs\t").append(one.policy().number()).append('\t').append(one.price().premium().cents()).append('\t')
                                .append(one.price().credit().cents()).append('\n'));
        return text.toString();
    }

    /**
     * What these lines bring.
     *
     * @param chosen plans of policies that stand as they were chosen, where the shelf has them otherwise
     */
    static Settlement of(
            Party party, List<Basket.Line> lines, List<Enrolled> standing, Shelf shelf, Map<PolicyNumber, PlanCard> chosen, Pricing pricing,
            @Nullable Money wanted) {
        LocalDate begins = party.buyers().effective();
        List<Basket.Line> fresh = new ArrayList<>();
        List<Joining> joinings = new ArrayList<>();
        List<Leaving> leavings = new ArrayList<>();
        for (Basket.Line line : lines) {
            Optional<Enrolled> same = standing.stream().filter(one -> isSame(one, line, party, standing, begins)).findFirst();
            @Nullable Enrolled next = same.map(one -> next(one, standing)).orElse(null);
            if (same.isPresent()) {
                List<String> inside = keys(same.get().coveredFrom(begins));
                List<String> coming = line.people().stream().filter(key -> !inside.contains(key)).toList();
                if (!coming.isEmpty()) {
                    joinings.add(new Joining(same.get(), coming, next));
                }
            } else {
                fresh.add(line);
            }
            for (Enrolled other : standing) {
                if (other.dental() == line.dental() && !same.filter(other::equals).isPresent() && !other.equals(next)) {
                    leave(other, line.people(), begins, leavings);
                }
            }
        }
        return priced(party, fresh, joinings, leavings, standing, shelf, chosen, pricing, wanted);
    }

    /**
     * Whether a line's people are, or come, in a policy that stands: of this party, in the same plan, and with no end that is known but that
     * it goes on in another variant. Whose coverage in it ended gets a new one.
     */
    private static boolean isSame(Enrolled policy, Basket.Line line, Party party, List<Enrolled> standing, LocalDate begins) {
        @Nullable Enrolled next = next(policy, standing);
        return policy.plan().value().equals(line.plan())
                && !policy.starts().isAfter(begins)
                && party.buyers().keys().contains(policy.subscriber().key())
                && goesOn(policy.subscriber(), policy, next)
                && policy.people().stream().filter(one -> line.people().contains(one.key())).allMatch(one -> goesOn(one, policy, next));
    }

    /** The policy in which this one goes on under the same subscriber, so in another variant; null where it doesn't. */
    private static @Nullable Enrolled next(Enrolled policy, List<Enrolled> standing) {
        return standing.stream()
                .filter(one -> one.number().equals(policy.next()) && one.subscriber().key().equals(policy.subscriber().key()))
                .findFirst()
                .orElse(null);
    }

    private static boolean goesOn(Covered one, Enrolled policy, @Nullable Enrolled next) {
        return goesOn(one, policy)
                || (next != null && !one.cancelled() && next.people().stream().anyMatch(then -> then.key().equals(one.key()) && goesOn(then, next)));
    }

    private static boolean goesOn(Covered one, Enrolled policy) {
        return !one.cancelled() && one.to().getYear() == policy.planYear() && one.to().getDayOfYear() == one.to().lengthOfYear();
    }

    private static void leave(Enrolled policy, List<String> people, LocalDate begins, List<Leaving> leavings) {
        List<Covered> covered = policy.coveredFrom(begins).stream().filter(one -> people.contains(one.key())).toList();
        List<String> cancelled = keys(covered.stream().filter(one -> !one.from().isBefore(begins)).toList());
        List<String> ended = keys(covered.stream().filter(one -> one.from().isBefore(begins)).toList());
        if (!cancelled.isEmpty()) {
            leavings.add(new Leaving(policy, cancelled, begins.minusDays(1), true));
        }
        if (!ended.isEmpty()) {
            leavings.add(new Leaving(policy, ended, begins.minusDays(1), false));
        }
    }

    private static Settlement priced(
            Party party, List<Basket.Line> fresh, List<Joining> joinings, List<Leaving> leavings, List<Enrolled> standing, Shelf shelf,
            Map<PolicyNumber, PlanCard> chosen, Pricing pricing, @Nullable Money wanted) {
        LocalDate begins = party.buyers().effective();
        List<Priced> priced = new ArrayList<>();
        for (Basket.Line line : fresh) {
            PlanCard card = shelf.card(line.plan()).orElseThrow();
            priced.add(new Priced(line, null, card, line.people()));
        }
        List<Buyer> buyers = new ArrayList<>(party.buyers().people());
        for (Enrolled policy : standing) {
            Set<String> stay = staying(policy, begins, joinings, leavings);
            Optional<PlanCard> card = Optional.ofNullable(chosen.get(policy.number())).or(() -> shelf.card(policy.plan().value()));
            // Where somebody of it buys no more, or the plan isn't sold at this address, it goes on as it was priced. One that
            // begins later shares the credit from then on.
            if (!policy.starts().isAfter(begins) && !stay.isEmpty() && card.isPresent() && party.buyers().keys().containsAll(stay)) {
                priced.add(new Priced(null, policy, card.get(), List.copyOf(stay)));
                buyers.replaceAll(buyer -> ofThatAge(buyer, policy, begins));
            }
        }
        if (priced.isEmpty()) {
            return new Settlement(null, List.of(), joinings, leavings, List.of(), List.of());
        }
        Buyers all = new Buyers(party.buyers().planYear(), begins, buyers, party.buyers().contribution(), wanted);
        // A cent that is left over goes to the same policy before and after it is signed.
        priced.sort(Comparator.comparing(Priced::choice, Choice.ORDER));
        Quote quote = pricing.quote(shelf.plans(), all, priced.stream().map(Priced::choice).toList());
        List<Opening> openings = new ArrayList<>();
        List<Repriced> repriced = new ArrayList<>();
        List<Reassigned> reassigned = new ArrayList<>();
        for (int i = 0; i < priced.size(); i++) {
            Priced one = priced.get(i);
            Price price = quote.prices().get(i);
            if (one.policy() != null && price.variant() != one.policy().variant()) {
                reassigned.add(new Reassigned(one.policy(), price.variant()));
            }
            if (one.line() != null) {
                openings.add(new Opening(one.line(), one.card(), price));
            } else if (one.policy() != null && isOther(one.policy(), begins, price)) {
                repriced.add(new Repriced(one.policy(), price));
            }
        }
        return new Settlement(quote, openings, joinings, leavings, repriced, reassigned);
    }

    /** What is priced: a line that opens a policy, or a policy that stands, with who is in it then. */
    private record Priced(Basket.@Nullable Line line, @Nullable Enrolled policy, PlanCard card, List<String> people) {
        Choice choice() {
            return new Choice(card.plan(), people);
        }
    }

    /** Another sum, another credit, or another person's share: of four children one costs nothing, and who that is may change. */
    private static boolean isOther(Enrolled policy, LocalDate begins, Price price) {
        if (policy.amounts().isEmpty()) {
            return true;
        }
        Enrolled.Amount before = policy.amount(begins);
        return !before.premium().equals(price.premium())
                || !before.credit().equals(price.credit())
                || !before.shares().equals(PolicyRows.shares(price));
    }

    /** An age counts as it was when coverage in the policy began (45 CFR 147.102(a)(1)(iii)), also on the day of a later change. */
    private static Buyer ofThatAge(Buyer buyer, Enrolled policy, LocalDate begins) {
        for (Covered one : policy.people()) {
            if (one.key().equals(buyer.key()) && !one.cancelled() && one.agedOn().isBefore(begins)) {
                LocalDate born = buyer.born().plus(Period.between(one.agedOn(), begins));
                return new Buyer(buyer.key(), born, buyer.tobacco(), buyer.creditEligible(), buyer.costSharing(), buyer.hardship());
            }
        }
        return buyer;
    }

    private static Set<String> staying(Enrolled policy, LocalDate begins, List<Joining> joinings, List<Leaving> leavings) {
        Set<String> stay = new LinkedHashSet<>(keys(policy.coveredFrom(begins)));
        joinings.stream().filter(one -> one.policy().equals(policy)).forEach(one -> stay.addAll(one.people()));
        leavings.stream().filter(one -> one.policy().equals(policy)).forEach(one -> one.people().forEach(stay::remove));
        return stay;
    }

    private static List<String> keys(List<Covered> people) {
        return people.stream().map(Covered::key).toList();
    }
}
