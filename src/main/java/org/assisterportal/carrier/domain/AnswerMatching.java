package org.assisterportal.carrier.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.carrier.domain.Answer.Decision;
import org.assisterportal.carrier.domain.Answer.Fault;
import org.assisterportal.carrier.domain.Answer.SetAnswer;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.task.Tasks;
import org.springframework.stereotype.Component;

/** Brings a carrier's answer to the sets that it is about: a state for each, and a task for the staff where something is wrong. */
@Component
class AnswerMatching {
    static final String REJECTED = "carrier-rejected";
    static final String FILE_REJECTED = "carrier-file-rejected";
    private static final int DAYS = 2;
    private static final int MOST_FAULTS_SAID = 5;

    private final AnswerTable table;
    private final Tasks tasks;
    private final AuditLog audit;
    private final Clock clock;

    AnswerMatching(AnswerTable table, Tasks tasks, AuditLog audit, Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** It answers what this carrier never got. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("an answer to no file of this carrier");
        }
    }

    /**
     * In the open transaction; the same answer a second time does nothing.
     *
     * @throws Unknown when a group or set isn't this carrier's; the transaction is to be given up then
     */
    void match(String issuer, byte[] sha256, List<Answer> answers) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!table.insert(issuer, sha256, now)) {
            return;
        }
        for (Answer answer : answers) {
            int sets = table.hold(issuer, answer.group()).orElseThrow(Unknown::new);
            List<Long> named = named(answer, now);
            others(issuer, answer, named, sets, now);
            table.count(answer.group());
            audit.record(
                    AuditLine.of(Actor.SYSTEM, "carrier.answer-read").with("control", answer.group()).with("issuer", issuer)
                            .with("decision", answer.decision()));
        }
    }

    private List<Long> named(Answer answer, Instant now) {
        List<Long> named = new ArrayList<>();
        for (SetAnswer set : answer.sets()) {
            long event = number(set.control());
            boolean rejected = set.decision() == Decision.REJECTED || answer.decision() == Decision.REJECTED;
            String policy = table.answer(answer.group(), event, rejected ? State.REJECTED : State.ACCEPTED, now).orElseThrow(Unknown::new);
            if (rejected || !set.faults().isEmpty()) {
                tasks.open(
                        REJECTED, FileMaking.subject("set " + event), facts(answer.group(), event, policy, rejected, set.faults()), due(), Actor.SYSTEM);
            }
            named.add(event);
        }
        return named;
    }

    /** The answer need not name every set: the group's own answer counts for the others where it leaves no doubt. */
    private void others(String issuer, Answer answer, List<Long> named, int sets, Instant now) {
        long rejectedByName = answer.sets().stream().filter(set -> set.decision() == Decision.REJECTED).count();
        switch (answer.decision()) {
            case ACCEPTED, NOTED -> table.answerOthers(answer.group(), named, State.ACCEPTED, now);
            case PARTLY -> {
                if (answer.accepted() == sets - rejectedByName) {
                    table.answerOthers(answer.group(), named, State.ACCEPTED, now);
                }
            }
            case REJECTED -> {
                int rest = table.answerOthers(answer.group(), named, State.REJECTED, now);
                if (rest > 0) {
                    tasks.open(
                            FILE_REJECTED, FileMaking.subject("file " + answer.group()),
                            Map.of("control", String.valueOf(answer.group()), "issuer", issuer, "sets", String.valueOf(rest)), due(), Actor.SYSTEM);
                }
            }
        }
    }

    private static long number(String control) {
        try {
            return Long.parseLong(control);
        } catch (NumberFormatException e) {
            throw new Unknown();
        }
    }

    private LocalDate due() {
        return Minnesota.today(clock).plusDays(DAYS);
    }

    private static Map<String, String> facts(long control, long event, String policy, boolean rejected, List<Fault> faults) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("policy", policy);
        facts.put("control", String.valueOf(control));
        facts.put("set", String.valueOf(event));
        facts.put("rejected", String.valueOf(rejected));
        List<Fault> said = faults.subList(0, Math.min(faults.size(), MOST_FAULTS_SAID));
        facts.put("faults", String.valueOf(said.size()));
        for (int i = 0; i < said.size(); i++) {
            facts.put("segment." + (i + 1), said.get(i).segment());
            facts.put("position." + (i + 1), said.get(i).position());
            facts.put("element." + (i + 1), said.get(i).element());
            facts.put("reason." + (i + 1), said.get(i).reason());
        }
        return facts;
    }
}
