package org.assisterportal.document.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assisterportal.document.ProofKind;
import org.assisterportal.policy.PolicyValues;
import org.springframework.stereotype.Component;

/** The days of a request, as the policy has them today. */
@Component
class ProofPolicy {
    private final PolicyValues policy;

    ProofPolicy(PolicyValues policy) {
        this.policy = policy;
    }

    /** The last day to prove something of which was told on this day. */
    LocalDate due(ProofKind kind, LocalDate noticed) {
        int received = kind.fromReceipt() ? number("received-days") : 0;
        return noticed.plusDays((long) received + number("days"));
    }

    /** The last day after something wasn't accepted: not before there was time to send something else. */
    LocalDate dueAgain(LocalDate due, LocalDate today) {
        LocalDate again = today.plusDays(number("again-days"));
        return again.isAfter(due) ? again : due;
    }

    /** The last day once it is put off: counted from it, or from today when it is over. */
    LocalDate extended(LocalDate due, LocalDate today) {
        return (due.isBefore(today) ? today : due).plusDays(number("extension-days"));
    }

    /** Days before the last one on which a reminder is mailed, the earliest first. */
    List<Integer> reminders() {
        return List.of(number("first-reminder-days"), number("second-reminder-days"), number("last-reminder-days"));
    }

    /** How many of the reminders have had their time when so many days are left. */
    int reminded(LocalDate due, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, due);
        return (int) reminders().stream().filter(days -> days >= left).count();
    }

    int files() {
        return number("files");
    }

    boolean identity() {
        return policy.inForce("document.identity").value().strip().equals("yes");
    }

    private int number(String code) {
        return policy.inForce("document." + code).number();
    }
}
