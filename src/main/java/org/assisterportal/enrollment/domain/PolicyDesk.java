package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.HeldHands;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.CaseSteps;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.policy.PolicyTexts;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows policies, and ends them by the wish of those who are in them. */
@Component
class PolicyDesk implements Policies {
    private final PolicyRows rows;
    private final PolicyReading policies;
    private final TellingRows telling;
    private final TakingBack takingBack;
    private final CaseSteps steps;
    private final Counter counter;
    private final SignedVersions versions;
    private final Changes changes;
    private final HeldHands hands;
    private final EnrollmentDiary diary;
    private final Repricing repricing;
    private final PolicyTexts texts;
    private final Clock clock;

    PolicyDesk(
            PolicyRows rows, PolicyReading policies, TellingRows telling, TakingBack takingBack, CaseSteps steps, Counter counter, SignedVersions versions, Changes changes,
            HeldHands hands, EnrollmentDiary diary, Repricing repricing, PolicyTexts texts,
            Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.telling = telling;
        this.takingBack = takingBack;
        this.steps = steps;
        this.counter = counter;
        this.versions = versions;
        this.changes = changes;
        this.hands = hands;
        this.diary = diary;
        this.repricing = repricing;
        this.texts = texts;
        this.clock = clock;
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
        List<String> people = named.stream().distinct().toList();
        Enrolled policy = row.policy();
        if (policy.waits() != null) {
            return takingBack.takeBack(by, row, consumer(policy), form);
        }
        LocalDate today = counter.today();
        boolean cancelled = today.isBefore(policy.starts());
        LocalDate lastDay = cancelled ? policy.starts().minusDays(1) : asked;
        PolicyText words = texts.inForce("text.enrollment", Locale.ENGLISH);
        Map<String, String> problems = problems(policy, people, lastDay, cancelled ? lastDay : today);
        if (!cancelled && lastDay.equals(LocalDate.of(policy.planYear(), 12, 31)) && policies.unwanted(by.consumer(), policy.planYear() + 1, policy.dental()).containsAll(people)) {
            problems.putIfAbsent("day", "enrollment.end.already");
        }
        if (policies.of(by.consumer()).stream().map(PolicyReading.Row::policy).anyMatch(one -> one.planYear() == policy.planYear() && one.waits() != null)) {
            problems.put("people", "enrollment.end.waits");
        }
        problems.putAll(new TypedSignature(by, consumer(policy)).problems(form, words));
        if (!problems.isEmpty()) {
            return new Ended.Invalid(problems);
        }
        UUID act = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String content = (cancelled ? "cancels\t" : "ends\t") + policy.number() + "\t" + String.join(",", people) + "\t" + lastDay + "\n";
        long signed =
                rows.add(
                        by,
                        new PolicyRows.Act(
                                act, cancelled ? "CANCELLED" : "ENDED", policy.application(), null, content, Sha256.hex(content),
                                TypedSignature.name(form), now, null),
                        words);
        for (String person : people) {
            rows.end(row.id(), act, person, lastDay, cancelled, Reason.BY_WISH.name());
        }
        reprice(by, policy, cancelled ? policy.starts() : lastDay.plusDays(1), act);
        telling.due(act, by.consumer());
        steps.settle(by.consumer());
        diary.signed(by, cancelled ? "enrollment.cancelled" : "enrollment.ended", signed, null);
        return new Ended.Done();
    }

    private static Map<String, String> problems(Enrolled policy, List<String> people, LocalDate lastDay, LocalDate earliest) {
        Map<String, String> problems = new LinkedHashMap<>();
        List<String> covered = policy.coveredFrom(earliest).stream().map(Covered::key).toList();
        if (people.isEmpty() || !covered.containsAll(people)) {
            problems.put("people", "enrollment.end.nobody");
        } else if (new Settlement.Leaving(policy, people, lastDay, false).leavesOthersBehind()) {
            problems.put("people", "enrollment.end.subscriber");
        }
        if (lastDay.isBefore(earliest)) {
            problems.put("day", "enrollment.end.past");
        } else if (lastDay.getYear() > policy.planYear() || !lastDay.isBefore(policy.lastDay()) && !lastDay.equals(policy.lastDay())) {
            problems.put("day", "enrollment.end.later");
        }
        return problems;
    }

    /** Those who stay pay what they pay without those who leave; where it can't be worked out here, the ARC sees to it. */
    private void reprice(Hand by, Enrolled policy, LocalDate from, UUID act) {
        changes.inForce(by, policy.planYear()).flatMap(standing -> versions.find(standing.id())).ifPresent(version -> repricing.within(act, version, from));
    }
}
