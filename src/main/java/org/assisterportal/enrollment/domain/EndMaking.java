package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.policy.PolicyTexts;
import org.assisterportal.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends people's coverage in a policy by their wish, and prices what the others keep, in another's name where the subscriber leaves. */
@Component
class EndMaking {
    private final PolicyRows rows;
    private final PolicyReading policies;
    private final Counter counter;
    private final SignedVersions versions;
    private final Changes changes;
    private final Repricing repricing;
    private final HandingOn handingOn;
    private final PolicyTexts texts;
    private final Clock clock;

    EndMaking(
            PolicyRows rows, PolicyReading policies, Counter counter, SignedVersions versions, Changes changes, Repricing repricing, HandingOn handingOn, PolicyTexts texts,
            Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.counter = counter;
        this.versions = versions;
        this.changes = changes;
        this.repricing = repricing;
        this.handingOn = handingOn;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What is wished.
     *
     * @param lastDay of their coverage; the day before it would begin where it is cancelled
     * @param earliest last day that can be wished
     */
    record Wish(List<String> people, LocalDate lastDay, LocalDate earliest, boolean cancels) {
        /** From when on it is so. */
        LocalDate next() {
            return lastDay.plusDays(1);
        }
    }

    /** Before it begins a policy is cancelled, whichever day is asked for. An end never lengthens: whose is earlier keeps it. */
    Wish wish(Enrolled policy, List<String> people, LocalDate asked) {
        LocalDate today = counter.today();
        boolean cancels = today.isBefore(policy.starts());
        LocalDate before = policy.starts().minusDays(1);
        List<String> those = people.stream().distinct().filter(key -> cancels || !endsBefore(policy, key, asked)).toList();
        return new Wish(those, cancels ? before : asked, cancels ? before : today, cancels);
    }

    private static boolean endsBefore(Enrolled policy, String key, LocalDate day) {
        List<Covered> times = policy.people().stream().filter(one -> one.key().equals(key) && !one.cancelled()).toList();
        return !times.isEmpty() && times.stream().allMatch(one -> one.to().isBefore(day));
    }

    /** Message keys of what is wrong, by field. */
    Map<String, String> problems(ConsumerId consumer, Enrolled policy, Wish wish) {
        Map<String, String> problems = new LinkedHashMap<>();
        List<String> covered = policy.coveredFrom(wish.earliest()).stream().map(Covered::key).toList();
        if (wish.people().isEmpty() || !covered.containsAll(wish.people())) {
            problems.put("people", "enrollment.end.nobody");
        } else if (policy.next() != null && new Settlement.Leaving(policy, wish.people(), wish.lastDay(), false).leavesOthersBehind()) {
            problems.put("people", "enrollment.end.handed-on");
        }
        if (wish.lastDay().isBefore(wish.earliest())) {
            problems.put("day", "enrollment.end.past");
        } else if (wish.lastDay().isAfter(policy.lastDay())) {
            problems.put("day", "enrollment.end.later");
        } else if (endsWithItsYear(policy, wish) && policies.unwanted(consumer, policy.planYear() + 1, policy.dental()).containsAll(wish.people())) {
            problems.put("day", "enrollment.end.already");
        }
        if (policies.of(consumer).stream().map(PolicyReading.Row::policy).anyMatch(one -> one.planYear() == policy.planYear() && one.waits() != null)) {
            problems.put("people", "enrollment.end.waits");
        }
        return problems;
    }

    private static boolean endsWithItsYear(Enrolled policy, Wish wish) {
        return !wish.cancels() && wish.lastDay().equals(LocalDate.of(policy.planYear(), 12, 31));
    }

    /** The act with its ends, and what those pay who stay; where that can't be worked out here, the ARC sees to it. The act's number. */
    long keep(Hand by, PolicyReading.Row row, Wish wish, String signer, UUID act) {
        Enrolled policy = row.policy();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        HandingOn.@Nullable Plan goesOn = handingOn.plan(row, wish).orElse(null);
        String content =
                (wish.cancels() ? "cancels\t" : "ends\t") + policy.number() + "\t" + String.join(",", wish.people()) + "\t" + wish.lastDay() + "\n"
                        + (goesOn == null ? "" : goesOn.text());
        PolicyRows.Act kept =
                new PolicyRows.Act(
                        act, wish.cancels() ? "CANCELLED" : "ENDED", policy.application(), null, content, Sha256.hex(content), signer, now, null);
        long number = rows.add(by, kept, texts.inForce("text.enrollment", Locale.ENGLISH));
        wish.people().forEach(person -> rows.end(row.id(), act, person, wish.lastDay(), wish.cancels(), Reason.BY_WISH.name()));
        Optional<Version> inForce = changes.inForce(by, policy.planYear()).flatMap(standing -> versions.find(standing.id()));
        @Nullable UUID next =
                goesOn == null
                        ? null
                        : handingOn.keep(goesOn, wish.cancels(), act, inForce.orElseGet(() -> versions.find(policy.application()).orElseThrow()));
        inForce.ifPresent(version -> repricing.within(act, version, wish.next()));
        if (goesOn != null && next != null) {
            handingOn.keepCosts(next, goesOn, act);
        }
        return number;
    }
}
