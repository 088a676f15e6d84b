package org.assisterportal.agency.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.agency.AgencyView;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterLine;
import org.assisterportal.agency.Rosters.Sent;
import org.assisterportal.policy.MailboxRule;
import org.assisterportal.shared.PersonId;

/** Why a roster isn't taken now; drafts are judged again, because the system has moved on since they were kept. */
final class Refusals {
    private final RosterPolicy policy;
    private final RowMatching matching;

    Refusals(RosterPolicy policy, RowMatching matching) {
        this.policy = policy;
        this.matching = matching;
    }

    Optional<Sent.Refused> of(AgencyView agency, List<RosterLine> drafts, Set<PersonId> confirmed) {
        if (drafts.isEmpty()) {
            return refused("empty");
        }
        if (!agency.contractInForce()) {
            return refused("no-contract");
        }
        MailboxRule mailboxes = policy.mailboxes();
        RowRules rows = policy.rows();
        List<RowMatching.Candidate> candidates = new ArrayList<>();
        for (RosterLine line : drafts) {
            RosterEntry entry = line.latest();
            // The numbers of people taken over were proved when they were kept; the form doesn't ask again.
            Cells cells = Cells.of(Cells.of("", entry));
            if (rows.read(cells).entry().isEmpty()) {
                return refused("problems", entry.name().full());
            }
            if (RosterDesk.asks(line, mailboxes) && !confirmed.contains(line.person())) {
                return refused("mailbox", entry.email(), entry.name().full());
            }
            candidates.add(new RowMatching.Candidate(candidates.size() + 1, cells, entry, line.person().value()));
        }
        List<RowMatching.Match> matches = matching.match(agency.id(), candidates);
        for (int i = 0; i < matches.size(); i++) {
            if (!matches.get(i).problems().isEmpty()) {
                RosterEntry entry = candidates.get(i).entry();
                return Optional.of(
                        new Sent.Refused("roster.refused.conflict", List.of(entry.name().full(), entry.email())));
            }
        }
        return Optional.empty();
    }

    private static Optional<Sent.Refused> refused(String reason, String... facts) {
        return Optional.of(new Sent.Refused("roster.refused." + reason, List.of(facts)));
    }
}
