package org.assisterportal.routes;

import org.assisterportal.identity.SessionStart;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/** Somebody at the door: who they are signed in as, and what the route table calls them. */
public record Visitor(
        String name, @Nullable Actor actor, @Nullable String authority, Set<String> called) {
    public static final Visitor NOBODY =
            new Visitor("nobody", null, null, Set.of("anyone", "anyone(step)"));

    static Visitor learner(Actor actor) {
        return new Visitor(
                "a learner",
                actor,
                SessionStart.LEARNER,
                Set.of("anyone", "anyone(step)", "signed-in", "LEARNER"));
    }

    static Visitor consumer(Actor actor) {
        return new Visitor(
                "a consumer",
                actor,
                java.util.Objects.requireNonNull(actor.hat()).authority(),
                Set.of("anyone", "anyone(step)", "signed-in", "CONSUMER"));
    }

    static Visitor wearing(String name, Actor actor, String... called) {
        Set<String> all = new java.util.HashSet<>(Set.of(called));
        all.addAll(Set.of("anyone", "anyone(step)", "signed-in", "a-hat"));
        return new Visitor(
                name, actor, java.util.Objects.requireNonNull(actor.hat()).authority(), all);
    }

    @Override
    public String toString() {
        return name;
    }
}
