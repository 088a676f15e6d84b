package org.assisterportal.eligibility.domain;

import java.util.ArrayList;
import java.util.List;
import org.assisterportal.eligibility.Change;
import org.assisterportal.eligibility.Finding;
import org.assisterportal.eligibility.Finding.Result;
import org.assisterportal.eligibility.Rule;
import org.assisterportal.eligibility.Verdict;

/** What one program's rules found for one person so far; a "not met" outweighs an "unknown". */
final class Findings {
    private final List<Finding> findings = new ArrayList<>(8);
    private final List<Change> changes = new ArrayList<>(2);
    private boolean refused;
    private boolean open;

    void met(Rule rule, String message, Object... facts) {
        findings.add(new Finding(rule, Result.MET, message, List.of(facts)));
    }

    void notMet(Rule rule, String message, Object... facts) {
        refused = true;
        findings.add(new Finding(rule, Result.NOT_MET, message, List.of(facts)));
    }

    void unknown(Rule rule, String message, Object... facts) {
        open = true;
        findings.add(new Finding(rule, Result.UNKNOWN, message, List.of(facts)));
    }

    void noted(Rule rule, String message, Object... facts) {
        findings.add(new Finding(rule, Result.NOTED, message, List.of(facts)));
    }

    void change(String message, Object... facts) {
        changes.add(new Change(message, List.of(facts)));
    }

    boolean refused() {
        return refused;
    }

    Verdict verdict() {
        return refused ? Verdict.NO : open ? Verdict.UNKNOWN : Verdict.YES;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Change> changes() {
        return changes;
    }
}
