package org.assisterportal.plan;

import java.util.List;

/** One plan for a group of a household's people: one policy. */
public record Choice(OfferedPlan plan, List<String> members) {
    public Choice {
        members = List.copyOf(members);
        if (members.isEmpty() || members.stream().distinct().count() != members.size()) {
            throw new IllegalArgumentException("A policy covers somebody, and everybody once");
        }
    }
}
