package org.assisterportal.plan;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** One plan for a group of a household's people: one policy. */
public record Choice(OfferedPlan plan, List<String> members) {
    /** The order in which choices share a credit: a cent that is left over goes to the same one wherever it is priced. */
    public static final Comparator<Choice> ORDER =
            Comparator.comparing((Choice one) -> one.plan().id().value()).thenComparing(one -> Collections.min(one.members()));

    public Choice {
        members = List.copyOf(members);
        if (members.isEmpty() || members.stream().distinct().count() != members.size()) {
            throw new IllegalArgumentException("A policy covers somebody, and everybody once");
        }
    }
}
