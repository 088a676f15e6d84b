package org.assisterportal.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.jspecify.annotations.Nullable;

/**
 * Plans that an assister proposed to a household: the consumer picks one, another one, or none.
 *
 * @param by the assister's name on that day, as the agency's
 * @param end null while nobody answered
 */
public record PlanProposal(UUID id, ApplicationId application, Instant sentAt, String by, String agency, List<Line> lines, @Nullable End end) {
    public PlanProposal {
        lines = List.copyOf(lines);
    }

    /**
     * A plan for some people of one party, and why.
     *
     * @param name the plan's on the day on which it was proposed
     * @param reason in the assister's words, plain text
     */
    public record Line(int party, String plan, String name, boolean dental, List<String> people, String reason) {
        public Line {
            people = List.copyOf(people);
        }

        /** Whether the basket's line is this plan for the same people. */
        boolean is(Basket.Line line) {
            return line.plan().equals(plan) && Set.copyOf(line.people()).equals(Set.copyOf(people));
        }
    }

    /** How it ended. */
    public enum Kind {
        PICKED,
        DECLINED,
        /** By a newer one. */
        REPLACED
    }

    /**
     * The end.
     *
     * @param plan what was picked; else null
     * @param said the consumer's own words; may be empty
     */
    public record End(Kind kind, @Nullable String plan, String said, Instant at) {}

    public boolean isOpen() {
        return end == null;
    }

    public Optional<Line> line(String plan) {
        return lines.stream().filter(line -> line.plan().equals(plan)).findFirst();
    }

    /** What the consumer picked of it. */
    public Optional<Line> picked() {
        return end == null || end.plan() == null ? Optional.empty() : line(end.plan());
    }

    /** Whether each line of a basket that holds something was picked from one of these. */
    public static boolean covers(List<PlanProposal> all, Basket basket) {
        return !basket.lines().isEmpty()
                && basket.lines().stream().allMatch(line -> all.stream().flatMap(one -> one.picked().stream()).anyMatch(picked -> picked.is(line)));
    }
}
