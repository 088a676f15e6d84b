package org.assisterportal.enrollment.domain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.HeldHands;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Made;
import org.assisterportal.enrollment.PlanProposal;
import org.assisterportal.plan.PlanId;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.policy.PolicyTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the basket and lets it be signed. */
@Component
class EnrollmentDesk implements Enrollments {
    private static final String TEXT = "text.enrollment";

    private final Counter counter;
    private final BasketTable baskets;
    private final SigningPlans signing;
    private final Unproved unproved;
    private final HeldHands hands;
    private final EnrollmentDiary diary;
    private final Sales sales;
    private final PlanProposalRows proposals;
    private final PolicyTexts texts;

    EnrollmentDesk(
            Counter counter, BasketTable baskets, SigningPlans signing, Unproved unproved, HeldHands hands, EnrollmentDiary diary, Sales sales,
            PlanProposalRows proposals, PolicyTexts texts) {
        this.counter = counter;
        this.baskets = baskets;
        this.signing = signing;
        this.unproved = unproved;
        this.hands = hands;
        this.diary = diary;
        this.sales = sales;
        this.proposals = proposals;
        this.texts = texts;
    }

    @Override
    @Transactional
    public Optional<Desk> desk(Hand by, ApplicationId id) {
        Optional<Counter.Visit> visit = counter.visit(by, id);
        if (visit.isPresent()) {
            hands.look(by, "enrollment.desk-shown");
        }
        return visit.map(Counter.Visit::desk);
    }

    @Override
    @Transactional
    public Kept put(Hand by, ApplicationId id, PlanId plan, List<String> people, int version) {
        Kept kept = changed(by, id, version, "enrollment.plan-chosen", visit -> put(visit, plan, people));
        if (kept instanceof Kept.Done && by instanceof Hand.Own own) {
            picked(own, id, plan, people);
        }
        return kept;
    }

    /** Whoever chooses for themselves what was proposed for these people has picked it, wherever they press the button. */
    private void picked(Hand.Own by, ApplicationId id, PlanId plan, List<String> people) {
        for (PlanProposal one : proposals.of(by.consumer(), id)) {
            if (one.isOpen() && one.line(plan.value()).filter(line -> Set.copyOf(line.people()).equals(Set.copyOf(people))).isPresent()) {
                proposals.end(by.consumer(), one.id(), PlanProposal.Kind.PICKED, plan.value(), "");
                diary.answered(by, "enrollment.proposal-picked");
            }
        }
    }

    /** What the basket becomes, or why it can't. */
    private record Change(@Nullable Basket basket, String message, String plan) {
        static Change to(Basket basket) {
            return new Change(basket, "", "");
        }

        static Change refused(String message) {
            return refused(message, "");
        }

        static Change refused(String message, String plan) {
            return new Change(null, message, plan);
        }
    }

    private Change put(Counter.Visit visit, PlanId plan, List<String> people) {
        Desk desk = visit.desk();
        return switch (sales.judge(desk, plan, people)) {
            case Sales.Judged.Not not -> Change.refused(not.message(), Sales.name(desk, plan));
            case Sales.Judged.Sold sold -> Change.to(desk.basket().with(sold.into(desk.basket())));
        };
    }

    @Override
    @Transactional
    public Kept remove(Hand by, ApplicationId id, PlanId plan, int version) {
        return changed(
                by, id, version, "enrollment.plan-removed",
                visit -> {
                    Basket basket = visit.desk().basket();
                    return Change.to(basket.with(basket.lines().stream().filter(line -> !line.plan().equals(plan.value())).toList()));
                });
    }

    @Override
    @Transactional
    public Kept tobacco(Hand by, ApplicationId id, Set<String> people, int version) {
        return changed(by, id, version, "enrollment.tobacco-said", visit -> Change.to(visit.desk().basket().smoking(people)));
    }

    @Override
    @Transactional
    public Kept credit(Hand by, ApplicationId id, int party, @Nullable Money wanted, int version) {
        return changed(
                by, id, version, "enrollment.credit-chosen",
                visit -> {
                    Map<Integer, Long> all = new HashMap<>(visit.desk().basket().wanted());
                    if (wanted == null) {
                        all.remove(party);
                    } else {
                        all.put(party, wanted.cents());
                    }
                    return Change.to(visit.desk().basket().wishing(all));
                });
    }

    @Override
    @Transactional
    public Kept because(Hand by, ApplicationId id, String chance, int version) {
        return changed(
                by, id, version, "enrollment.chance-chosen",
                visit ->
                        visit.desk().chances().stream().anyMatch(one -> one.key().equals(chance))
                                ? Change.to(visit.desk().basket().because(chance))
                                : Change.refused("enrollment.chance.gone"));
    }

    private Kept changed(Hand by, ApplicationId id, int version, String act, Function<Counter.Visit, Change> change) {
        return hands.held(by, hand -> changedNow(hand, id, version, act, change), Kept.Stopped::new);
    }

    private Kept changedNow(Hand by, ApplicationId id, int version, String act, Function<Counter.Visit, Change> change) {
        Counter.Visit visit = counter.visit(by, id).orElse(null);
        if (visit == null) {
            return new Kept.Refused(NOT_IN_FORCE);
        }
        if (visit.desk().basket().version() != version) {
            return new Kept.Stale();
        }
        Change made = change.apply(visit);
        if (made.basket() == null) {
            return new Kept.Refused(made.message(), made.plan());
        }
        baskets.keep(by, id, made.basket());
        diary.done(by, act, List.of());
        return new Kept.Done();
    }

    @Override
    public PolicyText words(Locale reader) {
        return texts.inForce(TEXT, reader);
    }

    @Override
    @Transactional
    public Signed sign(Hand by, ApplicationId id, Map<String, String> form, Locale reader) {
        return hands.held(by, hand -> signNow(hand, id, form, reader), Signed.Stopped::new);
    }

    private Signed signNow(Hand by, ApplicationId id, Map<String, String> form, Locale reader) {
        Counter.Visit visit = counter.visit(by, id).orElse(null);
        if (visit == null) {
            return new Signed.Refused(NOT_IN_FORCE);
        }
        String read = form.getOrDefault(READ, "");
        BasketTable.@Nullable Signed done = alreadySigned(id, read).orElse(null);
        if (done != null) {
            return new Signed.Done(done.number(), List.of(), unproved.isWaiting(done.number()), done.creditAlone());
        }
        @Nullable Chance chance = visit.desk().preview().by();
        if (chance == null) {
            return new Signed.Refused("enrollment.sign.closed");
        }
        if (visit.desk().waiting() != null) {
            return new Signed.Refused("enrollment.sign.waits");
        }
        if (visit.desk().basket().lines().stream().anyMatch(line -> !chance.isFor(line.people()))) {
            return new Signed.Refused("enrollment.sign.used");
        }
        if (!read.equals(visit.desk().preview().read()) || visit.settlements().isEmpty()) {
            return counter.lostItsExemption(by, visit) ? new Signed.Refused("enrollment.sign.exemption") : new Signed.Changed();
        }
        if (visit.settlements().values().stream().noneMatch(Settlement::changesSomething)) {
            return new Signed.Refused("enrollment.sign.nothing");
        }
        if (visit.settlements().values().stream().flatMap(one -> one.leavings().stream()).anyMatch(Settlement.Leaving::leavesOthersBehind)) {
            return new Signed.Refused("enrollment.sign.subscriber");
        }
        if (chance.kind() == Chance.Kind.MONTHLY && !visit.desk().parties().stream().filter(party -> visit.settlements().containsKey(party.number())).allMatch(party -> Parties.isTribal(party.buyers().keys(), visit.version().determination()))) {
            return new Signed.Refused("enrollment.sign.tribe");
        }
        PolicyText words = words(reader);
        Map<String, String> problems = new LinkedHashMap<>();
        Made made = by instanceof Hand.OnBehalf ? Made.of(form.get(Made.FIELD)) : null;
        if (by instanceof Hand.OnBehalf && made == null) {
            problems.put(Made.FIELD, "enrollment.made.missing");
        } else if (made == Made.FROM_PROPOSAL && !PlanProposal.covers(proposals.of(by.consumer(), id), visit.desk().basket())) {
            problems.put(Made.FIELD, "enrollment.made.not-picked");
        }
        problems.putAll(new TypedSignature(by, visit.version().people().getFirst().name()).problems(form, words));
        return problems.isEmpty() ? signing.sign(by, visit, TypedSignature.name(form), made, words) : new Signed.Invalid(problems);
    }

    /** The basket that was read begins with its version; whoever sends it again has signed it. */
    private Optional<BasketTable.Signed> alreadySigned(ApplicationId id, String read) {
        String version = read.replaceAll("-.*", "");
        return version.matches("\\d{1,9}") ? baskets.signed(id, Integer.parseInt(version)) : Optional.empty();
    }
}
