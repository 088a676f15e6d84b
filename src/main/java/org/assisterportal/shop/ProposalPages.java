package org.assisterportal.shop;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Party;
import org.assisterportal.enrollment.PlanProposal.Line;
import org.assisterportal.enrollment.PlanProposal;
import org.assisterportal.enrollment.PlanProposals;
import org.assisterportal.plan.Buyer;
import org.assisterportal.shop.Offers.Offer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Pages of what is proposed: what its assister makes, and what the consumer picks from. */
@Component
class ProposalPages {
    /** Medical before dental, each in the order of the list; what isn't sold any more last. */
    private static final Comparator<Proposed> ORDER =
            Comparator.comparing((Proposed one) -> one.offer() == null)
                    .thenComparing(one -> one.line().dental())
                    .thenComparing(Proposed::offer, Comparator.nullsLast(Offers.neutral()))
                    .thenComparing(one -> one.line().plan());

    private final PlanProposals proposals;
    private final DeskPages desks;
    private final Offers offers;
    private final Changes changes;
    private final EnrollWords words;

    ProposalPages(PlanProposals proposals, DeskPages desks, Offers offers, Changes changes, EnrollWords words) {
        this.proposals = proposals;
        this.desks = desks;
        this.offers = offers;
        this.changes = changes;
        this.words = words;
    }

    /**
     * A proposed plan as it can be had today.
     *
     * @param offer null when it isn't sold to these people now, or nothing can be chosen from this version
     * @param people their names
     */
    public record Proposed(Line line, @Nullable Offer offer, String people) {}

    /** What the desk says of proposals. */
    void notes(Hand by, ApplicationId id, Model model) {
        List<PlanProposal> all = proposals.of(by, id);
        model.addAttribute("newest", all.isEmpty() ? null : all.getFirst());
        model.addAttribute("making", by instanceof Hand.OnBehalf on && CoverageDoor.fills(by) ? proposals.draft(on, id).lines().size() : 0);
    }

    private List<Proposed> rows(@Nullable Desk desk, List<Line> lines) {
        return lines.stream().map(line -> row(desk, line)).sorted(ORDER).toList();
    }

    private Proposed row(@Nullable Desk desk, Line line) {
        if (desk == null) {
            return new Proposed(line, null, "");
        }
        String people = words.list(line.people().stream().map(key -> desk.names().getOrDefault(key, "")).toList());
        return new Proposed(line, offer(desk, line).orElse(null), people);
    }

    /** With its price for exactly these people: whoever buys no plan any more changes what it was proposed for. */
    private Optional<Offer> offer(Desk desk, Line line) {
        Party party = desk.party(line.party()).orElse(null);
        List<Buyer> some = party == null ? List.of() : DeskPages.some(party, line.people());
        return party == null || desk.shelf() == null || some.size() != line.people().size()
                ? Optional.empty()
                : offers.one(desk.shelf(), Group.of(desk, party, some), line.plan(), party.unknown());
    }

    /** What is in the making. */
    String making(Hand.OnBehalf by, ApplicationId id, Model model) {
        Desk desk = desks.desk(by, id, model);
        if (desk == null) {
            return DeskPages.tasks(id);
        }
        PlanProposals.Draft draft = proposals.draft(by, id);
        model.addAttribute("draft", draft);
        model.addAttribute("rows", rows(desk, draft.lines()));
        model.addAttribute("waiting", proposals.of(by, id).stream().filter(PlanProposal::isOpen).findFirst().orElse(null));
        return "shop/propose";
    }

    /** Why a plan is proposed, to be written; null where it can't be proposed at all. */
    @Nullable String reason(Hand.OnBehalf by, ApplicationId id, String plan, List<String> people, Map<String, String> typed, Map<String, String> problems, Model model) {
        Desk desk = desks.desk(by, id, model);
        Party party = desk == null ? null : desk.parties().stream().filter(one -> one.buyers().keys().containsAll(people)).findFirst().orElse(null);
        if (desk == null || party == null || people.isEmpty()) {
            return null;
        }
        PlanProposals.Draft draft = proposals.draft(by, id);
        Line before = draft.line(plan).orElse(null);
        Proposed one = row(desk, new Line(party.number(), plan, "", false, people, ""));
        if (one.offer() == null) {
            return null;
        }
        model.addAttribute("draft", draft);
        model.addAttribute("row", one);
        model.addAttribute("longest", PlanProposals.LONGEST);
        model.addAttribute("reason", typed.getOrDefault("reason", before == null ? "" : before.reason()));
        model.addAttribute("known", before != null);
        model.addAttribute("problemOf", problems);
        return "shop/propose-reason";
    }

    /** What was proposed, and how it was answered. */
    String proposed(Hand by, ApplicationId id, Map<String, String> problems, String said, Model model) {
        Desk desk = desks.desk(by, id, model);
        List<PlanProposal> all = proposals.show(by, id);
        PlanProposal newest = all.isEmpty() ? null : all.getFirst();
        model.addAttribute("newest", newest);
        model.addAttribute("rows", newest == null ? List.of() : rows(desk, newest.lines()));
        model.addAttribute("earlier", all.isEmpty() ? all : all.subList(1, all.size()));
        model.addAttribute("today", desk == null ? List.of() : words.today(desk));
        model.addAttribute("counts", desk == null ? changes.inForce(by, id).map(Applications.Standing::id).orElse(null) : null);
        model.addAttribute("longest", PlanProposals.LONGEST);
        model.addAttribute("said", said);
        model.addAttribute("problemOf", problems);
        return "shop/proposal";
    }
}
