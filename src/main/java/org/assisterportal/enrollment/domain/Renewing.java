package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.ConsumerPost;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.document.CaseSteps;
import org.assisterportal.enrollment.Renewals.How;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.OneByOne;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * While open enrollment lasts, tells those who have plans what becomes of them; after the last day to choose, renews the plans
 * of those who neither chose nor said no (45 CFR 155.335(j)). Each consumer in a transaction of its own, and once.
 */
@Component
class Renewing {
    private static final int BATCH = 50;
    private static final int MOST_BATCHES = 200;
    private static final int MOST_DOUBLINGS = 6;

    private final NextYear years;
    private final Homes homes;
    private final RenewalTable table;
    private final SigningPlans signing;
    private final CaseSteps steps;
    private final Counter counter;
    private final Consumers consumers;
    private final ConsumerPost post;
    private final Diary diary;
    private final AuditLog audit;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Renewing(
            NextYear years, Homes homes, RenewalTable table, SigningPlans signing, CaseSteps steps, Counter counter, Consumers consumers, ConsumerPost post, Diary diary, AuditLog audit,
            OneByOne oneByOne, TransactionTemplate transaction, Clock clock) {
        this.years = years;
        this.homes = homes;
        this.table = table;
        this.signing = signing;
        this.steps = steps;
        this.counter = counter;
        this.consumers = consumers;
        this.post = post;
        this.diary = diary;
        this.audit = audit;
        this.oneByOne = oneByOne;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assisterportal.renewals:10m}", initialDelayString = "${assisterportal.renewals:10m}")
    void work() {
        LocalDate today = counter.today();
        Optional<OpenEnrollment> now = transaction.execute(status -> years.open(today));
        if (now == null || now.isEmpty()) {
            return;
        }
        OpenEnrollment open = now.get();
        boolean over = Boolean.TRUE.equals(transaction.execute(status -> today.isAfter(years.lastDay(open.planYear()))));
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            List<ConsumerId> unseen = transaction.execute(status -> table.unseen(open.planYear(), BATCH));
            if (unseen == null || unseen.isEmpty() || !oneByOne.each("telling of a renewal", unseen, one -> tell(one, open)).isEmpty()) {
                break;
            }
        }
        for (int batch = 0; over && batch < MOST_BATCHES; batch++) {
            List<ConsumerId> due = transaction.execute(status -> table.due(open.planYear(), clock.instant(), BATCH));
            if (due == null || due.isEmpty()) {
                break;
            }
            List<ConsumerId> failed = oneByOne.each("a renewal", due, one -> renew(one, open));
            oneByOne.each("putting off a renewal", failed, one -> putOff(one, open));
        }
    }

    private void putOff(ConsumerId one, OpenEnrollment open) {
        int tries = table.tries(one, open.planYear()).orElse(0);
        table.later(one, open.planYear(), clock.instant().plus(Duration.ofMinutes(1L << Math.min(tries, MOST_DOUBLINGS))));
    }

    private Optional<NextYear.Renewal> renewal(ConsumerId one, OpenEnrollment open) {
        return years.of(one, open, home -> homes.known(one, home));
    }

    private void tell(ConsumerId one, OpenEnrollment open) {
        consumers.hold(one);
        boolean before = table.find(one, open.planYear()).told();
        // Where no plan comes in its place they are told, too: nobody is to find out in January.
        boolean something = renewal(one, open).filter(found -> found.lines().stream().anyMatch(line -> line.how() != How.CHOSEN)).isPresent();
        table.seen(one, open.planYear(), something, clock.instant());
        steps.settle(one);
        if (something && !before) {
            note(one, "enrollment.renewal-told", String.valueOf(open.planYear()));
            post.mail(one, "renewal-coming", Map.of("year", String.valueOf(open.planYear())));
        }
    }

    private void renew(ConsumerId one, OpenEnrollment open) {
        consumers.hold(one);
        RenewalTable.Row row = table.find(one, open.planYear());
        if (row.done()) {
            return;
        }
        Optional<NextYear.Renewal> found = row.declined() ? Optional.empty() : renewal(one, open).filter(NextYear.Renewal::hasSomething);
        table.done(one, open.planYear(), clock.instant());
        if (found.isPresent()) {
            note(one, "enrollment.renewed", String.valueOf(signing.renew(one, found.get().visit())));
            post.mail(one, "renewal-done", Map.of("year", String.valueOf(open.planYear())));
        }
    }

    private void note(ConsumerId one, String act, String fact) {
        diary.note(one, act, List.of(fact), Actor.SYSTEM);
        audit.record(AuditLine.of(Actor.SYSTEM, act).about(one.value()).with("fact", fact));
    }
}
