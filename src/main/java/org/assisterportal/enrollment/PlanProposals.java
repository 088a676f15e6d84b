package org.assisterportal.enrollment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.Guard;
import org.assisterportal.plan.PlanId;

/** An assister proposes plans, with reasons; the consumer picks. What is proposed is in nobody's basket. */
public interface PlanProposals {
    /** So many plans at most. */
    int MOST = 3;

    /** So many characters has a reason, or what a consumer says, at most. */
    int LONGEST = 500;

    /** What this assister has in the making, for a page that has its own line. */
    Draft draft(Hand.OnBehalf by, ApplicationId id);

    /** Puts a plan with its reason into the making; of a plan that is there, people and reason are others now. */
    Outcome put(Hand.OnBehalf by, ApplicationId id, PlanId plan, List<String> people, String reason, int version);

    /** Takes one out. */
    Outcome remove(Hand.OnBehalf by, ApplicationId id, PlanId plan, int version);

    /** Sends it; the consumer gets a mail with the way to it, and one that isn't answered ends. */
    Outcome send(Hand.OnBehalf by, ApplicationId id, int version);

    /** All about this application, newest first; shown. */
    List<PlanProposal> show(Hand by, ApplicationId id);

    /** The same, for a page that has its own line. */
    List<PlanProposal> of(Hand by, ApplicationId id);

    /** The one that waits for the consumer: of a version that counts, and nothing was signed since; for a page that has its own line. */
    Optional<PlanProposal> waiting(Hand by);

    /** The consumer puts one of the plans into the basket. */
    Outcome pick(Hand.Own by, ApplicationId id, UUID proposal, PlanId plan, int basket);

    /** The consumer wants none of them, and may say why. */
    Outcome decline(Hand.Own by, ApplicationId id, UUID proposal, String said);

    /**
     * What isn't sent.
     *
     * @param version changes with each change
     */
    record Draft(int version, List<PlanProposal.Line> lines) {
        public static final Draft EMPTY = new Draft(0, List.of());

        public Draft {
            lines = List.copyOf(lines);
        }

        public Optional<PlanProposal.Line> line(String plan) {
            return lines.stream().filter(line -> line.plan().equals(plan)).findFirst();
        }

        /** Whether this plan would be one too many. */
        public boolean isFullFor(String plan) {
            return lines.size() >= MOST && line(plan).isEmpty();
        }
    }

    /** What became of it. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** Message keys of what is wrong, by field. */
        record Invalid(Map<String, String> problems) implements Outcome {}

        /** It can't be; a message key. */
        record Refused(String message) implements Outcome {}

        /** It was changed meanwhile. */
        record Stale() implements Outcome {}

        record Stopped(Guard.Decision.Refused refused) implements Outcome {}
    }
}
