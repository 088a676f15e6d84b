package org.assisterportal.carrier.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.task.Tasks;
import org.springframework.stereotype.Component;

/**
 * What the staff has to do because of answers: a task for each rejected policy, as each is somebody else's; one for a file, where
 * it is the file's fault; one for a carrier whose answers can't be read.
 */
@Component
class AnswerTasks {
    static final String REJECTED = "carrier-rejected";
    static final String FILE_REJECTED = "carrier-file-rejected";
    static final String DOUBTFUL = "carrier-file-doubtful";
    static final String UNREAD = "carrier-unread";
    private static final int DAYS = 2;
    private static final int MOST_FAULTS_SAID = 5;
    /** Of one answer; more than these have a cause in common, and are one task about the file. */
    private static final int MOST_TASKS = 25;

    private final Tasks tasks;
    private final Clock clock;

    AnswerTasks(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A set with what is wrong with it. */
    record Fault(AnswerTable.SetRow set, boolean rejected, List<Answer.Fault> faults) {}

    /**
     * Those of one answer.
     *
     * @param unnamed rejected without a word about them
     */
    void faults(String issuer, long control, List<Fault> faults, int unnamed) {
        if (faults.size() > MOST_TASKS) {
            wholeRejected(issuer, control, faults.size() + unnamed, "");
            return;
        }
        faults.forEach(one -> open(REJECTED, "set " + one.set().event(), facts(issuer, control, one)));
        if (unnamed > 0) {
            wholeRejected(issuer, control, unnamed, "");
        }
    }

    /** Many sets of a file, or all of them. */
    void wholeRejected(String issuer, long control, int sets, String reason) {
        Map<String, String> facts = file(issuer, control, sets);
        if (!reason.isEmpty()) {
            facts.put("faults", "1");
            facts.put("reason.1", reason);
        }
        open(FILE_REJECTED, "file " + control, facts);
    }

    /** Some were rejected, and the answer doesn't say which. */
    void doubtful(String issuer, long control, int sets) {
        open(DOUBTFUL, "doubt " + control, file(issuer, control, sets));
    }

    /** Answers lie in the carrier's folder for unread ones; its page lists them. */
    void unread(String issuer) {
        open(UNREAD, "answers " + issuer, Map.of("issuer", issuer));
    }

    /** When the task that is open about a carrier's unread answers was opened; empty while none is. */
    Optional<Instant> unreadSince(String issuer) {
        return tasks.openSince(UNREAD, FileMaking.subject("answers " + issuer));
    }

    private void open(String kind, String about, Map<String, String> facts) {
        LocalDate due = Minnesota.today(clock).plusDays(DAYS);
        tasks.open(kind, FileMaking.subject(about), facts, due, Actor.SYSTEM);
    }

    private static Map<String, String> file(String issuer, long control, int sets) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("issuer", issuer);
        facts.put("control", String.valueOf(control));
        facts.put("sets", String.valueOf(sets));
        return facts;
    }

    private static Map<String, String> facts(String issuer, long control, Fault one) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("policy", one.set().policy());
        facts.put("issuer", issuer);
        facts.put("control", String.valueOf(control));
        facts.put("set", String.valueOf(one.set().event()));
        facts.put("rejected", String.valueOf(one.rejected()));
        List<Answer.Fault> said = one.faults().subList(0, Math.min(one.faults().size(), MOST_FAULTS_SAID));
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
