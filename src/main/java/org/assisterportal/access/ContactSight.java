package org.assisterportal.access;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an agency's contact reads of its people: of a background study never more than whether it is cleared; as another
 * than an authorized contact neither the study, nor reference numbers, nor what an officer wrote.
 */
public enum ContactSight {
    AUTHORIZED,
    OTHER;

    private static final String STUDY = "certification.background-study.";
    private static final String UNTOLD = STUDY + "UNTOLD";

    public static ContactSight of(boolean authorized) {
        return authorized ? AUTHORIZED : OTHER;
    }

    public AccessStanding of(AccessStanding standing) {
        boolean all = this == AUTHORIZED;
        return new AccessStanding(
                standing.person(), standing.roster(), standing.transcript(), standing.certification(),
                standing.requirements().stream().map(this::of).toList(), standing.state(), standing.stateSince(),
                all ? standing.referenceNumber() : null, standing.enrolledAt(), standing.activatedAt(),
                all ? standing.holdReason() : null, standing.reinstatable());
    }

    public List<HistoryLine> of(List<HistoryLine> lines) {
        return lines.stream().flatMap(this::of).toList();
    }

    private RequirementAnswer of(RequirementAnswer answer) {
        String reason = answer.reason();
        if (!reason.startsWith("access.reason." + STUDY)) {
            return answer;
        }
        if (this == OTHER) {
            return saying(answer, "certification.open");
        }
        return reason.endsWith("NOT_CLEARED") || reason.endsWith("PROBLEM") ? saying(answer, UNTOLD) : answer;
    }

    private static RequirementAnswer saying(RequirementAnswer answer, String key) {
        return new RequirementAnswer(
                answer.requirement(), answer.met(), answer.since(), answer.move(), "access.reason." + key,
                "access.todo." + key, List.of(), answer.rule(), answer.clause(), answer.policyVersion());
    }

    private Stream<HistoryLine> of(HistoryLine line) {
        return Stream.ofNullable(
                switch (line.what()) {
                    case "study.CLEARED" -> this == AUTHORIZED ? line : null;
                    case "study.NOT_CLEARED", "study.PROBLEM" -> this == AUTHORIZED ? saying(line, "study.UNTOLD") : null;
                    case "held", "reinstated", "closed" -> this == AUTHORIZED ? line : saying(line, line.what() + ".UNTOLD");
                    default -> line;
                });
    }

    private static HistoryLine saying(HistoryLine line, String what) {
        return new HistoryLine(line.at(), what, List.of(), line.by());
    }
}
