package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.application.Hand;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.document.CaseSteps;
import org.assisterportal.document.Proofs;
import org.assisterportal.enrollment.Policies.Ended;
import org.assisterportal.enrollment.domain.Unproved.Outcome;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.policy.PolicyTexts;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back a whole choice that waits for its proof: what it would have changed stays as it was, and no carrier hears of it. */
@Component
class TakingBack {
    private final Unproved unproved;
    private final PolicyRows rows;
    private final Proofs proofs;
    private final CaseSteps steps;
    private final EnrollmentDiary diary;
    private final PolicyTexts texts;
    private final Clock clock;

    TakingBack(Unproved unproved, PolicyRows rows, Proofs proofs, CaseSteps steps, EnrollmentDiary diary, PolicyTexts texts, Clock clock) {
        this.unproved = unproved;
        this.rows = rows;
        this.proofs = proofs;
        this.steps = steps;
        this.diary = diary;
        this.texts = texts;
        this.clock = clock;
    }

    /** By the signature of a hand that holds the consumer's row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Ended takeBack(Hand by, PolicyReading.Row row, String consumer, Map<String, String> form) {
        PolicyText words = texts.inForce("text.enrollment", Locale.ENGLISH);
        Map<String, String> problems = new TypedSignature(by, consumer).problems(form, words);
        if (!problems.isEmpty()) {
            return new Ended.Invalid(problems);
        }
        Unproved.Waiting waiting = unproved.in(row.id()).orElseThrow(NotFound::new);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String content = "takes-back\t" + waiting.number() + "\n";
        long number =
                rows.add(
                        by,
                        new PolicyRows.Act(
                                UUID.randomUUID(), "CANCELLED", row.policy().application(), null, content, Sha256.hex(content), TypedSignature.name(form), now, null),
                        words);
        unproved.settle(waiting.act(), by.consumer(), Outcome.TAKEN_BACK, by.actor().name());
        if (unproved.waiting(waiting.proof()).isEmpty()) {
            proofs.withdraw(by.consumer(), waiting.proof());
        }
        steps.settle(by.consumer());
        diary.signed(by, "enrollment.taken-back", number, null);
        return new Ended.Done();
    }
}
