package org.assisterportal.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether one requirement holds for a person now, and what is to be done.
 *
 * @param since since when it is so; null when it never was otherwise
 * @param move whose move it is; NOBODY when met
 * @param reason message key {@code access.reason.…}: what is met or missing, in a sentence
 * @param todo message key {@code access.todo.…}: what that party does next
 * @param facts arguments of both messages (dates, points, titles)
 * @param rule the rule's name
 * @param clause the policy's clause
 * @param policyVersion the date of the policy value used
 */
public record RequirementAnswer(
        Requirement requirement,
        boolean met,
        @Nullable Instant since,
        Mover move,
        String reason,
        String todo,
        List<String> facts,
        String rule,
        String clause,
        LocalDate policyVersion) {

    public RequirementAnswer {
        facts = List.copyOf(facts);
    }

    /** Who has to act. */
    public enum Mover {
        AGENCY,
        ASSISTER,
        ARC,
        NOBODY
    }
}
