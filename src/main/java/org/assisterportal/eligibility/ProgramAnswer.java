package org.assisterportal.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one program says to one person.
 *
 * @param findings each rule that was looked at, in order, up to what decided
 * @param changes what would change the answer
 * @param from the first day of coverage; null when it depends on a choice or payment still to come, or there is none
 */
public record ProgramAnswer(
        Program program, Verdict verdict, List<Finding> findings, List<Change> changes, @Nullable LocalDate from) {

    public ProgramAnswer {
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
    }
}
