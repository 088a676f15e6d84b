package org.assisterportal.carrier.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.carrier.domain.Answer.Receipt;
import org.assisterportal.carrier.domain.Answer.SetAnswer;
import org.assisterportal.shared.Actor;
import org.springframework.stereotype.Component;

/** Brings a carrier's answer to the sets that it is about: a state for each, and a task for the staff where something is wrong. */
@Component
class AnswerMatching {
    private final AnswerTable table;
    private final AnswerTasks tasks;
    private final AuditLog audit;
    private final CarrierSettings settings;
    private final Clock clock;

    AnswerMatching(AnswerTable table, AnswerTasks tasks, AuditLog audit, CarrierSettings settings, Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * In the open transaction; the same answer a second time does nothing.
     *
     * @throws Unfit.Found when something of it isn't this carrier's, or contradicts itself or what was answered before; the
     *     transaction is to be given up then
     */
    void match(String issuer, byte[] sha256, AnswerReading.Whole answer) {
        if (!answer.sender().equals(issuer) || !answer.receiver().equals(settings.sender())) {
            throw new Unfit.Found(Unfit.of("sender"));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!table.insert(issuer, sha256, now)) {
            return;
        }
        for (Receipt receipt : answer.receipts()) {
            received(issuer, receipt, now);
        }
        for (Answer one : answer.answers()) {
            answered(issuer, one, now);
        }
    }

    /** A receipt says something of the sets only where the file as a whole couldn't be read. */
    private void received(String issuer, Receipt receipt, Instant now) {
        AnswerTable.File file = hold(issuer, receipt.control(), "TA101");
        if (receipt.rejected()) {
            List<AnswerTable.SetRow> rows = table.sets(receipt.control());
            Map<Long, State> all = new LinkedHashMap<>();
            rows.forEach(row -> all.put(row.event(), State.REJECTED));
            List<AnswerTable.SetRow> news = keep(receipt.control(), file, rows, all, now);
            if (!news.isEmpty()) {
                tasks.wholeRejected(issuer, receipt.control(), news.size(), "interchange." + receipt.note());
            }
        }
        line(issuer, receipt.control(), receipt.rejected() ? "NOT_RECEIVED" : "RECEIVED");
    }

    private void answered(String issuer, Answer answer, Instant now) {
        AnswerTable.File file = hold(issuer, answer.group(), "AK102");
        List<AnswerTable.SetRow> rows = table.sets(answer.group());
        Set<Long> events = AnswerRules.events(rows);
        AnswerRules.Judged judged = AnswerRules.judge(answer, events);
        List<AnswerTable.SetRow> news = keep(answer.group(), file, rows, judged.states(), now);
        List<AnswerTasks.Fault> faults = new ArrayList<>();
        int unnamed = 0;
        for (AnswerTable.SetRow row : news) {
            SetAnswer said = judged.named().get(row.event());
            boolean rejected = judged.states().get(row.event()) == State.REJECTED;
            if (said == null) {
                unnamed += rejected ? 1 : 0;
            } else if (rejected || !said.faults().isEmpty()) {
                faults.add(new AnswerTasks.Fault(row, rejected, said.faults()));
            }
        }
        tasks.faults(issuer, answer.group(), faults, unnamed);
        if (judged.doubtful() > 0) {
            tasks.doubtful(issuer, answer.group(), judged.doubtful());
        }
        line(issuer, answer.group(), answer.decision().name());
    }

    private AnswerTable.File hold(String issuer, long control, String place) {
        return table.hold(issuer, control).orElseThrow(() -> new Unfit.Found(new Unfit("unknown", place, String.valueOf(control), "")));
    }

    /**
     * Keeps what is new. What says the same again says nothing; what says otherwise counts only where the file was sent
     * again since, because only then a carrier has judged it twice.
     */
    private List<AnswerTable.SetRow> keep(long control, AnswerTable.File file, List<AnswerTable.SetRow> rows, Map<Long, State> states, Instant now) {
        List<AnswerTable.SetRow> news = new ArrayList<>();
        for (AnswerTable.SetRow row : rows) {
            State state = states.get(row.event());
            Instant before = row.answeredAt();
            boolean again = before == null || file.deliveredAt() != null && file.deliveredAt().isAfter(before);
            if (state != null && again) {
                news.add(row);
            } else if (state != null && state != row.state()) {
                throw new Unfit.Found(new Unfit("otherwise", "", String.valueOf(row.event()), ""));
            }
        }
        for (State state : List.of(State.ACCEPTED, State.REJECTED)) {
            table.answer(news.stream().map(AnswerTable.SetRow::event).filter(event -> states.get(event) == state).toList(), state, now);
        }
        table.count(control);
        return news;
    }

    private void line(String issuer, long control, String decision) {
        audit.record(AuditLine.of(Actor.SYSTEM, "carrier.answer-read").with("control", control).with("issuer", issuer).with("decision", decision));
    }
}
