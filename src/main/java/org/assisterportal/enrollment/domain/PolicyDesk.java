package org.assisterportal.enrollment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.Hand;
import org.assisterportal.application.HeldHands;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.CaseSteps;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.policy.PolicyTexts;
import org.assisterportal.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows policies, and ends them by the wish of those who are in them. */
@Component
class PolicyDesk implements Policies {
    private final PolicyReading policies;
    private final EndMaking ends;
    private final TellingRows telling;
    private final Signatures signatures;
    private final TakingBack takingBack;
    private final CaseSteps steps;
    private final SignedVersions versions;
    private final HeldHands hands;
    private final EnrollmentDiary diary;
    private final PolicyTexts texts;
    private final TransactionTemplate undone;

    PolicyDesk(
            PolicyReading policies, EndMaking ends, TellingRows telling, Signatures signatures, TakingBack takingBack, CaseSteps steps, SignedVersions versions, HeldHands hands,
            EnrollmentDiary diary, PolicyTexts texts, TransactionTemplate undone) {
        this.policies = policies;
        this.ends = ends;
        this.telling = telling;
        this.signatures = signatures;
        this.takingBack = takingBack;
        this.steps = steps;
        this.versions = versions;
        this.hands = hands;
        this.diary = diary;
        this.texts = texts;
        this.undone = undone;
    }

    @Override
    @Transactional
    public List<Enrolled> list(Hand by) {
        hands.look(by, "enrollment.policies-shown");
        return policies.of(by.consumer()).stream().map(PolicyReading.Row::policy).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Enrolled> open(ConsumerId consumer) {
        return policies.of(consumer).stream().map(PolicyReading.Row::policy).filter(Enrolled::isOpen).toList();
    }

    @Override
    @Transactional
    public Enrolled show(Hand by, PolicyNumber number) {
        Enrolled policy = find(by, number).policy();
        hands.look(by, "enrollment.policies-shown");
        return policy;
    }

    @Override
    @Transactional(readOnly = true)
    public Instant changed(Hand by, PolicyNumber number) {
        return telling.changed(find(by, number).id());
    }

    @Override
    @Transactional(readOnly = true)
    public String signer(Hand by, Enrolled policy) {
        return new TypedSignature(by, consumer(policy)).signer();
    }

    private String consumer(Enrolled policy) {
        return versions.find(policy.application()).map(version -> version.people().getFirst().name()).orElse("");
    }

    private PolicyReading.Row find(Hand by, PolicyNumber number) {
        return policies.find(by.consumer(), number).orElseThrow(NotFound::new);
    }

    @Override
    @Transactional
    public Ended end(Hand by, PolicyNumber number, List<String> people, LocalDate lastDay, Map<String, String> form) {
        return hands.held(by, hand -> endNow(hand, find(hand, number), people, lastDay, form), Ended.Stopped::new);
    }

    private Ended endNow(Hand by, PolicyReading.Row row, List<String> named, LocalDate asked, Map<String, String> form) {
        Enrolled policy = row.policy();
        if (policy.waits() != null) {
            return takingBack.takeBack(by, row, consumer(policy), form);
        }
        Optional<Ended.Already> already = already(row, named, asked);
        if (already.isPresent()) {
            return already.get();
        }
        EndMaking.Wish wish = ends.wish(policy, named, asked);
        Map<String, String> problems = ends.problems(by.consumer(), policy, wish);
        problems.putAll(new TypedSignature(by, consumer(policy)).problems(form, texts.inForce("text.enrollment", Locale.ENGLISH)));
        if (!problems.isEmpty()) {
            return new Ended.Invalid(problems);
        }
        UUID act = UUID.randomUUID();
        long signed = ends.keep(by, row, wish, TypedSignature.name(form), act);
        telling.due(act, by.consumer());
        steps.settle(by.consumer());
        diary.signed(by, wish.cancels() ? "enrollment.cancelled" : "enrollment.ended", signed, null);
        return new Ended.Done();
    }

    /** Whoever was quicker: nothing is signed a second time. */
    private Optional<Ended.Already> already(PolicyReading.Row row, List<String> named, LocalDate asked) {
        Enrolled policy = row.policy();
        List<String> people = policy.isOpen() ? named : policy.people().stream().map(Enrolled.Covered::key).toList();
        return signatures.ended(row.id(), people, policy.isOpen() ? asked : policy.lastDay()).or(() -> signatures.takenBack(row.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Signature> signatures(Hand by, PolicyNumber number) {
        return signatures.of(find(by, number).id());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> problems(Hand by, PolicyNumber number, List<String> people, LocalDate lastDay) {
        Enrolled policy = find(by, number).policy();
        return policy.isOpen() && policy.waits() == null ? ends.problems(by.consumer(), policy, ends.wish(policy, people, lastDay)) : Map.of();
    }

    @Override
    public List<Later> later(Hand by, PolicyNumber number, List<String> people, LocalDate lastDay) {
        return Objects.requireNonNull(undone.execute(status -> {
            status.setRollbackOnly();
            return hands.held(by, hand -> laterNow(hand, find(hand, number), people, lastDay), refused -> List.<Later>of());
        }));
    }

    /** Does what a signature would do, so that it says what that would; whoever calls this undoes it. */
    private List<Later> laterNow(Hand by, PolicyReading.Row row, List<String> people, LocalDate asked) {
        Enrolled policy = row.policy();
        EndMaking.Wish wish = ends.wish(policy, people, asked);
        if (policy.waits() != null || !ends.problems(by.consumer(), policy, wish).isEmpty()) {
            return List.of();
        }
        Map<PolicyNumber, Enrolled> before = new HashMap<>();
        open(by.consumer()).forEach(one -> before.put(one.number(), one));
        ends.keep(by, row, wish, "", UUID.randomUUID());
        return open(by.consumer()).stream()
                .filter(after -> after.planYear() == policy.planYear() && !after.coveredFrom(wish.next()).isEmpty())
                .flatMap(after -> later(before, after, wish.next()).stream())
                .toList();
    }

    private static Optional<Later> later(Map<PolicyNumber, Enrolled> before, Enrolled after, LocalDate from) {
        Enrolled same = before.get(after.number());
        Enrolled former = same == null && after.former() != null ? before.get(after.former()) : same;
        return Optional.ofNullable(former)
                .map(one -> new Later(after.planName(), one.amount(from).net(), after.amount(from).net(), same == null ? after.subscriber().name() : null));
    }
}
