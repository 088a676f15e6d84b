package org.assisterportal.agency.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assisterportal.agency.ApprovalGap;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.domain.RosterFacts.Stretch;
import org.assisterportal.policy.MailboxRule;
import org.assisterportal.shared.Interval;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Timeline;

/**
 * Requirement 1, "approval from their organization's Agency Administrator" (policy 1): while the newest submitted entry
 * is Active with Portal Access Yes, complete, with a personal e-mail, under a contract in force.
 */
final class ApprovalRules {
    private final MailboxRule mailboxes;
    private final Instant now;

    ApprovalRules(MailboxRule mailboxes, Instant now) {
        this.mailboxes = mailboxes;
        this.now = now;
    }

    /** One person's entries, oldest first. */
    RosterRecord judge(List<Stretch> stretches) {
        List<Interval> underContract = new ArrayList<>();
        List<Interval> approved = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Timeline valid = Timeline.of(stretch.valid()).and(stretch.contract());
            if (stretch.entry().active()) {
                underContract.addAll(valid.intervals());
            }
            if (approves(stretch.entry())) {
                approved.addAll(valid.and(personal(stretch.entry())).intervals());
            }
        }
        Stretch newest = stretches.getLast();
        RosterEntry entry = newest.entry();
        return new RosterRecord(
                newest.person(), newest.agency(), newest.agencyName(), newest.kind(), entry.name(),
                entry.email().isEmpty() ? null : entry.email(), newest.trainingId(), entry.active(), entry.portalAccess(),
                entry.inDirectory(), Timeline.of(underContract), Timeline.of(approved), gaps(newest));
    }

    private static boolean approves(RosterEntry entry) {
        return entry.active()
                && entry.portalAccess()
                && entry.certificationInformationComplete()
                && entry.publicInformationComplete();
    }

    // A name that the marketplace puts on the list later ends approvals from that day on, not before.
    private Timeline personal(RosterEntry entry) {
        return mailboxes.refuses(entry.email())
                ? Timeline.of(new Interval(Instant.EPOCH, Minnesota.startOf(mailboxes.since())))
                : Timeline.since(Instant.EPOCH);
    }

    private List<ApprovalGap> gaps(Stretch newest) {
        RosterEntry entry = newest.entry();
        List<ApprovalGap> gaps = new ArrayList<>();
        add(gaps, !newest.contract().holdsAt(now), ApprovalGap.NO_CONTRACT);
        add(gaps, !entry.active(), ApprovalGap.INACTIVE);
        add(gaps, !entry.portalAccess(), ApprovalGap.ACCESS_NO);
        add(gaps, !entry.certificationInformationComplete(), ApprovalGap.CERTIFICATION_INFORMATION_INCOMPLETE);
        add(gaps, mailboxes.refuses(entry.email()), ApprovalGap.EMAIL_GENERIC);
        add(gaps, !entry.publicInformationComplete(), ApprovalGap.PUBLIC_INFORMATION_INCOMPLETE);
        return gaps;
    }

    private static void add(List<ApprovalGap> gaps, boolean missing, ApprovalGap gap) {
        if (missing) {
            gaps.add(gap);
        }
    }
}
